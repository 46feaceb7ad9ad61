'use client';

import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import styles from './result.module.css';

use([BarChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** A chart as SVG. It fills its place, or has a width of its own where it is drawn for paper. */
export function PayersChart({
  option,
  height,
  width,
}: {
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly width?: number;
}) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const made = init(element, undefined, { renderer: 'svg', height, ...(width && { width }) });
    chart.current = made;
    if (width) return () => made.dispose();
    const observer = new ResizeObserver(() => made.resize({ height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
    };
  }, [height, width]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a chart made anew has no option yet
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option, height, width]);
  return <div ref={place} role="img" className={styles.chart} style={{ height, width }} />;
}
