import type { EChartsCoreOption } from 'echarts/core';
import type { CurveChart } from './chart.ts';
import type { ChartLook } from './chart-look.ts';
import { coloursOf } from './chart-look.ts';
import { amountAxis, escapeTip, frameOf, tickText } from './frame.ts';

/** A number over another: every point was run, lines between them only lead the eye. */
export function curveOption(chart: CurveChart, look: ChartLook): EChartsCoreOption {
  const { after, ink, quiet, line, more } = coloursOf(look.scheme);
  const { points, marked, target, across } = chart;

  return {
    ...frameOf(chart, look, 1),
    xAxis: {
      type: 'value',
      scale: true,
      name: across,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: quiet },
      axisLabel: { color: quiet, hideOverlap: true, formatter: tickText },
      splitLine: { show: false },
      axisLine: { lineStyle: { color: line } },
    },
    yAxis: { ...amountAxis(look), scale: true },
    series: [
      {
        type: 'line',
        symbolSize: 8,
        lineStyle: { color: after, width: 2 },
        itemStyle: { color: after },
        data: points.map(({ at, value: height }) => ({
          value: [at, height],
          ...(at === marked && { symbol: 'diamond', symbolSize: 16, itemStyle: { color: more } }),
        })),
        tooltip: {
          formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
            const { name = '', text = '' } = points[dataIndex] ?? {};
            return escapeTip(`${name}  ${text}`);
          },
        },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: ink, type: 'dashed' },
          label: { color: ink, formatter: target ? `${target.name} ${target.text}` : '' },
          data: target ? [{ yAxis: target.value }] : [],
        },
      },
    ],
  };
}
