import type { Figure } from '@tiaoli/reports';
import { Skeleton } from 'antd';
import dynamic from 'next/dynamic';
import styles from '../simulate.module.css';
import { ReportTable } from './report-table.tsx';

/** The cases behind a bar of this name; undefined where there are none. */
export type DrillOf = (name: string) => (() => void) | undefined;

/** A table of more columns than these does not fit beside its chart. */
const MOST_BESIDE = 5;

/** Charts are large: they come when one is shown. */
const ChartView = dynamic(async () => (await import('./chart-view.tsx')).ChartView, {
  ssr: false,
  loading: () => <Skeleton.Node active className={styles.chartPlace ?? ''} />,
});

/** A chart and the table that says the same. */
export function FigureView({
  figure: { chart, table },
  drillOf,
}: {
  readonly figure: Figure;
  readonly drillOf: DrillOf;
}) {
  const width = table.columns.length > MOST_BESIDE ? styles.wide : '';
  return (
    <figure className={chart ? `${styles.figure} ${width}` : styles.tableOnly}>
      {chart && <ChartView chart={chart} drillOf={drillOf} />}
      <ReportTable table={table} drillOf={drillOf} />
    </figure>
  );
}
