import type { Expr } from '@tiaoli/ir';
import type { Reading, Side } from '../claim.ts';
import { numeratorOf } from '../linear-form.ts';
import type { NumberTerm } from '../pool.ts';
import { numberOf } from '../pool.ts';
import type { RegionSession } from '../session.ts';
import { lowerOn } from '../session.ts';
import type { Case } from '../witness.ts';
import type { Stretch } from './line.ts';
import { pointOfCase } from './point-of-case.ts';
import type { AskedPair, SlicedPiece } from './slice-amounts.ts';
import { askedPair, sliceAmounts } from './slice-amounts.ts';
import type { Sliced } from './values-over.ts';
import { isOpen, sliced, valuesOver } from './values-over.ts';

/** A case in which one numeric fact is free, and the amounts that are looked at meanwhile. */
export interface OpenSlice {
  readonly slice: Sliced;
  readonly readings: readonly [Reading, Reading];
  readonly asked: AskedPair;
  /** Whole numbers of the slice stand for the fact times this. */
  readonly scale: bigint;
  /** What the fact may be, times the scale; absent where it is not bounded. */
  readonly low?: bigint;
  readonly high?: bigint;
}

/** Undefined where the fact is no number, or the programs do not declare their facts alike. */
export function openSlice(
  session: RegionSession,
  readings: readonly [Reading, Reading],
  base: Case,
  input: string,
): OpenSlice | undefined {
  // Everything that is looked at has its terms before the case is read, so that each fact gets its value.
  const asked = askedPair(session, readings);
  const fact = termOfInput(session, readings[0].side, input);
  if (!fact || session.pool.atOdds.size > 0) return undefined;
  const slice = sliced(session.pool, pointOfCase(session, base), fact.id);
  const { low, high, scale } = fact;
  return {
    ...{ slice, readings, asked, scale },
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
  };
}

function termOfInput(
  session: RegionSession,
  side: Side,
  input: string,
): Extract<NumberTerm, { kind: 'fact' }> | undefined {
  const lowered = lowerOn(
    session,
    { name: side.name, program: side.program, changes: [] },
    {
      kind: 'input',
      input,
    },
  );
  const [id] = lowered.kind === 'number' ? lowered.value.ids : [];
  const term = id === undefined ? undefined : numberOf(session.pool, id);
  return term?.kind === 'fact' ? term : undefined;
}

/** The amounts while the fact goes over `within`. */
export function piecesOf({ slice, asked }: OpenSlice, within: Stretch): readonly SlicedPiece[] {
  return sliceAmounts(slice, asked, within);
}

/** The first of some expressions of one side that is no single line over a stretch: where what follows it bends. */
export function firstBent<T extends { readonly value: Expr }>(
  session: RegionSession,
  { slice }: OpenSlice,
  side: Side,
  exprs: readonly T[],
  stretch: Stretch,
): T | undefined {
  const values = valuesOver(slice, stretch);
  return exprs.find(({ value }) => {
    const lowered = lowerOn(session, side, value);
    if (lowered.kind !== 'number') return false;
    const line = values.form(numeratorOf(lowered.value));
    return isOpen(line) && line.kind === 'cut';
  });
}
