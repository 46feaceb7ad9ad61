import type { Diagnostic, TextLanguage } from '@tiaoli/base';
import type { Problem } from '../../../http/problem.ts';
import { problemResponse } from '../../../http/problem.ts';
import type { SideFinding } from '../compare-answers.ts';

/** Why two sides are not compared: the first finding is the reason, all of them stand beside. */
export function refusedComparison(
  diagnostics: readonly Diagnostic[],
  language: TextLanguage,
): Response {
  const [reason] = diagnostics;
  return problemResponse(reason ? problemOf(reason) : notComparable, language, {
    findings: diagnostics.slice(0, MOST_FINDINGS).map((each) => findingOf(each, language)),
  });
}

/** Findings beyond these are left to the editor. */
const MOST_FINDINGS = 20;

/** Sides that were not found are told apart from those that cannot be compared. */
const notFound: ReadonlySet<string> = new Set(['unknown-document', 'unknown-version']);

function problemOf({ code, message, hint }: Diagnostic): Problem {
  return {
    code,
    status: notFound.has(code) ? 404 : 422,
    title: message,
    ...(hint && { detail: hint }),
  };
}

const notComparable: Problem = {
  code: 'not-comparable',
  status: 422,
  title: { zh: '这两边不能比较。', en: 'These two sides cannot be compared.' },
};

function findingOf({ code, message, hint, span }: Diagnostic, language: TextLanguage): SideFinding {
  return {
    code,
    message: message[language],
    ...(hint && { hint: hint[language] }),
    file: span.file,
    line: span.start.line,
  };
}
