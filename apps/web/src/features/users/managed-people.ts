import type { Person, Place } from '../workflow/answers.ts';
import { placesBelow } from '../workflow/place-tree.tsx';

/** Ids of the places whose accounts somebody manages: where they are administrator, and all below. */
export function managedPlaces(
  me: Person | undefined,
  places: readonly Place[],
): ReadonlySet<string> {
  const own = (me?.grants ?? []).filter(({ role }) => role === 'administrator');
  return new Set(own.flatMap(({ jurisdictionId }) => placesBelow(places, jurisdictionId)));
}

/**
 * Whether one manages an account: all of its places are one's own; whoever has no role is the nation's.
 * What is allowed is decided by the server alone.
 */
export function isManaged(
  me: Person | undefined,
  person: Person,
  managed: ReadonlySet<string>,
  places: readonly Place[],
): boolean {
  if (me === undefined || person.id === me.id) return false;
  const own = person.grants.map(({ jurisdictionId }) => jurisdictionId);
  const roots = places.filter(({ parentId }) => parentId === undefined).map(({ id }) => id);
  const asked = own.length > 0 ? own : roots;
  return asked.length > 0 && asked.every((id) => managed.has(id));
}

/** Accounts whose login or name holds the words, and that have a role in the place or below it. */
export function choosePeople(
  people: readonly Person[],
  words: string,
  within: ReadonlySet<string> | undefined,
): readonly Person[] {
  const wanted = words.trim().toLowerCase();
  return people.filter(
    ({ login, name, grants }) =>
      `${login}\n${name}`.toLowerCase().includes(wanted) &&
      (within === undefined || grants.some(({ jurisdictionId }) => within.has(jurisdictionId))),
  );
}
