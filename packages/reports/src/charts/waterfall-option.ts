import type { EChartsCoreOption } from 'echarts/core';
import type { WaterfallChart } from './chart.ts';
import type { ChartLook, Colours } from './chart-look.ts';
import { coloursOf } from './chart-look.ts';
import { amountAxis, escapeTip, frameOf, nameAxis, signColour } from './frame.ts';
import type { Whisker } from './whiskers.ts';
import { whiskerSeries } from './whiskers.ts';

type Step = WaterfallChart['steps'][number];

/** Where each step begins and ends: one on top of the other, totals from zero. */
export function placeSteps(steps: readonly Step[]): readonly { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
  let reached = 0;
  for (const { role, value } of steps) {
    const from = role === 'total' ? 0 : reached;
    reached = from + value;
    places.push({ from, to: reached });
  }
  return places;
}

export function waterfallOption(chart: WaterfallChart, look: ChartLook): EChartsCoreOption {
  const colours = coloursOf(look.scheme);
  const places = placeSteps(chart.steps);
  const whiskers = chart.steps.flatMap(({ half }, row): readonly Whisker[] => {
    const to = places[row]?.to ?? 0;
    return half === undefined ? [] : [{ row, low: to - half, high: to + half }];
  });
  return {
    ...frameOf(chart, look),
    xAxis: { ...amountAxis(look), scale: false },
    yAxis: nameAxis(
      chart.steps.map(({ name }) => name),
      look,
    ),
    series: [stepSeries(chart.steps, places, colours), whiskerSeries(whiskers, look)],
  };
}

interface Drawing {
  readonly value: (dimension: number) => number;
  readonly coord: (point: readonly [number, number]) => readonly [number, number];
  readonly size: (extent: readonly [number, number]) => readonly [number, number];
}

/** The thickness of a bar, of its row. */
const THICK = 0.6;

/** Bars that may begin anywhere, also across zero, which stacked bars cannot. */
function stepSeries(
  steps: readonly Step[],
  places: readonly { from: number; to: number }[],
  colours: Colours,
) {
  return {
    type: 'custom',
    encode: { x: [1, 2], y: 0 },
    data: steps.map((_, row) => [row, places[row]?.from ?? 0, places[row]?.to ?? 0]),
    tooltip: {
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
        const { name = '', text = '' } = steps[dataIndex] ?? {};
        return escapeTip(`${name}  ${text}`);
      },
    },
    renderItem: (
      { dataIndex }: { readonly dataIndex: number },
      { value, coord, size }: Drawing,
    ) => {
      const step = steps[dataIndex];
      const [start, y] = coord([value(1), value(0)]);
      const [end] = coord([value(2), value(0)]);
      const height = size([0, 1])[1] * THICK;
      const width = Math.max(1, Math.abs(end - start));
      const shape = { x: Math.min(start, end), y: y - height / 2, width, height, r: 2 };
      return {
        type: 'rect',
        shape,
        style: { fill: step ? stepColour(step, colours) : colours.total },
      };
    },
  };
}

function stepColour({ role, value }: Step, colours: Colours): string {
  switch (role) {
    case 'total':
      return colours.total;
    case 'interaction':
      return colours.interaction;
    default:
      return signColour(value, colours);
  }
}
