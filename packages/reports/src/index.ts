export type { BriefImpact, BriefResult } from './brief-impact.ts';
export { briefImpact } from './brief-impact.ts';
export { buildReport } from './build-report.ts';
export type {
  BarsChart,
  Chart,
  CurveChart,
  Mark,
  PairsChart,
  RangesChart,
  SharesChart,
  WaterfallChart,
} from './charts/chart.ts';
export type { ChartLook, Scheme } from './charts/chart-look.ts';
export { chartHeight, chartOption } from './charts/chart-option.ts';
export type { ClauseEffects } from './clause-effects.ts';
export { clauseEffects } from './clause-effects.ts';
export type { Fact, Figure, ImpactReport, ReformReport, Section, Tile } from './report.ts';
export { barTexts } from './table/bar-texts.ts';
export type { FileTable } from './table/file-tables.ts';
export { fileTables } from './table/file-tables.ts';
export { printCsv } from './table/print-csv.ts';
export type { Cell, ColumnKind, Table, TableColumn } from './table/table.ts';
export { cellText, headText, withUnit } from './table/table.ts';
