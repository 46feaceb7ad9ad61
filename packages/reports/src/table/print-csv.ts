import type { FileTable, FileValue } from './file-tables.ts';

/** So that Excel reads the file as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** A table as CSV, as Excel and WPS open it: UTF-8 with its mark, lines ended by CR LF. */
export function printCsv({ columns, rows }: FileTable): string {
  const lines = [
    columns.map(({ head }) => textField(head)),
    ...rows.map((row) => row.map(field(columns))),
  ];
  return `${BYTE_ORDER_MARK}${lines.map((line) => `${line.join(',')}\r\n`).join('')}`;
}

function field(columns: FileTable['columns']) {
  return (value: FileValue, at: number): string => {
    if (value === null) return '';
    return columns[at]?.kind === 'text' ? textField(String(value)) : String(value);
  };
}

/** A name that a spreadsheet would take for a formula is written as text. */
function textField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
