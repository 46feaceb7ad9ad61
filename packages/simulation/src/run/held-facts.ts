import { rational } from '@tiaoli/base';
import type { Facts, Value } from '@tiaoli/interpreter';
import type { InputDeclaration, Program } from '@tiaoli/ir';
import type { ClaimSource } from './claim-source.ts';
import { columnOf, wordsOf } from './claim-source.ts';
import type { FactSource } from './encode-field.ts';
import type { PlannedRules } from './run-plan.ts';

type Sources = PlannedRules['sources'];

/** Claims behind each other as the columns hold them: small to keep and to send, and facts of the interpreter when asked. */
export interface HeldFacts {
  readonly count: number;
  /** Of each claim a number for each source, in the order of the sources. */
  readonly cells: Float64Array;
  /** By source the words behind its numbers; none where these are what they are. */
  readonly words: readonly (readonly string[])[];
}

/** Of the claims from `first` to before `last`: places in `ClaimSource.rows`. */
export function heldFacts(
  sources: Sources,
  source: ClaimSource,
  first: number,
  last: number,
): HeldFacts {
  const columns = [...sources].map(([id, from]) => columnFor(id, from, source));
  const cells = new Float64Array((last - first) * columns.length);
  for (let at = first; at < last; at += 1) {
    for (const [index, { valueAt }] of columns.entries()) {
      cells[(at - first) * columns.length + index] = valueAt(at);
    }
  }
  return { count: last - first, cells, words: columns.map(({ words }) => words) };
}

interface HeldColumn {
  readonly valueAt: (at: number) => number;
  readonly words: readonly string[];
}

function columnFor(id: string, from: FactSource, source: ClaimSource): HeldColumn {
  if (from.kind === 'rules') {
    const derived = source.derived.get(id);
    return { valueAt: (at) => derived?.[at] ?? 0, words: [] };
  }
  const { table, column } = from.mapping;
  const { rows, claims, persons } = source;
  const read = table === 'persons' ? persons : claims;
  const values = columnOf(read, column);
  const words = wordsOf(read, table, column);
  if (table === 'claims') return { valueAt: (at) => values[rows[at] ?? 0] ?? 0, words };
  const owners = columnOf(claims, 'person_row');
  return { valueAt: (at) => values[owners[rows[at] ?? 0] ?? 0] ?? 0, words };
}

/** The facts of each claim as the interpreter takes them. */
export function factsOf(
  { program, sources }: { readonly program: Program; readonly sources: Sources },
  { count, cells, words }: HeldFacts,
): readonly Facts[] {
  const inputs = new Map(
    program.declarations.flatMap((each) => (each.kind === 'input' ? [[each.id, each]] : [])),
  );
  const wanted = [...sources].map(([id, from]) => ({ id, from, declared: inputs.get(id) }));
  return Array.from({ length: count }, (_, claim) => {
    const facts = wanted.flatMap(({ id, from, declared }, index): [string, Value][] => {
      const held = cells[claim * wanted.length + index] ?? 0;
      const value = declared && factOf(declared, from, { held, words: words[index] ?? [] });
      return value === undefined ? [] : [[id, value]];
    });
    return { inputs: new Map(facts), children: new Map() };
  });
}

function factOf(
  { type }: InputDeclaration,
  from: FactSource,
  { held, words }: { readonly held: number; readonly words: readonly string[] },
): Value | undefined {
  if (from.kind === 'rules') return rational(BigInt(held));
  const word = words[held];
  if (word === undefined) return type.kind === 'text' ? String(held) : rational(BigInt(held));
  const { members } = from.mapping;
  const name = members ? members[word] : word;
  if (name === undefined || name === null) return undefined;
  return type.kind === 'set' ? new Set([name]) : name;
}
