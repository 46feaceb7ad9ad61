'use client';

import type { Chart } from '@tiaoli/reports';
import { chartHeight, chartOption } from '@tiaoli/reports';
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import type { ECharts } from 'echarts/core';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState } from 'react';
import { useTheme } from '../../shell/theme-context.tsx';
import styles from '../simulate.module.css';
import type { DrillOf } from './figure-view.tsx';

use([
  ...[BarChart, LineChart, CustomChart],
  ...[GridComponent, TooltipComponent, LegendComponent, MarkLineComponent, AriaComponent],
  SVGRenderer,
]);

/** A chart as SVG, as wide as its place; a click on a bar leads to the cases behind it, as the button in its table does. */
export function ChartView({
  chart,
  drillOf,
}: {
  readonly chart: Chart;
  readonly drillOf: DrillOf;
}) {
  const { scheme } = useTheme();
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<ECharts>(undefined);
  const [width, setWidth] = useState(0);
  const height = chartHeight(chart, width);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const made = init(element, undefined, { renderer: 'svg', width: 1, height: 1 });
    drawn.current = made;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => {
    if (width === 0) return;
    drawn.current?.resize({ width, height });
    drawn.current?.setOption(chartOption(chart, { scheme, width }), { notMerge: true });
  }, [chart, scheme, width, height]);
  useEffect(() => {
    const click = ({ name }: { readonly name?: string }): void => drillOf(name ?? '')?.();
    const made = drawn.current;
    made?.on('click', click);
    return () => {
      if (!made?.isDisposed()) made?.off('click', click);
    };
  }, [drillOf]);
  return (
    <div
      ref={place}
      role="img"
      aria-label={`${chart.title}。${chart.description}`}
      className={styles.chart}
      style={{ height }}
    />
  );
}
