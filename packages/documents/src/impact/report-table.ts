import type { Cell, Table } from '@tiaoli/reports';
import { headText } from '@tiaoli/reports';
import type { Markup } from '../page/markup.ts';
import { element, tableOf } from '../page/markup.ts';

/** A table of a report: amounts to the right, each with its interval. */
export function reportTable({ caption, columns, rows, notes }: Table): Markup {
  const table = tableOf({
    caption,
    heads: columns.map(headText),
    rows: rows.map((row) => row.map(cellMarkup)),
    cellClass: (at) => (at === 0 || columns[at]?.kind === 'text' ? undefined : 'number'),
  });
  const under = notes.map((note) => element('p', { class: 'quiet' }, note));
  return element('div', { class: 'report-table' }, table, ...under);
}

function cellMarkup({ text, margin }: Cell): Markup | string {
  if (margin === undefined) return text;
  return element('span', {}, text, ' ', element('span', { class: 'quiet' }, margin));
}
