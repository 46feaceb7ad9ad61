import { ZERO } from '@tiaoli/base';
import { isSameValue } from '@tiaoli/interpreter';
import { printInstance } from '../case/decode-state.ts';
import { documentNames } from '../clause-text.ts';
import { encodeValue } from '../settle/encode-value.ts';
import type { Settlement } from '../settle/settle-claims.ts';
import type { CitedClause } from './ladder.ts';
import type { Settled } from './layer-view.ts';
import { citedClauses } from './slot-sources.ts';

/** An accumulator after the last claim, with the clause of what it counts. */
export interface StateLine {
  readonly name: string;
  readonly amount: string;
  /** The year, month, day or visit to which it belongs. */
  readonly instance: string;
  readonly clauses: readonly CitedClause[];
}

/** What is carried to the next claim. What is nothing, or not known because a fact is missing, is left out. */
export function stateLines({ claims, state, unknown }: Settlement): readonly StateLine[] {
  const last = claims.findLast((claim): claim is Settled => claim.kind === 'settled');
  if (!last) return [];
  const { accumulators, declarations, document } = last.program;
  const names = documentNames(declarations);
  return accumulators.flatMap((accumulator) => {
    const { name, type, origin } = accumulator;
    const stored = unknown.has(name) ? [] : [...(state.get(name) ?? [])];
    const declared = declarations.find(({ id }) => id === origin.declaration);
    const clause = origin.clause ??
      declared?.clause ?? { document: declared?.document ?? document, path: [] };
    return stored
      .filter(([, { value }]) => !isSameValue(value, ZERO))
      .map(([key, { value, instance }]) => ({
        name: key === '' ? name : `${name}[${key}]`,
        amount: String(encodeValue(value, type)),
        instance: accumulator.period === 'ever' ? '' : printInstance(accumulator, instance),
        clauses: citedClauses([{ clause, span: origin.span }], last.program, names),
      }));
  });
}
