import type { ImpactReport } from '../report.ts';
import type { ColumnKind, Table, TableColumn } from './table.ts';
import { withUnit } from './table.ts';

/** A table as it goes to a file: exact values, errors in columns of their own, every reform one below the other. */
export interface FileTable {
  readonly id: string;
  readonly columns: readonly FileColumn[];
  readonly rows: readonly (readonly FileValue[])[];
}

export interface FileColumn {
  /** Small letters, digits and `_`. */
  readonly key: string;
  readonly head: string;
  readonly kind: ColumnKind;
}

/** A decimal is a text of digits. */
export type FileValue = string | number | null;

/** Every table of a report, those of several reforms together; what the data is stands in the first column of each. */
export function fileTables(report: ImpactReport): readonly FileTable[] {
  const all = [
    ...report.reforms.flatMap(({ scenario, sections }) =>
      sections.flatMap(({ figures }) => figures.map(({ table }) => ({ scenario, table }))),
    ),
    ...report.method.figures.map(({ table }) => ({ scenario: '', table })),
  ];
  const ids = [...new Set(all.map(({ table }) => table.id))];
  return ids.map((id) => {
    const own = all.filter(({ table }) => table.id === id);
    return {
      id,
      columns: [...leading(report), ...(own[0]?.table.columns ?? []).flatMap(fileColumns(report))],
      rows: own.flatMap(({ scenario, table }) => fileRows(table, [dataText(report), scenario])),
    };
  });
}

function leading({ language }: ImpactReport): readonly FileColumn[] {
  const heads = { zh: ['数据', '方案'], en: ['data', 'scenario'] }[language];
  return [
    { key: 'data', head: heads[0] ?? '', kind: 'text' },
    { key: 'scenario', head: heads[1] ?? '', kind: 'text' },
  ];
}

function dataText({ watermark, language }: ImpactReport): string {
  return watermark ?? { zh: '导入数据', en: 'imported data' }[language];
}

function fileColumns({ language }: ImpactReport) {
  const errorHead = { zh: '标准误', en: 'standard error' }[language];
  return ({ key, head, fileUnit, kind, hasErrors }: TableColumn): readonly FileColumn[] => {
    const full = fileUnit === undefined ? head : withUnit(head, fileUnit);
    const value = { key, head: full, kind };
    if (!hasErrors) return [value];
    return [value, { key: `${key}_error`, head: `${full} ${errorHead}`, kind: 'number' }];
  };
}

function fileRows(
  { columns, rows }: Table,
  first: readonly string[],
): readonly (readonly FileValue[])[] {
  return rows.map((row) => [
    ...first,
    ...row.flatMap(({ value, error }, at) =>
      columns[at]?.hasErrors ? [value, error ?? null] : [value],
    ),
  ]);
}
