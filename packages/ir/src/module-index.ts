import type { CatalogueDeclaration } from './catalogue-declaration.ts';
import type {
  EntityDeclaration,
  EnumerationDeclaration,
  InputDeclaration,
  ParameterDeclaration,
} from './declaration.ts';
import type { Accumulator, Definition } from './definition.ts';
import type { Module } from './module.ts';

/** What the ids in the expressions of a module or program stand for. */
export interface ModuleIndex {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly accumulators: ReadonlyMap<string, Accumulator>;
  readonly inputs: ReadonlyMap<string, InputDeclaration>;
  readonly parameters: ReadonlyMap<string, ParameterDeclaration>;
  readonly enumerations: ReadonlyMap<string, EnumerationDeclaration>;
  readonly entities: ReadonlyMap<string, EntityDeclaration>;
  readonly catalogues: ReadonlyMap<string, CatalogueDeclaration>;
}

/** The part that modules and programs share and that an index is made of. */
export type Indexed = Pick<Module, 'declarations' | 'definitions' | 'accumulators'>;

/** A step is asked of the same lists a million times, and they never change: each is looked through once. */
export function indexModule({ declarations, definitions, accumulators }: Indexed): ModuleIndex {
  return {
    definitions: byId(definitions),
    accumulators: byId(accumulators),
    ...declaredIn(declarations),
  };
}

type Declared = Omit<ModuleIndex, 'definitions' | 'accumulators'>;

const declaredOf = new WeakMap<Indexed['declarations'], Declared>();

function declaredIn(declarations: Indexed['declarations']): Declared {
  const known = declaredOf.get(declarations);
  if (known) return known;
  const declared = {
    inputs: byId(declarations.filter((each) => each.kind === 'input')),
    parameters: byId(declarations.filter((each) => each.kind === 'parameter')),
    enumerations: byId(declarations.filter((each) => each.kind === 'enumeration')),
    entities: byId(declarations.filter((each) => each.kind === 'entity')),
    catalogues: byId(declarations.filter((each) => each.kind === 'catalogue')),
  };
  declaredOf.set(declarations, declared);
  return declared;
}

/** `entity` and the entities above it, from the lowest up; stops at an entity met twice. */
export function entityPath(entity: string, { entities }: Pick<ModuleIndex, 'entities'>): string[] {
  const path: string[] = [];
  let current: string | undefined = entity;
  while (current !== undefined && !path.includes(current)) {
    path.push(current);
    current = entities.get(current)?.parent;
  }
  return path;
}

const belowIn = new WeakMap<ModuleIndex['entities'], Map<string, boolean>>();

/** Whether `entity` has records of its own below the event: one above it has an order (序), or they are a list (至多). */
export function isBelowEvent(entity: string, index: Pick<ModuleIndex, 'entities'>): boolean {
  const known = belowIn.get(index.entities) ?? new Map<string, boolean>();
  belowIn.set(index.entities, known);
  const found = known.get(entity) ?? hasRecords(entity, index);
  known.set(entity, found);
  return found;
}

function hasRecords(entity: string, index: Pick<ModuleIndex, 'entities'>): boolean {
  const [own, ...above] = entityPath(entity, index).map((id) => index.entities.get(id));
  const isListed = [own, ...above].some((each) => each?.atMost !== undefined);
  return isListed || above.some((each) => (each?.order.length ?? 0) > 0);
}

const mapOf = new WeakMap<readonly unknown[], ReadonlyMap<string, unknown>>();

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  const known = mapOf.get(items) as ReadonlyMap<string, T> | undefined;
  if (known) return known;
  const map = new Map(items.map((item) => [item.id, item]));
  mapOf.set(items, map);
  return map;
}
