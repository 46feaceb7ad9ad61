import type { EntityDeclaration, InputDeclaration, Module } from '@tiaoli/ir';
import { keyInput } from '@tiaoli/ir';

/** The entities of a module as a case holds them. */
export interface CaseEntities {
  /** The one whose records are settled one after another. */
  readonly event: EntityDeclaration;
  readonly above: readonly EntityDeclaration[];
  readonly below: readonly EntityDeclaration[];
  /** What stands as a list in a record above the event: 共济授权 of a 家庭. */
  readonly listed: readonly EntityDeclaration[];
  /** By entity above the event, what tells its records apart: a case may hold several, and a claim says whose it is. */
  readonly keys: ReadonlyMap<EntityDeclaration, InputDeclaration>;
}

/** Undefined where no entity has an order: then there is nothing to settle. */
export function caseEntities({ declarations }: Module): CaseEntities | undefined {
  const entities = declarations.filter((each) => each.kind === 'entity');
  const event = entities.find(({ order }) => order.length > 0);
  if (!event) return undefined;
  const above: EntityDeclaration[] = [];
  let next = event.parent;
  while (next !== undefined) {
    const id = next;
    const entity = entities.find((each) => each.id === id);
    if (!entity || above.includes(entity)) break;
    above.push(entity);
    next = entity.parent;
  }
  const inputs = declarations.filter((each) => each.kind === 'input');
  const keys = above.flatMap((entity) => {
    const key = keyInput(entity, inputs);
    return key ? [[entity, key] as const] : [];
  });
  return {
    event,
    above,
    below: entities.filter(({ parent }) => parent === event.id),
    listed: entities.filter(
      ({ parent, atMost }) => atMost !== undefined && above.some(({ id }) => id === parent),
    ),
    keys: new Map(keys),
  };
}

/** Keys of the JSON form of a case that mean an entity in whatever language it is declared. */
const entityKeys: Readonly<Record<string, string>> = {
  参保人: 'person',
  家庭: 'household',
  结算: 'claims',
  明细: 'items',
};

/** The keys under which records of an entity may stand, the documented one first. */
export function entityNames({ name, alias }: EntityDeclaration): readonly string[] {
  const documented = new Map(Object.entries(entityKeys)).get(name);
  return [
    ...new Set([
      ...(documented === undefined ? [] : [documented]),
      name,
      ...(alias === undefined ? [] : [alias, `${alias}s`]),
    ]),
  ];
}

/** The keys under which a field may stand: its name, its English name, and for the order of claims `settledAt`, `id`. */
export function fieldNames(
  input: InputDeclaration,
  { order }: EntityDeclaration,
): readonly string[] {
  const { name, alias, id, type } = input;
  const place = order.includes(id) ? [type.kind === 'date' ? 'settledAt' : 'id'] : [];
  return [...new Set([name, ...(alias === undefined ? [] : [alias]), ...place])];
}
