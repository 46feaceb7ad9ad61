import { assertNever } from '@tiaoli/base';
import type { EChartsCoreOption } from 'echarts/core';
import { barsOption } from './bars-option.ts';
import type { Chart } from './chart.ts';
import type { ChartLook } from './chart-look.ts';
import { curveOption } from './curve-option.ts';
import { pairsOption } from './pairs-option.ts';
import { rangesOption } from './ranges-option.ts';
import { rowHeight } from './row-names.ts';
import { legendRows, sharesOption } from './shares-option.ts';
import { waterfallOption } from './waterfall-option.ts';

/**
 * A chart for ECharts. It needs the charts Bar, Line and Custom, the components Grid, Tooltip, Legend, MarkLine and Aria, and
 * the SVG renderer.
 */
export function chartOption(chart: Chart, look: ChartLook): EChartsCoreOption {
  switch (chart.kind) {
    case 'waterfall':
      return waterfallOption(chart, look);
    case 'bars':
      return barsOption(chart, look);
    case 'pairs':
      return pairsOption(chart, look);
    case 'shares':
      return sharesOption(chart, look);
    case 'ranges':
      return rangesOption(chart, look);
    case 'curve':
      return curveOption(chart, look);
    default:
      return assertNever(chart);
  }
}

const ROW = 34;
const PAIR = 52;
const AXIS = 44;
const LEGEND = 36;

/** Pixels that it takes from top to bottom where there are so many across. */
export function chartHeight(chart: Chart, width: number): number {
  const rows = (named: readonly { readonly name: string }[], least: number): number => {
    const names = named.map(({ name }) => name);
    return AXIS + names.length * rowHeight(names, width, least);
  };
  switch (chart.kind) {
    case 'waterfall':
      return rows(chart.steps, ROW);
    case 'bars':
      return rows(chart.bars, ROW);
    case 'pairs':
      return LEGEND + rows(chart.rows, PAIR);
    case 'shares':
      return legendRows(width) * LEGEND + rows(chart.rows, ROW);
    case 'ranges':
      return LEGEND + rows(chart.rows, ROW);
    case 'curve':
      return 340;
    default:
      return assertNever(chart);
  }
}
