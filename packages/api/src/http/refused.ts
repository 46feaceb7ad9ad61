import type { Diagnostic } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/workspace';
import type { ProblemStatus } from './api-problem.ts';
import { ApiProblem } from './api-problem.ts';

/** What a refusal of the store is on the web; anything else is content that cannot be taken. */
const statuses: ReadonlyMap<string, ProblemStatus> = new Map([
  ['record-not-found', 404],
  ['not-permitted', 403],
  ['unknown-actor', 401],
  ['sign-in-refused', 401],
  ['first-step-over', 401],
  ['factor-there', 409],
  ['outside-taken', 409],
  ['already-there', 409],
  ['draft-closed', 409],
  ['proposal-step', 409],
  ['proposal-changed', 409],
  ['proposal-there', 409],
  ['base-moved', 409],
  ['check-outdated', 409],
  ['approval-lapsed', 409],
  ['not-approved', 409],
  ['clause-moved', 409],
  ['too-many-jobs', 409],
  ['dataset-expired', 409],
  ['store-busy', 503],
  ['store-unavailable', 503],
  ['store-full', 503],
]);

/** The value of something that was done; unwinds with the problem where it was refused. */
export function doneOrProblem<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === 'done') return outcome.value;
  throw refusedProblem(outcome.diagnostics);
}

export function refusedProblem(diagnostics: readonly Diagnostic[]): ApiProblem {
  const [first] = diagnostics;
  if (!first) throw new Error('a refusal without a reason');
  const { code, message, hint } = first;
  return new ApiProblem({
    ...{ code, status: statuses.get(code) ?? 422, title: message, remedy: hint },
    findings: diagnostics,
  });
}

/** The value that was found; unwinds with 404 where there is none, or none that one may see. */
export function foundOrProblem<Value>(value: Value | undefined): Value {
  if (value !== undefined) return value;
  throw new ApiProblem({
    code: 'record-not-found',
    status: 404,
    title: {
      zh: '没有这项内容，或您无权查看。',
      en: 'There is nothing like that, or it is not yours to see.',
    },
    remedy: {
      zh: '核对地址里的编号；别的单位的草稿只有该单位能看。',
      en: 'Check the id in the address; drafts of another office are seen by that office alone.',
    },
  });
}

/** The draft was saved by somebody else in between. */
export function movedRevision(): ApiProblem {
  return new ApiProblem({
    code: 'draft-moved',
    status: 412,
    title: {
      zh: '别人已先保存，您的改动这次没有保存。',
      en: 'Somebody else saved first; your change was not saved this time.',
    },
    remedy: {
      zh: '重新读取草稿和现行版本，合并后再保存。',
      en: 'Read the draft and what is in force again, merge them, and save the result.',
    },
  });
}
