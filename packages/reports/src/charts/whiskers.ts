import type { ChartLook } from './chart-look.ts';
import { coloursOf } from './chart-look.ts';

/** From where to where the 95% interval of a row goes. */
export interface Whisker {
  readonly row: number;
  readonly low: number;
  readonly high: number;
}

/** The part of ECharts' drawing interface that is used. */
interface Drawing {
  readonly value: (dimension: number) => number;
  readonly coord: (point: readonly [number, number]) => readonly [number, number];
}

const CAP = 5;

/** Intervals as thin lines with caps, over the bars. */
export function whiskerSeries(whiskers: readonly Whisker[], { scheme }: ChartLook) {
  const { ink } = coloursOf(scheme);
  return {
    type: 'custom',
    silent: true,
    z: 5,
    encode: { x: [1, 2], y: 0 },
    data: whiskers.map(({ row, low, high }) => [row, low, high]),
    renderItem: (_: unknown, { value, coord }: Drawing) => {
      const [left, y] = coord([value(1), value(0)]);
      const [right] = coord([value(2), value(0)]);
      const path = `M${left} ${y}H${right}M${left} ${y - CAP}v${2 * CAP}M${right} ${y - CAP}v${2 * CAP}`;
      return {
        type: 'path',
        shape: { pathData: path },
        style: { stroke: ink, fill: 'none', lineWidth: 1.5 },
      };
    },
  };
}
