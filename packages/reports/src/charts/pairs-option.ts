import type { EChartsCoreOption } from 'echarts/core';
import type { PairsChart } from './chart.ts';
import type { ChartLook } from './chart-look.ts';
import { coloursOf } from './chart-look.ts';
import { amountAxis, escapeTip, frameOf, nameAxis } from './frame.ts';
import { legendOf } from './legend.ts';

export function pairsOption(chart: PairsChart, look: ChartLook): EChartsCoreOption {
  const { before, after } = coloursOf(look.scheme);
  const { rows, series, isLogarithmic } = chart;
  return {
    ...frameOf(chart, look, 1),
    legend: legendOf(series, look),
    xAxis: { ...amountAxis(look), ...(isLogarithmic && { type: 'log', logBase: 10 }) },
    yAxis: nameAxis(
      rows.map(({ name }) => name),
      look,
    ),
    series: ([0, 1] as const).map((side) => ({
      type: 'bar',
      name: series[side],
      barMaxWidth: 18,
      barGap: '10%',
      itemStyle: { color: side === 0 ? before : after, borderRadius: 2 },
      data: rows.map(({ values }) => shown(values[side], isLogarithmic)),
      tooltip: {
        formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
          const { name = '', texts } = rows[dataIndex] ?? {};
          return escapeTip(`${name}  ${series[side]}  ${texts?.[side] ?? ''}`);
        },
      },
    })),
  };
}

/** Nothing has no place on a logarithmic scale. */
function shown(value: number, isLogarithmic: true | undefined): number | '-' {
  return isLogarithmic && value <= 0 ? '-' : value;
}
