import type { EChartsCoreOption } from 'echarts/core';
import type { Mark, RangesChart } from './chart.ts';
import type { ChartLook, Colours } from './chart-look.ts';
import { coloursOf } from './chart-look.ts';
import { amountAxis, escapeTip, frameOf, nameAxis } from './frame.ts';

/** Both ends of each range from the centre outwards. */
export function rangesOption(chart: RangesChart, look: ChartLook): EChartsCoreOption {
  const colours = coloursOf(look.scheme);
  const { rows, centre } = chart;
  return {
    ...frameOf(chart, look, 1),
    xAxis: { ...amountAxis(look), scale: true },
    yAxis: nameAxis(
      rows.map(({ name }) => name),
      look,
    ),
    series: (['low', 'high'] as const).map((end) => endSeries(chart, end, colours, centre)),
  };
}

interface Drawing {
  readonly value: (dimension: number) => number;
  readonly coord: (point: readonly [number, number]) => readonly [number, number];
  readonly size: (extent: readonly [number, number]) => readonly [number, number];
}

function endSeries(
  { rows }: RangesChart,
  end: 'low' | 'high',
  { less, more, ink }: Colours,
  centre: Mark,
) {
  const fill = end === 'low' ? less : more;
  return {
    type: 'custom',
    encode: { x: [1, 2], y: 0 },
    data: rows.map((row, at) => [at, centre.value, row[end].value]),
    tooltip: {
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
        const row = rows[dataIndex];
        return escapeTip(`${row?.name ?? ''}  ${row?.[end].name ?? ''}  ${row?.[end].text ?? ''}`);
      },
    },
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: ink, type: 'solid', width: 1.5 },
      label: { formatter: `${centre.name} ${centre.text}`, color: ink, position: 'start' },
      data: end === 'low' ? [{ xAxis: centre.value }] : [],
    },
    renderItem: (_: unknown, { value, coord, size }: Drawing) => {
      const [start, y] = coord([value(1), value(0)]);
      const [to] = coord([value(2), value(0)]);
      const height = size([0, 1])[1] * 0.6;
      const width = Math.max(1, Math.abs(to - start));
      const shape = { x: Math.min(start, to), y: y - height / 2, width, height };
      return { type: 'rect', shape, style: { fill } };
    },
  };
}
