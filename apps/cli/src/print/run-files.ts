import type { TextLanguage } from '@tiaoli/base';
import { bundleCharts } from '@tiaoli/chart-script';
import { impactPage, impactSheet, printWord } from '@tiaoli/documents';
import { buildReport, fileTables, printCsv } from '@tiaoli/reports';
import type { ChildPool, ResultFile, SimulationResult } from '@tiaoli/simulation';
import { outcomeText, parquetFiles } from '@tiaoli/simulation';
import { UsageError } from '../usage-error.ts';

/** Writing tables takes a second; a disk that takes longer is full or gone. */
const SECONDS = 120;

/** A run in every format: JSON, the page, Word, and each table as CSV and Parquet. */
export async function runFiles(
  result: SimulationResult,
  language: TextLanguage,
  pool?: ChildPool,
): Promise<readonly ResultFile[]> {
  const report = buildReport(result, language);
  const tables = fileTables(report);
  const [script, word, parquet] = await Promise.all([
    bundleCharts(),
    printWord(impactSheet(report)),
    parquetFiles(tables, { seconds: SECONDS }, pool),
  ]);
  if (parquet.kind !== 'answer') {
    const { zh, en } = outcomeText(parquet);
    throw new UsageError({ zh: `写不出表：${zh}。`, en: `The tables cannot be written: ${en}.` });
  }
  return [
    { name: 'run.json', content: resultJson(result) },
    { name: 'report.html', content: impactPage(report, script) },
    { name: 'report.docx', content: word },
    ...tables.map((table) => ({ name: `${table.id}.csv`, content: printCsv(table) })),
    ...parquet.answer,
  ];
}

export function resultJson(result: SimulationResult): string {
  return `${JSON.stringify(withoutRealPeople(result), undefined, 2)}\n`;
}

/** Single people of real data never leave in an export. */
export function withoutRealPeople(result: SimulationResult): SimulationResult {
  if (result.population.isSynthetic) return result;
  const reforms = result.reforms.map((reform) => {
    const flags = reform.verdict.flags.filter(({ kind }) => kind !== 'person-loses-most');
    return { ...reform, verdict: { ...reform.verdict, flags }, cases: [] };
  });
  return { ...result, reforms };
}
