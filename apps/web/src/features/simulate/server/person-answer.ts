import type { TextLanguage } from '@tiaoli/base';
import { fenOfYuan, parseDate, printYuan } from '@tiaoli/base';
import type { CaseChange } from '@tiaoli/simulation';
import type { Policies, SettledForm } from '@tiaoli/workspace';
import { resolveReference, settleForm } from '@tiaoli/workspace';
import type { RunSide, RunTask } from '../../../jobs/simulation-jobs.ts';
import { personPart } from '../../calculator/model/person-part.ts';
import type { CaseAnswer, SettledSide } from '../../compare/behaviour-answers.ts';

/** The year of one person settled claim by claim under both versions, as the documents are now. */
export function personAnswer(
  policies: Policies,
  { case: input, name, baseline, reform }: CaseChange,
  sides: RunTask['sides'],
  language: TextLanguage,
): CaseAnswer {
  const settle = (side: RunSide, found: string): SettledSide => {
    const settled = settleYear(policies, side, { input, language });
    const part = partOf(settled);
    return {
      ...{ document: side.document, path: side.file, on: side.on, found: shown(found), settled },
      agrees: part !== undefined && shown(part) === shown(found),
    };
  };
  return {
    ...{ name: yearName[language], isNumber: false, text: name, isYear: true },
    // What a run keeps of a person is a case as `calc` takes it.
    input: input as CaseAnswer['input'],
    old: settle(sides[0], baseline),
    new: settle(sides[1], reform),
  };
}

const yearName = { zh: '全年个人负担', en: 'What the person bears in the year' };

function settleYear(
  policies: Policies,
  { file, on: day }: RunSide,
  asked: { readonly input: unknown; readonly language: TextLanguage },
): SettledForm {
  const { reference } = resolveReference(policies, file);
  if (!reference) return { kind: 'refused', findings: [] };
  const on = parseDate(day);
  return settleForm(policies, reference, { ...asked, ...(on !== undefined && { on }) });
}

function partOf(settled: SettledForm): string | undefined {
  return settled.kind === 'settled' ? personPart(settled.result.outputs) : undefined;
}

function shown(yuan: string): string {
  const fen = fenOfYuan(yuan.replaceAll(',', ''));
  return fen === undefined ? yuan : printYuan(fen);
}
