import type { Diagnostic, LocalText } from '@tiaoli/base';
import { insuredYear, printDate } from '@tiaoli/base';
import type { Accumulator, Expr, InvariantDeclaration } from '@tiaoli/ir';
import { both, compareTo, date, inputRef, invariantsAbout, literal } from '@tiaoli/ir';
import type { Claim } from '../claim.ts';
import { holdsOn } from '../layer-invariants.ts';
import { finding } from '../messages.ts';
import type { InductionAnswer } from '../prove-inductive.ts';
import { proveInductive } from '../prove-inductive.ts';
import { readSetOf } from '../read-set.ts';
import { usualLimits } from '../search.ts';
import { analysisOf } from '../session.ts';
import type { Frame } from './frame.ts';
import type { Findings, Inquiry } from './inquiry.ts';
import { excusesFor, noteUndecided, whereOf } from './inquiry.ts';
import { printHistory } from './print-history.ts';

/**
 * 约束 about accumulators: kept by every history of claims, or refuted by one.
 *
 * Where the rules change in mid-year the claims of the old version come first: what they leave behind must keep what the
 * new version says.
 */
export function* checkInvariants(inquiry: Inquiry): Findings {
  const found = new Set<string>();
  for (const [at, frame] of inquiry.frames.entries()) {
    const earlier = inquiry.frames[at - 1];
    const before = earlier?.place === frame.place ? earlier : undefined;
    for (const invariant of invariantsIn(frame)) {
      if (found.has(invariant.id)) continue;
      const broken = findingOf(inquiry, { invariant, frame, before });
      if (broken) found.add(invariant.id);
      yield broken;
    }
  }
}

function invariantsIn({ program, session, file }: Frame): readonly InvariantDeclaration[] {
  const { index } = analysisOf(session, program);
  const all = invariantsAbout('state', program.declarations, index);
  return all.filter(({ span }) => span.file === file);
}

/** A 约束 as it holds in one version, with the version before it in the same place. */
interface Stated {
  readonly invariant: InvariantDeclaration;
  readonly frame: Frame;
  readonly before: Frame | undefined;
}

const code = 'broken-invariant';

function findingOf(inquiry: Inquiry, stated: Stated): Diagnostic | undefined {
  const { invariant, frame } = stated;
  const answer = answerFor(stated);
  if (answer.kind === 'inductive') return undefined;
  const { span, name: subject } = invariant;
  const excuses = excusesFor({ frame, code, span });
  for (const each of excuses) inquiry.used.add(each);
  if (excuses.length > 0) return undefined;
  if (answer.kind === 'broken') {
    const history = printHistory(answer, invariant.condition, frame);
    return finding(code, { subject, history, ...whereOf(frame), change: changeOf(answer) }, span);
  }
  const reasons = answer.kind === 'undecided' ? answer.reasons : (['not-kept'] as const);
  noteUndecided(inquiry, { code, span, frame, subject }, reasons);
  return undefined;
}

/** Answers by who asks: `isOld` where the claims are those of the version before. */
type Told = InductionAnswer & { readonly isOld?: true };

function changeOf({ isOld }: Told): LocalText {
  return isOld
    ? { zh: '改版以前的结算之后，', en: 'after claims under the version before, ' }
    : { zh: '', en: '' };
}

function answerFor({ invariant, frame, before }: Stated): Told {
  const own = proved(frame, invariant.condition);
  if (own.kind !== 'inductive' || !before || beginsAnew(invariant, frame)) return own;
  const old = invariantsIn(before).find(({ id }) => id === invariant.id)?.condition;
  if (JSON.stringify(old) === JSON.stringify(invariant.condition)) return own;
  const left = proved(before, both(...(old ? [old] : []), invariant.condition));
  return left.kind === 'inductive' ? own : { ...left, isOld: true };
}

function proved(frame: Frame, condition: Expr): InductionAnswer {
  const { session, program } = frame;
  const given = daysFrom(frame, condition);
  return proveInductive(session, program, condition, { limits: usualLimits, given });
}

/** Claims of the days on which the version holds: from its first on. */
function daysFrom(frame: Frame, condition: Expr): readonly Claim[] {
  const first = literal(date, printDate(frame.day));
  const dates = accumulatorsIn(frame, condition).map(({ on }) => on);
  return [...new Set(dates)].map((on) => holdsOn(frame.side, compareTo(inputRef(on), '>=', first)));
}

function accumulatorsIn({ session, program }: Frame, condition: Expr): readonly Accumulator[] {
  const { index } = analysisOf(session, program);
  const { accumulators } = readSetOf(program, index, [condition]);
  return [...accumulators].flatMap((id) => index.accumulators.get(id) ?? []);
}

/** The version starts with an insured year, and nothing that is read outlasts one. */
function beginsAnew({ condition }: InvariantDeclaration, frame: Frame): boolean {
  const { program, day } = frame;
  const isYearly = accumulatorsIn(frame, condition).every(({ period }) => period !== 'ever');
  const year = insuredYear(day, program.yearStart);
  return isYearly && insuredYear(day - 1, program.yearStart) !== year;
}
