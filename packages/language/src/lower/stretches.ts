import type { DayNumber, Validity } from '@tiaoli/base';
import type { TiaoliDocument } from '../tiaoli-document.ts';

/** Days of one file in which it is made of the same versions of other documents, and those documents, itself first. */
export interface Stretch {
  readonly validity: Validity;
  readonly documents: readonly TiaoliDocument[];
}

/**
 * A file cut at the days on which another version of something else in its closure begins, oldest first: a city's text
 * that goes on when its province's is replaced is another calculation from that day on.
 *
 * @param closure  the target with every version of every other document
 */
export function stretchesOf(
  target: TiaoliDocument,
  closure: readonly TiaoliDocument[],
): readonly Stretch[] {
  const others = closure.filter((each) => each.id !== target.id);
  const versions = [...Map.groupBy(others, ({ id }) => id).values()].map(oldestFirst);
  const { from, to } = target.header;
  const later = versions
    .flatMap((each) => each.slice(1).flatMap(({ header }) => header.from ?? []))
    .filter((day) => from !== undefined && from < day && (to === undefined || day <= to));
  const starts = [from, ...[...new Set(later)].sort((left, right) => left - right)];
  return starts.map((start, at) => {
    const next = starts[at + 1];
    const last = next === undefined ? to : next - 1;
    return {
      validity: {
        ...(start !== undefined && { from: start }),
        ...(last !== undefined && { to: last }),
      },
      documents: [target, ...versions.flatMap((each) => inForceOn(start, each))],
    };
  });
}

/** The stretch in which `day` lies; the first of a day before it, and without a day. */
export function stretchOn(
  stretches: readonly Stretch[],
  day: DayNumber | undefined,
): Stretch | undefined {
  const begun = stretches.findLast(
    ({ validity }) => day !== undefined && (validity.from ?? day) <= day,
  );
  return begun ?? stretches[0];
}

function oldestFirst(versions: readonly TiaoliDocument[]): readonly TiaoliDocument[] {
  const startOf = ({ header }: TiaoliDocument): number => header.from ?? -Infinity;
  return versions.toSorted((left, right) => startOf(left) - startOf(right));
}

/** The version that has begun last on the day, else the first; of a document without a day the newest. */
function inForceOn(
  day: DayNumber | undefined,
  versions: readonly TiaoliDocument[],
): readonly TiaoliDocument[] {
  const isBegun = ({ header }: TiaoliDocument): boolean =>
    (header.from ?? -Infinity) <= (day ?? Infinity);
  const version = versions.findLast(isBegun) ?? versions[0];
  return version ? [version] : [];
}
