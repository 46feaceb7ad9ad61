import type { TextLanguage } from '@tiaoli/base';
import { demoText } from '@tiaoli/documents';
import type { ImpactReport } from '@tiaoli/reports';
import { buildReport, fileTables, printCsv } from '@tiaoli/reports';
import type { SimulationResult } from '@tiaoli/simulation';
import { comparisonDesk } from '../../../http/comparison-jobs.ts';
import { orProblem } from '../../../http/or-problem.ts';
import { problemResponse } from '../../../http/problem.ts';
import { isDemoServed } from '../../../http/store-served.ts';
import { noSuchFormat, partNotMade } from './simulate-problems.ts';

const formats: Readonly<
  Record<
    string,
    {
      readonly type: string;
      readonly print: (report: ImpactReport, result: SimulationResult) => Promise<BodyInit>;
    }
  >
> = {
  html: {
    type: 'text/html; charset=utf-8',
    print: (report) => comparisonDesk().impact({ format: 'html', report }),
  },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    print: (report) => comparisonDesk().impact({ format: 'docx', report }),
  },
  csv: { type: 'text/csv; charset=utf-8', print: async (report) => allTables(report) },
  json: {
    type: 'application/json',
    print: async (_, result) => `${JSON.stringify(markedResult(result), undefined, 2)}\n`,
  },
};

/** A result as a file to keep or to send, in the format that an address asks for (`html`, `docx`, `csv` or `json`). */
export function runDocument(
  result: SimulationResult,
  asked: string | null,
  language: TextLanguage,
): Promise<Response> | Response {
  const name = asked ?? 'html';
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (!format) return problemResponse(noSuchFormat, language);
  return orProblem(partNotMade, language, async () => {
    const report = markedReport(buildReport(result, language));
    const body = await format.print(report, result);
    return new Response(body, {
      headers: {
        'content-type': format.type,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${fileTitle(report)}.${name}`)}`,
        'cache-control': 'no-store',
      },
    });
  });
}

/** Of a demonstration every page and every row of a table says so. */
function markedReport(report: ImpactReport): ImpactReport {
  if (!isDemoServed()) return report;
  const marks = [demoText[report.language], ...(report.watermark ? [report.watermark] : [])];
  return { ...report, watermark: marks.join(' · ') };
}

function markedResult(result: SimulationResult): object {
  return isDemoServed() ? { demonstration: demoText.zh, ...result } : result;
}

/** No sign that a file system refuses; what the data is stands in the name too. */
function fileTitle({ title, watermark }: ImpactReport): string {
  const name = watermark === undefined ? title : `${title}（${watermark}）`;
  return name.replaceAll(/[\\/:*?"<>|]/g, '_');
}

/** Every table one below the other, each under its name: one file that a spreadsheet opens. */
function allTables(report: ImpactReport): string {
  const texts = fileTables(report).map((table) => `${table.id}\r\n${withoutMark(printCsv(table))}`);
  return `\ufeff${texts.join('\r\n')}`;
}

function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}
