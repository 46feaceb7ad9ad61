import { dayNumber } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import type { Behaviour, BehaviourOptions } from '@tiaoli/diff';
import { compareBehaviour } from '@tiaoli/diff';
import type { Program } from '@tiaoli/ir';
import { linkPolicies } from '@tiaoli/workspace';

const day = dayNumber({ year: 2024, month: 6, day: 1 });

/** The program of one document on a day of 2024; throws on a slip of the test. */
export async function openText(text: string): Promise<Program> {
  const path = 'policies/pair.tiaoli';
  const policies = await linkPolicies([{ path, text }]);
  const { module } = policies.lower(path);
  const dates = module ? governingDates(module).map((date) => [date, day] as const) : [];
  const program = module && bind(module, { dates: Object.fromEntries(dates) }).program;
  const errors = policies.language.findings().filter(({ severity }) => severity === 'error');
  if (program && errors.length === 0) return program;
  throw new Error(`${errors.map(({ message }) => message.zh).join('\n')}\n${text}`);
}

/** What `tiaoli diff` compares, without a limit of time. */
export function behaviourOf(
  before: Program,
  after: Program,
  options?: BehaviourOptions,
): Behaviour {
  const run = compareBehaviour(before, after, options);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}
