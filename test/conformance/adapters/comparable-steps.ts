import { printRational, rational } from '@tiaoli/base';
import type { ReadStep } from '@tiaoli/compiler';
import type { TraceStep } from '@tiaoli/interpreter';
import { printValue } from './comparable.ts';

/** Steps by definition as texts: the value, and what rounding took away. */
type Steps = Readonly<Record<string, string>>;

export function printSteps(steps: readonly ReadStep[]): Steps {
  return Object.fromEntries(
    steps.map(({ row, value, remainder }) => {
      const isMoney = row.type === 'money';
      const rest =
        remainder && rational(remainder.numerator, remainder.denominator * (isMoney ? 100n : 1n));
      const text = value === undefined ? '—' : printValue(value);
      return [
        row.definition,
        `${text}${restText(value !== undefined && rest ? printRational(rest) : undefined)}`,
      ];
    }),
  );
}

/** The same of the interpreter, for the definitions that `only` has. */
export function printTrace(steps: readonly TraceStep[], only: Steps): Steps {
  return Object.fromEntries(
    steps
      .filter(({ definition, record }) => definition in only && record === undefined)
      .map(({ definition, value, remainder }) => {
        const text = value.status === 'value' ? printValue(value.value) : '—';
        return [definition, `${text}${restText(value.status === 'value' ? remainder : undefined)}`];
      }),
  );
}

function restText(remainder: string | undefined): string {
  return remainder === undefined || remainder === '0' ? '' : ` 余 ${remainder}`;
}
