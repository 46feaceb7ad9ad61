import { rational } from '@tiaoli/base';
import type { Reading } from '../claim.ts';
import { and, or } from '../conditions.ts';
import type { Form } from '../linear-form.ts';
import { numeratorOf, subtractForms } from '../linear-form.ts';
import { isMissing, truthOf } from '../lowered.ts';
import type { Condition, Construct } from '../pool.ts';
import { readSetOf } from '../read-set.ts';
import type { RegionSession } from '../session.ts';
import { analysisOf, lowerOn } from '../session.ts';
import { joinPieces } from './join-pieces.ts';
import type { Line, Stretch } from './line.ts';
import { scaleLine } from './line.ts';
import type { Open, Sliced, StretchValues } from './values-over.ts';
import { isOpen, valuesOver } from './values-over.ts';

/** A stretch on which both amounts are one line each, within rounding, or have none. */
export interface SlicedPiece extends Stretch {
  readonly before: SlicedAmount;
  readonly after: SlicedAmount;
  /** after − before, where both are lines: what they share leaves no rounding. */
  readonly difference?: Line;
}

export type SlicedAmount =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-applicable' }
  /** An invariant refuses such a case, on either side. */
  | { readonly kind: 'refused' }
  /** Nothing is said: it is no line, or `splits`, was cut too often. */
  | { readonly kind: 'undecided'; readonly reason: Construct | 'splits' };

/** What is cut at most: counted, so that answers repeat. */
const mostStretches = 4000;

/** Two amounts while one fact goes over `within`: pieces that cover it, in order. */
export function sliceAmounts(
  slice: Sliced,
  asked: AskedPair,
  within: Stretch,
): readonly SlicedPiece[] {
  const pieces: SlicedPiece[] = [];
  const left: Stretch[] = [within];
  let visited = 0;
  for (let next = left.pop(); next; next = left.pop()) {
    visited += 1;
    const found = visited > mostStretches ? tooMany : pieceOver(slice, asked, next);
    if (found.kind === 'cut') {
      left.push({ from: found.cut, to: next.to }, { from: next.from, to: found.cut - 1n });
    } else pieces.push({ ...next, ...found.amounts });
  }
  return joinPieces(pieces);
}

interface Asked {
  readonly missing: Condition;
  readonly absent: Condition;
  readonly form?: Form;
}

function askedOf(session: RegionSession, { side, value }: Reading): Asked {
  const lowered = lowerOn(session, side, value);
  const { absent } = lowered;
  const form = lowered.kind === 'number' ? { form: lowered.value } : {};
  return { missing: isMissing(session.pool, lowered), absent, ...form };
}

/** What two readings are over the terms of a session, and which cases both sides take. */
export interface AskedPair {
  readonly before: Asked;
  readonly after: Asked;
  readonly admits: Condition;
}

export function askedPair(
  session: RegionSession,
  readings: readonly [Reading, Reading],
): AskedPair {
  const [before, after] = readings;
  return {
    before: askedOf(session, before),
    after: askedOf(session, after),
    admits: and(
      session.pool,
      readings.flatMap((each) => admittedBy(session, each)),
    ),
  };
}

/** As where cases are taken in: an invariant is broken only where it is known to be false. */
function admittedBy(session: RegionSession, { side, value }: Reading): readonly Condition[] {
  const { pool } = session;
  const { index } = analysisOf(session, side.program);
  const { invariants } = readSetOf(side.program, index, [value], side.after === true);
  const { after: _, ...plain } = side;
  return invariants.map(({ condition }) => {
    const lowered = lowerOn(session, plain, condition);
    return or(pool, [isMissing(pool, lowered), lowered.absent, truthOf(pool, lowered)]);
  });
}

type Cut = Extract<Open, { kind: 'cut' }>;
type Found = { readonly kind: 'piece'; readonly amounts: Omit<SlicedPiece, 'from' | 'to'> };

const openAmount = { kind: 'undecided', reason: 'splits' } as const;
const tooMany: Found = { kind: 'piece', amounts: { before: openAmount, after: openAmount } };

const refusedAmount = { kind: 'refused' } as const;
const refused: Found = {
  kind: 'piece',
  amounts: { before: refusedAmount, after: refusedAmount },
};

function pieceOver(slice: Sliced, asked: AskedPair, stretch: Stretch): Found | Cut {
  const values = valuesOver(slice, stretch);
  const isAdmitted = values.condition(asked.admits);
  if (isAdmitted === false) return refused;
  if (isOpen(isAdmitted) && isAdmitted.kind === 'cut') return isAdmitted;
  const before = amountOver(asked.before, values);
  if (before.kind === 'cut') return before;
  const after = amountOver(asked.after, values);
  if (after.kind === 'cut') return after;
  const amounts = { before, after };
  if (before.kind !== 'line' || after.kind !== 'line') return { kind: 'piece', amounts };
  const [old, now] = [asked.before.form, asked.after.form];
  const difference = old && now ? lineOver(subtractForms(now, old), values) : undefined;
  if (!difference || isOpen(difference)) return { kind: 'piece', amounts };
  return { kind: 'piece', amounts: { ...amounts, difference } };
}

function amountOver({ missing, absent, form }: Asked, values: StretchValues): SlicedAmount | Cut {
  const isUndetermined = values.condition(missing);
  if (isOpen(isUndetermined)) return toldOpen(isUndetermined);
  if (isUndetermined || !form) return { kind: 'missing' };
  const isAbsent = values.condition(absent);
  if (isOpen(isAbsent)) return toldOpen(isAbsent);
  if (isAbsent) return { kind: 'not-applicable' };
  const line = lineOver(form, values);
  return isOpen(line) ? toldOpen(line) : { kind: 'line', line };
}

function toldOpen(open: Open): SlicedAmount | Cut {
  return open.kind === 'cut' ? open : { kind: 'undecided', reason: open.construct };
}

function lineOver(form: Form, values: StretchValues): Line | Open {
  const line = values.form(numeratorOf(form));
  return isOpen(line) ? line : scaleLine(line, rational(1n, form.denominator));
}
