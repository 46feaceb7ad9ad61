import { parseDate } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import type { Program } from '@tiaoli/ir';
import { createLanguageWorkspace } from '@tiaoli/language';
import { commonPath, readSource } from '../checking/repeat-policies.ts';

const policyPath = 'test/bench/policy.tiaoli';

/** The three layers of `../policy.tiaoli` in force in Taiyuan from 2023 on. */
export async function compilePolicy(): Promise<Program> {
  const language = createLanguageWorkspace();
  await language.update([readSource(commonPath), readSource(policyPath)]);
  const { module, diagnostics } = language.lower(policyPath);
  if (!module) throw new Error(diagnostics[0]?.message.en ?? 'the policy has no module');
  const day = parseDate('2023-06-01');
  if (day === undefined) throw new Error('no such day');
  const dates = Object.fromEntries(governingDates(module).map((ref) => [ref, day]));
  const bound = bind(module, { jurisdiction: '太原市', dates: { ...dates, on: day } });
  if (!bound.program) throw new Error(bound.diagnostics[0]?.message.en ?? 'cannot be bound');
  return bound.program;
}
