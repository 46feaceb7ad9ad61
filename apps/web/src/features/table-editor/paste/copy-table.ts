import type { TableView } from '@tiaoli/language-server';
import { unparse } from 'papaparse';

/** The table with its heading as spreadsheets take it; what one of them would take for a formula is written as text. */
export function tableText({ headings, heading, rows }: TableView): string {
  const lines = rows
    .filter((_, at) => at !== heading)
    .map(({ cells }) => cells.map(({ text }) => text));
  return unparse([[...headings], ...lines], {
    delimiter: '\t',
    newline: '\r\n',
    escapeFormulae: true,
  });
}

/** Puts a text on the clipboard, also over plain HTTP of an intranet; false where the browser refuses. */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopPropagation();
  };
  // Before the editor, which would copy its own selection.
  document.addEventListener('copy', put, { capture: true, once: true });
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  return isCopied;
}
