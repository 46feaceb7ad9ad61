import type { EChartsCoreOption } from 'echarts/core';
import type { BarsChart } from './chart.ts';
import type { ChartLook } from './chart-look.ts';
import { coloursOf } from './chart-look.ts';
import { amountAxis, escapeTip, frameOf, nameAxis, signColour } from './frame.ts';
import { whiskerSeries } from './whiskers.ts';

export function barsOption(chart: BarsChart, look: ChartLook): EChartsCoreOption {
  const colours = coloursOf(look.scheme);
  const { bars } = chart;
  const whiskers = bars.flatMap(({ value, half }, row) =>
    half === undefined ? [] : [{ row, low: value - half, high: value + half }],
  );
  return {
    ...frameOf(chart, look),
    xAxis: amountAxis(look),
    yAxis: nameAxis(
      bars.map(({ name }) => name),
      look,
    ),
    series: [
      {
        type: 'bar',
        barMaxWidth: 22,
        data: bars.map(({ value }) => ({
          value,
          itemStyle: { color: signColour(value, colours), borderRadius: 2 },
        })),
        tooltip: {
          formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
            const { name = '', text = '' } = bars[dataIndex] ?? {};
            return escapeTip(`${name}  ${text}`);
          },
        },
      },
      whiskerSeries(whiskers, look),
    ],
  };
}
