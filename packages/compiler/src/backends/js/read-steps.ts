import type { Rational } from '@tiaoli/base';
import { add, parseRational, rational, ZERO } from '@tiaoli/base';
import type { TraceRow } from './emit-tables.ts';
import type { ExactValue } from './held-values.ts';
import { exactValue } from './held-values.ts';
import type { Calculator, HeldStep } from './load-calculator.ts';

/** One step of a traced run in exact values. */
export interface ReadStep {
  readonly row: TraceRow;
  /** Absent where the step has no value. */
  readonly value?: ExactValue;
  /** In the order of the row's operands; undefined for what has no value. */
  readonly operands: readonly (ExactValue | undefined)[];
  /** What rounding took away, in the unit of the value (money: fen); absent where nothing was rounded. */
  readonly remainder?: Rational;
}

/** The steps of a traced run, with what the static table says of each. */
export function readSteps({ tables }: Calculator, steps: readonly HeldStep[]): readonly ReadStep[] {
  return steps.map(([index, held, status, operands, remainders]) => {
    const row = tables.trace?.[index];
    if (!row) throw new Error(`a step that is not in the table: ${index}`);
    const value = status === 0 ? exactValue(held, row) : undefined;
    const remainder = remainders && sumOf(remainders);
    return {
      row,
      ...(value !== undefined && { value }),
      operands: operands.map((operand, at) => {
        const form = row.operands[at];
        return form && exactValue(operand, form);
      }),
      ...(remainder && { remainder }),
    };
  });
}

/** Pairs of a number and the scale on which it stands; undefined where no rounding was come by. */
function sumOf(pairs: readonly (number | bigint | string)[]): Rational | undefined {
  if (pairs.length === 0) return undefined;
  let sum = ZERO;
  for (let at = 0; at < pairs.length; at += 2) {
    const scale = parseRational(String(pairs[at + 1]));
    sum = add(sum, rational(BigInt(pairs[at] ?? 0), scale?.numerator ?? 1n));
  }
  return sum;
}
