import { compare, fenOfYuan, parseRational } from '@tiaoli/base';
import type { RegionAnswer } from '../behaviour-answers.ts';
import { holdsFor } from './region-grid.ts';

/** Which regions are wanted; what is absent is not asked for. */
export interface RegionFilter {
  /** A value of each fact, by its id. */
  readonly values: Readonly<Record<string, string>>;
  readonly direction?: 'more' | 'less';
  /** Yuan as typed; what is no amount asks for nothing. */
  readonly least?: string;
  readonly layer?: string;
}

export const noFilter: RegionFilter = { values: {} };

export function fits(region: RegionAnswer, filter: RegionFilter): boolean {
  const { values, direction, least, layer } = filter;
  return (
    Object.entries(values).every(([fact, value]) => holdsFor(region, fact, value)) &&
    (direction === undefined || goes(region, direction)) &&
    (least === undefined || isAtLeast(region, least)) &&
    (layer === undefined || layersOf(region).includes(layer))
  );
}

/** What may go either way, or is not bounded, is never left out. */
function goes({ direction }: RegionAnswer, wanted: 'more' | 'less'): boolean {
  return direction === wanted || direction === 'both' || direction === 'unknown';
}

/** A region without a bound may be of any size. */
function isAtLeast({ most }: RegionAnswer, yuan: string): boolean {
  const least = fenOfYuan(yuan.trim());
  const found = most === undefined ? undefined : parseRational(most);
  return !least || !found || compare(found, least) >= 0;
}

export function layersOf({ causes }: Pick<RegionAnswer, 'causes'>): readonly string[] {
  return [...new Set(causes.flatMap(({ layers }) => layers))];
}

export function isFiltering({ values, ...rest }: RegionFilter): boolean {
  const asked = [...Object.values(values), ...Object.values(rest)];
  return asked.some((each) => each !== undefined && each !== '');
}
