import type { SqlField, SqlLayout } from '@tiaoli/compiler';
import type { FactSource } from '../run/encode-field.ts';
import { tables } from '../table/columns.ts';
import type { InputMapping } from '../table/input-mapping.ts';
import { sparkText } from './spark-text.ts';

/** The name under which a column of the population stands in the view of the claims that are seen. */
export function seenColumn(table: InputMapping['table'], column: string): string {
  return `${table === 'persons' ? 'p' : 'c'}_${column}`;
}

/** The columns of facts that a settling query asks for, from the view of the claims that are seen. */
export function claimColumns(
  { fields, spells, children }: SqlLayout,
  sources: ReadonlyMap<string, FactSource>,
  derivedColumn: (input: string) => string,
): readonly string[] {
  return [
    ...fields.flatMap((field) => {
      const source = sources.get(field.input);
      const value = source ? factText(field, source, derivedColumn) : nothing(field.column);
      const none = field.none === undefined ? [] : [`FALSE AS ${field.none}`];
      return [`${value} AS ${field.name}`, ...none];
    }),
    // A population has claims, not the items of their bills, and nothing by the day.
    ...spells.flatMap(({ from, to, value, column }) => [
      `${nothing('ARRAY<BIGINT>')} AS ${from}`,
      `${nothing('ARRAY<BIGINT>')} AS ${to}`,
      `${nothing(column)} AS ${value}`,
    ]),
    ...children.map(({ name }) => `CAST(0 AS INT) AS ${name}`),
  ];
}

function nothing(type: string): string {
  return `CAST(NULL AS ${type})`;
}

function factText(
  field: SqlField,
  source: FactSource,
  derivedColumn: (input: string) => string,
): string {
  if (source.kind === 'rules') return scaledText(field, derivedColumn(source.input));
  const { table, column } = source.mapping;
  const value = seenColumn(table, column);
  const type = tables[table].find(({ name }) => name === column)?.type;
  switch (type?.kind) {
    case 'member':
      return memberText(field, source.mapping, type.members);
    case 'text':
      return field.held === 'text' ? value : wordText(field, source.mapping);
    case 'date':
      return scaledText(field, `CAST(unix_date(${value}) AS BIGINT)`);
    default:
      return field.held === 'text' ? `CAST(${value} AS STRING)` : scaledText(field, value);
  }
}

function scaledText({ scale, column }: SqlField, value: string): string {
  return `CAST(CAST(${value} AS ${column}) * ${scale}L AS ${column})`;
}

/** What the policy does not see is not among the claims; a word without a member is not given. */
function memberText(
  field: SqlField,
  { table, column, members, input }: InputMapping,
  words: readonly string[],
): string {
  const cases = words.flatMap((word) => {
    const name = members ? members[word] : word;
    if (name === undefined || name === null) return [];
    return [`WHEN ${sparkText(word)} THEN ${heldMember(field, name, input)}`];
  });
  if (cases.length === 0) return nothing(field.column);
  return `CASE ${seenColumn(table, column)} ${cases.join(' ')} END`;
}

/** The words of the policy itself. */
function wordText(field: SqlField, { table, column, members, input }: InputMapping): string {
  const named = members
    ? Object.entries(members).filter((each): each is [string, string] => each[1] !== null)
    : (field.members ?? []).map((name): [string, string] => [name, name]);
  const cases = named.map(
    ([word, name]) => `WHEN ${sparkText(word)} THEN ${heldMember(field, name, input)}`,
  );
  if (cases.length === 0) return nothing(field.column);
  return `CASE ${seenColumn(table, column)} ${cases.join(' ')} END`;
}

function heldMember(field: SqlField, name: string, input: string): string {
  if (field.held === 'text') return sparkText(name);
  const at = (field.members ?? []).indexOf(name);
  if (at < 0) throw new Error(`${input} has no member ${name}`);
  return `${field.held === 'set' ? 2 ** at : at}L`;
}
