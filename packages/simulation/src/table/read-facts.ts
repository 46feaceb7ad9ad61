import type { CalculatorTables, FieldRow, HeldFacts, HeldValue } from '@tiaoli/compiler';
import type { Column, Rows } from './columns.ts';
import { tables } from './columns.ts';
import type { InputMapping } from './input-mapping.ts';

export interface Population {
  readonly persons: Rows;
  readonly claims: Rows;
}

/** What a policy does not see is told apart from what is not given. */
const UNSEEN = Symbol('unseen');

type Read = (person: number, claim: number) => HeldValue | typeof UNSEEN;

/** The facts of one claim as emitted code takes them; undefined where the policy knows no such claim. */
export type FactReader = (person: number, claim: number) => HeldFacts | undefined;

/** A reader of the facts that a calculator asks for, column by column; what no column gives is left out. */
export function factReader(
  { fields, children }: Pick<CalculatorTables, 'fields' | 'children'>,
  mapping: readonly InputMapping[],
  population: Population,
): FactReader {
  const readers = fields.flatMap((field) => {
    const source = mapping.find(({ input }) => input === field.input);
    return source ? [{ key: field.key, read: readerOf(field, source, population) }] : [];
  });
  const noItems = Object.fromEntries(children.map(({ key }) => [key, []]));
  return (person, claim) => {
    // A population has claims, not the items of their bills.
    const facts: Record<string, HeldFacts[string]> = { ...noItems };
    for (const { key, read } of readers) {
      const value = read(person, claim);
      if (value === UNSEEN) return undefined;
      if (value !== undefined) facts[key] = value;
    }
    return facts;
  };
}

function readerOf(field: FieldRow, source: InputMapping, population: Population): Read {
  const { persons, claims } = population;
  const rows = source.table === 'persons' ? persons : claims;
  const column = tables[source.table].find(({ name }) => name === source.column);
  const values = rows.columns[source.column];
  if (!column) throw new Error(`no column ${source.column} of ${source.table}`);
  // A column that is empty for everybody is not held at all.
  if (!values) return () => undefined;
  const held = heldBy(field, column, { rows, source });
  return source.table === 'persons'
    ? (person) => held(values[person] ?? 0)
    : (_, claim) => held(values[claim] ?? 0);
}

function heldBy(
  field: FieldRow,
  column: Column,
  { rows, source }: { readonly rows: Rows; readonly source: InputMapping },
): (value: number) => HeldValue | typeof UNSEEN {
  const words = column.type.kind === 'member' ? column.type.members : rows.words[column.name];
  if (words) {
    const members = words.map((word) => heldMember(field, word, source));
    return (value) => members[value];
  }
  if (field.held === 'text') return String;
  return field.held === 'bigint'
    ? (value) => BigInt(value) * BigInt(field.scale)
    : scaled(Number(field.scale));
}

function scaled(scale: number): (value: number) => number {
  return scale === 1 ? (value) => value : (value) => value * scale;
}

function heldMember(
  { held, members = [] }: FieldRow,
  word: string,
  source: InputMapping,
): HeldValue | typeof UNSEEN {
  const name = source.members ? source.members[word] : word;
  if (name === null) return UNSEEN;
  if (name === undefined || held === 'text') return name;
  const at = members.indexOf(name);
  if (at < 0) return UNSEEN;
  return held === 'set' ? 2 ** at : at;
}
