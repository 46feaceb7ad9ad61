import { dayNumber } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import type { Program } from '@tiaoli/ir';
import { linkPolicies } from '@tiaoli/workspace';
import type { SmallPolicy } from './small-policies.ts';
import { head } from './small-policies.ts';

/** The bound program of a small policy; throws on a slip of the test. */
export async function openSmall(
  { name, statements }: SmallPolicy,
  edit = (text: string): string => text,
): Promise<Program> {
  const path = 'small.tiaoli';
  const policies = await linkPolicies([{ path, text: edit(head + statements) }]);
  const { module } = policies.lower(path);
  const day = dayNumber({ year: 2024, month: 3, day: 1 });
  const dates = module ? governingDates(module).map((date) => [date, day] as const) : [];
  const program = module && bind(module, { dates: Object.fromEntries(dates) }).program;
  if (!program) throw new Error(`${name} does not compile`);
  return program;
}
