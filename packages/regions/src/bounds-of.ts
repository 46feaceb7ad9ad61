import type { Rational } from '@tiaoli/base';
import { rational } from '@tiaoli/base';
import type { Claim, Reading } from './claim.ts';
import type { Asked, Witness, WitnessOptions } from './find-witness.ts';
import { prepare, replayPoint } from './find-witness.ts';
import type { Form } from './linear-form.ts';
import { integerForm, negateForm, numeratorOf, scaleForm, subtractForms } from './linear-form.ts';
import { mostByDay, soleDay } from './most-by-day.ts';
import type { Point } from './point.ts';
import { valuesAt } from './point.ts';
import { relatePairs } from './relate-pairs.ts';
import type { Candidate, GaveUp, Limits } from './search.ts';
import { explore, leavesOf, narrowGap, usualLimits } from './search.ts';
import type { RegionSession } from './session.ts';
import { limitsLeft, lowerOn } from './session.ts';
import { maximise } from './simplex.ts';
import { simplifyPoint } from './simplify-point.ts';
import type { Space } from './space.ts';
import { assume, columnOfGoal, createSpace } from './space.ts';

/** How small and how large an amount may be over the cases that are asked for. */
export type BoundsAnswer =
  /** Proved: there is no such case. */
  | { readonly kind: 'never' }
  | { readonly kind: 'bounds'; readonly low: End; readonly high: End }
  | { readonly kind: 'contradicted'; readonly witness: Witness };

/** One end of the values: proved, attained, or both. */
export interface End {
  /** No case goes beyond it; absent where nothing was proved. In the unit of the value. */
  readonly proved?: Rational;
  /** A replayed case, and its value; `proved` is exact where the two are equal. */
  readonly attained?: { readonly value: Rational; readonly witness: Witness };
  /** Why `proved` may be wider than it need be. */
  readonly reasons: readonly GaveUp[];
}

/** left − right, or left alone. */
export interface Amount {
  readonly left: Reading;
  readonly right?: Reading;
}

/** The proved bounds of an amount where `given` is true, with replayed cases at both ends. */
export function boundsOf(
  session: RegionSession,
  amount: Amount,
  given: Claim | undefined,
  options: WitnessOptions = {},
): BoundsAnswer {
  const { asked, form } = questionOf(session, amount, given, options);
  if (session.pool.atOdds.size > 0) return unknownBounds;
  const limits = options.limits ?? usualLimits;
  const high = greatestOf(session, asked, form, limits);
  if (high === 'never') return { kind: 'never' };
  const low = greatestOf(session, asked, negateForm(form), limits);
  if (low === 'never') return { kind: 'never' };
  const ends = {
    low: endOf(session, asked, low, form, -1n),
    high: endOf(session, asked, high, form, 1n),
  };
  if (ends.low.kind === 'contradicted') return ends.low;
  if (ends.high.kind === 'contradicted') return ends.high;
  return { kind: 'bounds', low: ends.low.end, high: ends.high.end };
}

/** The lower end alone, for less than both: of one value; undefined where there is no such case, or a contradiction. */
export function leastOf(
  session: RegionSession,
  left: Reading,
  given: Claim,
  options: WitnessOptions,
): End | undefined {
  const { asked, form } = questionOf(session, { left }, given, options);
  if (session.pool.atOdds.size > 0) return undefined;
  const low = greatestOf(session, asked, negateForm(form), options.limits ?? usualLimits);
  const found = low === 'never' ? undefined : endOf(session, asked, low, form, -1n);
  return found?.kind === 'end' ? found.end : undefined;
}

function questionOf(
  session: RegionSession,
  amount: Amount,
  given: Claim | undefined,
  options: WitnessOptions,
): { readonly asked: Asked; readonly form: Form } {
  const readings = amount.right ? [amount.left, amount.right] : [amount.left];
  const valued = readings.map((of): Claim => ({ kind: 'valued', of }));
  const claim: Claim = { kind: 'all', parts: given ? [...valued, given] : valued };
  const asked = prepare(session, claim, options);
  return { asked, form: formOfAmount(session, amount) };
}

const unknownBounds: BoundsAnswer = {
  kind: 'bounds',
  low: { reasons: ['at-odds'] },
  high: { reasons: ['at-odds'] },
};

function formOfAmount(session: RegionSession, { left, right }: Amount): Form {
  const form = ({ side, value }: Reading): Form => {
    const lowered = lowerOn(session, side, value);
    return lowered.kind === 'number' ? lowered.value : integerForm(0n);
  };
  return right ? subtractForms(form(left), form(right)) : form(left);
}

interface Greatest {
  /** Of the numerator of the form; absent where it is not bounded. */
  readonly proved?: bigint;
  readonly best?: { readonly value: bigint; readonly point: Point };
  readonly reasons: readonly GaveUp[];
}

/** Branch and bound: parts whose relaxed maximum is not above the best point found are left. */
function greatestOf(
  session: RegionSession,
  asked: Asked,
  form: Form,
  limits: Limits,
): Greatest | 'never' {
  const { pool } = session;
  const whole = numeratorOf(form);
  const space = createSpace(pool);
  const goal = columnOfGoal(space, whole);
  const day = soleDay(pool, whole);
  if (!assume(space, asked.condition)) return 'never';
  if (!relatePairs(space, [whole])) return 'never';
  const reasons = new Set<GaveUp>();
  let best: Greatest['best'];
  let root: bigint | undefined;
  let here: bigint | undefined;
  let lost: bigint | undefined | 'unbounded';
  let visited = 0;
  const aim = (at: Space): void => {
    const most = maximise(at.tableau, goal, limits.pivots);
    const relaxed = most === undefined ? undefined : most + whole.constant;
    const byDay = day === undefined ? undefined : mostByDay(at, whole, day);
    here = relaxed === undefined || (byDay !== undefined && byDay < relaxed) ? byDay : relaxed;
    if (visited === 0) root = here;
    visited += 1;
  };
  const look = (candidates: readonly Candidate[]): 'closer' | 'enough' => {
    for (const { point, values } of candidates) {
      const value = values.condition(asked.condition) ? values.form(whole) : undefined;
      if (value !== undefined && (!best || value > best.value)) best = { value, point };
    }
    return here !== undefined && best && here <= best.value ? 'enough' : 'closer';
  };
  const isFarOff = (): boolean =>
    here === undefined || !best || here - best.value > BigInt(narrowGap) * form.denominator;
  const leave = (reason: GaveUp): void => {
    reasons.add(reason);
    const bound = reason === 'pivots' ? root : here;
    if (bound === undefined) lost = 'unbounded';
    else if (lost === undefined || (lost !== 'unbounded' && bound > lost)) lost = bound;
  };
  const search = {
    space,
    visitor: { aim, isFarOff, look, leave },
    limits: limitsLeft(session, limits),
    splits: 0,
    depth: 0,
    stopped: false,
  };
  explore(search, []);
  session.work.leaves += leavesOf(search);
  if (!best && lost === undefined) return 'never';
  const found = { ...(best && { best }), reasons: [...reasons] };
  if (lost === 'unbounded') return found;
  const proved = best && (lost === undefined || best.value > lost) ? best.value : lost;
  if (proved !== undefined && proved === best?.value) return { best, proved, reasons: [] };
  return { ...found, ...(proved !== undefined && { proved }) };
}

function endOf(
  session: RegionSession,
  asked: Asked,
  { proved, best, reasons }: Greatest,
  form: Form,
  sign: 1n | -1n,
): { readonly kind: 'end'; readonly end: End } | Extract<BoundsAnswer, { kind: 'contradicted' }> {
  const amountOf = (numerator: bigint): Rational => rational(numerator * sign, form.denominator);
  const bound = proved === undefined ? {} : { proved: amountOf(proved) };
  if (!best) return { kind: 'end', end: { ...bound, reasons } };
  const point = simplifyPoint(session.pool, best.point, (next) => {
    const values = valuesAt(session.pool, next);
    const isSame = values.form(scaleForm(numeratorOf(form), rational(sign))) === best.value;
    return isSame && values.condition(asked.condition) === true;
  });
  const { isTrue, witness } = replayPoint(session, asked, point);
  if (!isTrue) return { kind: 'contradicted', witness: witness() };
  return {
    kind: 'end',
    end: { ...bound, attained: { value: amountOf(best.value), witness: witness() }, reasons },
  };
}
