import type { EChartsCoreOption } from 'echarts/core';
import type { SharesChart } from './chart.ts';
import type { ChartLook } from './chart-look.ts';
import { coloursOf } from './chart-look.ts';
import { amountAxis, escapeTip, frameOf, nameAxis } from './frame.ts';
import { legendOf } from './legend.ts';

/** Each row the whole, its parts beside each other. */
export function sharesOption(chart: SharesChart, look: ChartLook): EChartsCoreOption {
  const { tones, paper } = coloursOf(look.scheme);
  const { rows, parts } = chart;
  return {
    ...frameOf(chart, look, legendRows(look.width)),
    legend: legendOf(
      parts.map(({ name }) => name),
      look,
    ),
    xAxis: { ...amountAxis(look), max: 100 },
    yAxis: nameAxis(
      rows.map(({ name }) => name),
      look,
    ),
    series: parts.map(({ name, tone }, at) => ({
      type: 'bar',
      stack: 'whole',
      name,
      barMaxWidth: 22,
      itemStyle: { color: tones[tone], borderColor: paper, borderWidth: 0.5 },
      data: rows.map(({ shares }) => (shares[at] ?? 0) * 100),
      tooltip: {
        formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
          const { name: row = '', texts } = rows[dataIndex] ?? {};
          return escapeTip(`${row}  ${texts?.[at] ?? ''}`);
        },
      },
    })),
  };
}

/** Rows that the names of seven parts take. */
export function legendRows(width: number): number {
  if (width < 560) return 4;
  return width < 860 ? 2 : 1;
}
