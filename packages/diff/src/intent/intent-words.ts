import type { InputDeclaration, ModuleIndex, Program, ValueType } from '@tiaoli/ir';
import { indexModule } from '@tiaoli/ir';
import type { ComparedResult } from '../behaviour/compared-results.ts';

/** What an intent may speak of, by every name that people may write. */
export interface IntentWords {
  readonly facts: readonly FactWords[];
  readonly results: readonly { readonly key: string; readonly name: string }[];
}

export interface FactWords {
  readonly id: string;
  /** The first is the declared one. */
  readonly names: readonly string[];
  readonly kind: 'one' | 'set';
  /** Values by their names; absent where there are too many to be told apart. */
  readonly values?: ReadonlyMap<string, string | boolean>;
  /** Of a number or a date: ranges of it may be written. */
  readonly type?: ValueType;
}

/** The facts of a claim and the results that both sides have. */
export function intentWords(
  before: Program,
  after: Program,
  pairs: readonly Pick<ComparedResult, 'key' | 'name'>[],
): IntentWords {
  const [old, now] = [indexModule(before), indexModule(after)];
  const facts = [...old.inputs.values()].flatMap((input) => {
    const other = now.inputs.get(input.id);
    if (!other || isOfRecords(input, old)) return [];
    const values = other.type.kind === input.type.kind ? valuesOf(input, [old, now]) : undefined;
    const kind = input.type.kind === 'set' ? ('set' as const) : ('one' as const);
    const isRanged = other.type.kind === input.type.kind && isMeasured(input);
    return [
      {
        ...{ id: input.id, names: namesOf(input, old), kind },
        ...(values && { values }),
        ...(isRanged && { type: input.type }),
      },
    ];
  });
  return { facts, results: pairs.map(({ key, name }) => ({ key, name })) };
}

/** Facts of records below a claim (明细), and of lists, are many at once. */
function isOfRecords({ entity }: InputDeclaration, { entities }: ModuleIndex): boolean {
  const own = entities.get(entity);
  if (own?.atMost !== undefined) return true;
  for (let above = own?.parent; above !== undefined; above = entities.get(above)?.parent) {
    if ((entities.get(above)?.order.length ?? 0) > 0) return true;
  }
  return false;
}

function namesOf(
  { name, alias, entity }: InputDeclaration,
  { entities }: ModuleIndex,
): readonly string[] {
  const owner = entities.get(entity)?.name ?? entity;
  return [name, `${owner}.${name}`, ...(alias === undefined ? [] : [alias])];
}

/** A number or a date that does not change from day to day. */
function isMeasured({ type: { kind }, spells }: InputDeclaration): boolean {
  return !spells && measured.has(kind);
}

const measured: ReadonlySet<ValueType['kind']> = new Set([
  'money',
  'integer',
  'rate',
  'decimal',
  'date',
]);

/** Undefined for numbers, dates and texts, and for what changes from day to day. */
function valuesOf(
  { type, spells }: InputDeclaration,
  indexes: readonly ModuleIndex[],
): FactWords['values'] {
  if (spells) return undefined;
  if (type.kind === 'boolean') return truths;
  if (type.kind !== 'enumeration' && type.kind !== 'set') return undefined;
  const [first = [], second = []] = indexes.map(
    ({ enumerations }) => enumerations.get(type.enumeration)?.members ?? [],
  );
  const shared = first.filter(({ name }) => second.some((other) => other.name === name));
  return new Map(
    shared.flatMap(({ name, alias }) => [
      ...(alias === undefined ? [] : [[alias, name] as const]),
      [name, name] as const,
    ]),
  );
}

const truths: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['否', false],
  ['yes', true],
  ['no', false],
]);
