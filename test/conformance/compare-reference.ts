import { printRational, rational } from '@tiaoli/base';
import type { Outcome, StepResult, Value } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import type { Fraction } from './reference/fraction.ts';
import type { PolicyModel } from './reference/model.ts';
import type { ReferenceResult } from './reference/settle-claim.ts';

/** One thing on which the interpreter and the reference do not agree. */
export interface Difference {
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
}

/** Every result and every accumulator that the reference gives, against what the interpreter gave. */
export function compareReference(
  program: Program,
  { id, accumulators }: PolicyModel,
  expected: ReferenceResult,
  actual: StepResult,
): readonly Difference[] {
  const byName = new Map(
    program.definitions
      .filter((each) => each.id.startsWith(`${id}/`))
      .map((each) => [each.name, each.id]),
  );
  const defined = new Set(program.definitions.map((each) => each.id));
  const idOf = (name: string): string | undefined =>
    defined.has(`${id}/${name}`) ? `${id}/${name}` : byName.get(name);
  const outcomeOf = (name: string): Outcome | undefined => actual.outcomes.get(idOf(name) ?? '');
  const nameOfNext = new Map(program.accumulators.map((each) => [each.name, each.next]));
  const declared = new Set(accumulators.map(({ name }) => name));
  return [
    ...[...expected.results]
      .filter(([name]) => !isStep(name) || outcomeOf(name))
      .flatMap(([name, value]) =>
        differ(name, printExpected(value), printOutcome(outcomeOf(name))),
      ),
    ...[...expected.before].flatMap(([name, value]) =>
      differ(`${name} 之前`, printExpected(value), printValue(actual.before.get(name))),
    ),
    ...[...expected.after].flatMap(([name, value]) => {
      const outcome = actual.outcomes.get(nameOfNext.get(name) ?? '');
      if (value !== 'kept')
        return differ(`${name} 之后`, printExpected(value), printOutcome(outcome));
      const written = outcome?.status === 'value' ? outcome.value : actual.before.get(name);
      return differ(`${name} 之后`, printValue(actual.before.get(name)), printValue(written));
    }),
    ...program.accumulators.flatMap(({ name }) =>
      expected.before.has(name) || declared.has(name) ? [] : differ(name, '', '多出的累计'),
    ),
  ];
}

const STEPS = /\.(限外前|限外后|应扣起付|起付自担|计入|应付|保底补足|追补)$/;

/** Results that a program holds only where something reads them. */
function isStep(name: string): boolean {
  return STEPS.test(name);
}

function differ(name: string, expected: string, actual: string): readonly Difference[] {
  return expected === actual ? [] : [{ name, expected, actual }];
}

function printExpected(value: Fraction | boolean | 'undetermined' | undefined): string {
  if (value === undefined) return '不适用';
  if (value === 'undetermined') return '待补充';
  if (typeof value === 'boolean') return String(value);
  return printRational(rational(value.top, value.bottom));
}

function printOutcome(outcome: Outcome | undefined): string {
  if (!outcome) return '没有这个定义';
  if (outcome.status === 'value') return printValue(outcome.value);
  return outcome.status === 'missing' ? '待补充' : '不适用';
}

function printValue(value: Value | undefined): string {
  if (value === undefined) return '不适用';
  if (typeof value !== 'object') return String(value);
  return 'numerator' in value ? printRational(value) : [...value].sort().join('、');
}
