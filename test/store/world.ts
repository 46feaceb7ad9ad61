import type { Outcome, PolicyDocument, PolicyStore, Records, Role } from '@tiaoli/workspace';
import { operatorId, roles } from '@tiaoli/workspace';

/** The nation, two provinces and two cities of the first, with one person of each role in each of them. */
export interface World {
  readonly places: Readonly<Record<PlaceName, string>>;
  /** By `place role`, such as `city drafter`. */
  readonly people: ReadonlyMap<string, string>;
  /** A document of the province and one of the city. */
  readonly documents: Readonly<Record<'province' | 'city', PolicyDocument>>;
}

const placeNames = ['nation', 'province', 'city', 'sister', 'elsewhere'] as const;
export type PlaceName = (typeof placeNames)[number];

const above: Readonly<Partial<Record<PlaceName, PlaceName>>> = {
  province: 'nation',
  elsewhere: 'nation',
  city: 'province',
  sister: 'province',
};
const levels = {
  nation: 'nation',
  province: 'province',
  elsewhere: 'province',
  city: 'city',
  sister: 'city',
} as const;

/** Everybody but the operator, who needs no account. */
export const personRoles: readonly Role[] = roles.filter((role) => role !== 'operator');

export async function makeWorld(store: PolicyStore): Promise<World> {
  return as(store, operatorId, async (records) => {
    const places: Partial<Record<PlaceName, string>> = {};
    const people = new Map<string, string>();
    for (const name of ['nation', 'province', 'elsewhere', 'city', 'sister'] as const) {
      const parent = above[name];
      const parentId = parent && places[parent];
      const level = levels[name];
      const place = await records.jurisdictions.add({ name, level, ...(parentId && { parentId }) });
      places[name] = place.id;
      for (const role of personRoles) {
        const login = `${name}-${role}`;
        const user = await records.users.add({ login, name: login, jurisdictionId: place.id });
        await records.users.grant(user.id, place.id, role);
        people.set(`${name} ${role}`, user.id);
      }
    }
    const all = places as Readonly<Record<PlaceName, string>>;
    const document = (at: 'province' | 'city') =>
      records.documents.add({ jurisdictionId: all[at], code: `${at}.rules`, title: `${at}的办法` });
    const documents = { province: await document('province'), city: await document('city') };
    return { places: all, people, documents };
  });
}

export function personOf({ people }: World, place: PlaceName, role: Role): string {
  const id = people.get(`${place} ${role}`);
  if (id === undefined) throw new Error(`nobody is ${role} of ${place}`);
  return id;
}

/** Does something that must not be refused. */
export async function as<Value>(
  store: PolicyStore,
  actorId: string,
  work: (records: Records) => Promise<Value>,
): Promise<Value> {
  const outcome = await ask(store, actorId, work);
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

/** Does something that may be refused. */
export function ask<Value>(
  store: PolicyStore,
  actorId: string,
  work: (records: Records) => Promise<Value>,
): Promise<Outcome<Value>> {
  return store.transaction(actorId, 'serializable', async (records) => ({
    kind: 'done',
    value: await work(records),
  }));
}

/** The codes of a refusal; empty where it was done. */
export function codesOf(outcome: Outcome<unknown>): readonly string[] {
  return outcome.kind === 'refused' ? outcome.diagnostics.map(({ code }) => code) : [];
}
