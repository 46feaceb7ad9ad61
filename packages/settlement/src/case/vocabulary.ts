import type {
  Accumulator,
  Declaration,
  EntityDeclaration,
  EnumerationDeclaration,
  InputDeclaration,
  Module,
} from '@tiaoli/ir';
import { keyInput, referencesOf } from '@tiaoli/ir';

/** The words that a case about `module` may use. */
export interface Vocabulary {
  /** The entity whose records are settled one after another: 结算. */
  readonly event: EntityDeclaration;
  /** What the event belongs to, nearest first: 参保人, 家庭 … */
  readonly above: readonly EntityDeclaration[];
  /** What belongs to the event: 明细. */
  readonly below: readonly EntityDeclaration[];
  /** What stands as a list in a record above the event: 共济授权 of a 家庭. */
  readonly listed: readonly EntityDeclaration[];
  /** Entities above the event of whose other records a rule asks something (`出资人.险种`). */
  readonly consulted: readonly EntityDeclaration[];
  /** Ids of the inputs that say of an event that it is a check of a 名单. */
  readonly checks: ReadonlySet<string>;
  /** What tells the records of an entity above the event apart: of 参保人 the 成员. By entity id. */
  readonly keyFields: ReadonlyMap<string, InputDeclaration>;
  /** By entity id, then by every name a field may be written under. Documents may declare one name each. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, readonly InputDeclaration[]>>;
  readonly enumerations: ReadonlyMap<string, EnumerationDeclaration>;
  readonly accumulators: ReadonlyMap<string, Accumulator>;
}

/** JSON keys that mean an entity whatever its document calls it (a contract of the command line). */
const entityKeys: Readonly<Record<string, readonly string[]>> = {
  参保人: ['person'],
  家庭: ['household'],
  结算: ['claims'],
  明细: ['items'],
};

/** Undefined when the module has no entity with an order, so that there is nothing to settle. */
export function vocabularyOf(
  module: Pick<Module, 'declarations' | 'accumulators' | 'definitions'>,
): Vocabulary | undefined {
  const entities = ofKind(module.declarations, 'entity');
  const event = entities.find(({ order }) => order.length > 0);
  if (!event) return undefined;
  const inputs = ofKind(module.declarations, 'input');
  const above = entitiesAbove(event, entities);
  const keyFields = new Map(
    above.flatMap((entity) => {
      const key = keyInput(entity, inputs);
      return key ? [[entity.id, key] as const] : [];
    }),
  );
  return {
    event,
    above,
    below: entities.filter(({ parent }) => parent === event.id),
    listed: entities.filter(
      ({ parent, atMost }) => atMost !== undefined && above.some(({ id }) => id === parent),
    ),
    consulted: consultedEntities(module, above, inputs),
    checks: new Set(ofKind(module.declarations, 'watchlist').map(({ checked }) => checked)),
    keyFields,
    fields: new Map(
      entities.map((entity) => [
        entity.id,
        fieldsOf(entity, [
          ...inputs.filter((input) => input.entity === entity.id),
          // A claim may say whose of the household it is.
          ...(entity === event ? keyFields.values() : []),
        ]),
      ]),
    ),
    enumerations: new Map(
      ofKind(module.declarations, 'enumeration').map((each) => [each.id, each]),
    ),
    accumulators: new Map(module.accumulators.map((each) => [each.name, each])),
  };
}

function consultedEntities(
  { definitions }: Pick<Module, 'definitions'>,
  above: readonly EntityDeclaration[],
  inputs: readonly InputDeclaration[],
): readonly EntityDeclaration[] {
  const named = above.filter(({ id }) => inputs.some(({ record }) => record === id));
  if (named.length === 0) return [];
  const { entities } = referencesOf(...definitions.map(({ body }) => body));
  return named.filter(({ id }) => entities.has(id));
}

/** The keys under which records of `entity` may stand in a case, the documented one first. */
export function keysOf(entity: EntityDeclaration): readonly string[] {
  const { alias } = entity;
  const fixed = entityKeys[entity.name] ?? [];
  return [...fixed, entity.name, ...(alias ? [alias, `${alias}s`] : [])];
}

/** The declarations of one kind, in their order. */
export function ofKind<Kind extends Declaration['kind']>(
  declarations: readonly Declaration[],
  kind: Kind,
): readonly Extract<Declaration, { kind: Kind }>[] {
  return declarations.filter(
    (each): each is Extract<Declaration, { kind: Kind }> => each.kind === kind,
  );
}

function entitiesAbove(
  event: EntityDeclaration,
  entities: readonly EntityDeclaration[],
): readonly EntityDeclaration[] {
  const above: EntityDeclaration[] = [];
  let parent = event.parent;
  while (parent !== undefined) {
    const id = parent;
    const entity = entities.find((each) => each.id === id);
    if (!entity || above.includes(entity)) break;
    above.push(entity);
    parent = entity.parent;
  }
  return above;
}

function fieldsOf(
  entity: EntityDeclaration,
  inputs: readonly InputDeclaration[],
): ReadonlyMap<string, readonly InputDeclaration[]> {
  const fields = new Map<string, InputDeclaration[]>();
  const add = (name: string, input: InputDeclaration): void => {
    const known = fields.get(name);
    if (!known) fields.set(name, [input]);
    else if (!known.includes(input)) known.push(input);
  };
  for (const input of inputs) {
    add(input.name, input);
    if (input.alias) add(input.alias, input);
    const place = entity.order.indexOf(input.id);
    if (place >= 0) add(input.type.kind === 'date' ? 'settledAt' : 'id', input);
  }
  return fields;
}
