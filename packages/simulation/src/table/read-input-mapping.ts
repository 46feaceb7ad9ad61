import type { TableName } from './columns.ts';
import { tables } from './columns.ts';
import type { InputMapping } from './input-mapping.ts';
import { nationalMapping } from './input-mapping.ts';

export type InputMappingFault =
  | { readonly kind: 'no-mapping' }
  /** The source of this input is not written as it should be, or names no column. */
  | { readonly kind: 'no-source'; readonly input: string };

/**
 * Reads a mapping of the inputs of policies, JSON: `{"inputs": {"DOCUMENT/结算.收费类别": {"table": "claims",
 * "column": "hosp_lv", "members": {"tertiary": "一类", …}}}}`. What it says stands before the national mapping.
 */
export function readInputMapping(text: string): {
  readonly mapping: readonly InputMapping[];
  readonly faults: readonly InputMappingFault[];
} {
  const inputs = inputsOf(text);
  if (!inputs) return { mapping: nationalMapping, faults: [{ kind: 'no-mapping' }] };
  const read = Object.entries(inputs).map(([input, told]) => ({
    input,
    found: sourceOf(input, told),
  }));
  const own = read.flatMap(({ found }) => (found ? [found] : []));
  const faults = read.flatMap(({ input, found }) =>
    found ? [] : [{ kind: 'no-source' as const, input }],
  );
  const rest = nationalMapping.filter(({ input }) => own.every((each) => each.input !== input));
  return { mapping: [...own, ...rest], faults };
}

function sourceOf(input: string, told: unknown): InputMapping | undefined {
  if (!isRecord(told)) return undefined;
  const { table, column, members } = told;
  if (!isTable(table) || typeof column !== 'string') return undefined;
  const known = tables[table].find(({ name }) => name === column);
  if (!known || (members !== undefined && !isMembers(members))) return undefined;
  const words = known.type.kind === 'member' ? known.type.members : undefined;
  const isKnown = (word: string): boolean => words?.includes(word) ?? true;
  if (members && !Object.keys(members).every(isKnown)) return undefined;
  return { input, table, column, ...(members && { members }) };
}

function isTable(value: unknown): value is TableName {
  return value === 'persons' || value === 'claims';
}

function isMembers(value: unknown): value is Readonly<Record<string, string | null>> {
  return (
    isRecord(value) &&
    Object.values(value).every((member) => member === null || typeof member === 'string')
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inputsOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && isRecord(value.inputs) ? value.inputs : undefined;
  } catch {
    return undefined;
  }
}
