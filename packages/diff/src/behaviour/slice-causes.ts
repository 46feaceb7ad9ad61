import type { Definition } from '@tiaoli/ir';
import { definitionRef } from '@tiaoli/ir';
import type { OpenSlice, Reading, RegionSession, SlicedPiece, Stretch } from '@tiaoli/regions';
import { firstBent } from '@tiaoli/regions';
import type { Cause } from './behaviour.ts';
import { readBy } from './compared-results.ts';
import type { SliceBreak } from './slice-of.ts';

/** The rules, one of each side at most, that bend where one piece ends and the next begins. */
export function causesOfBend(
  session: RegionSession,
  open: OpenSlice,
  [left, right]: readonly [SlicedPiece, SlicedPiece],
): Omit<SliceBreak, 'at'> {
  const around: Stretch = {
    from: greater(left.from, right.from - near),
    to: lesser(right.to, right.from + near),
  };
  const [before, after] = open.readings.map((reading) => causeOn(session, open, reading, around));
  return { ...(before && { before }), ...(after && { after }) };
}

/** How far around a bend is looked: rounding moves it by less. */
const near = 100n;

/** In the order of evaluation, so that what bends first is what makes the others bend. */
function causeOn(
  session: RegionSession,
  open: OpenSlice,
  reading: Reading,
  around: Stretch,
): Cause | undefined {
  const { definitions } = readBy(reading);
  const read = reading.side.program.definitions.filter(({ id }) => definitions.has(id));
  const asked = read.map((definition) => ({ definition, value: definitionRef(definition.id) }));
  const bent = firstBent(session, open, reading.side, asked, around);
  return bent && causeOf(bent.definition);
}

function causeOf({ id, name, origin: { declaration, clause } }: Definition): Cause {
  return { name, definition: id, declaration, ...(clause && { clause }) };
}

function greater(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}

function lesser(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}
