import type { Markup } from '../page/markup.ts';
import { element, pageOf, tableOf } from '../page/markup.ts';
import { pageStyle } from '../page/page-style.ts';
import type { Sheet, SheetBlock, SheetCell, SheetRun } from './sheet.ts';

/** A sheet as one page of HTML that needs nothing else. */
export function printHtml({ title, language, watermark, blocks }: Sheet): string {
  return pageOf(
    { title, style: pageStyle, language },
    element(
      'main',
      {},
      element('h1', {}, title),
      ...(watermark === undefined ? [] : [element('p', { class: 'warning' }, watermark)]),
      ...blocks.map(blockMarkup),
    ),
  );
}

function blockMarkup(block: SheetBlock): Markup {
  switch (block.kind) {
    case 'heading':
      return element('h2', {}, block.text);
    case 'paragraph':
      return element('p', {}, ...block.runs.map(runMarkup));
    case 'table':
      return tableOf({
        caption: block.caption,
        heads: block.columns.map(({ head }) => head),
        rows: block.rows.map((row) => row.map(cellMarkup)),
      });
  }
}

/** Its paragraphs one below the other. */
function cellMarkup(cell: SheetCell): Markup {
  const [only, ...others] = cell;
  if (others.length === 0) return { html: (only ?? []).map((run) => runMarkup(run).html).join('') };
  return { html: cell.map((runs) => element('div', {}, ...runs.map(runMarkup)).html).join('') };
}

function runMarkup({ text, mark }: SheetRun): Markup {
  switch (mark) {
    case 'deleted':
      return element('del', {}, text);
    case 'inserted':
      return element('ins', {}, text);
    case 'strong':
      return element('strong', {}, text);
    case 'quiet':
      return element('span', { class: 'quiet' }, text);
    case 'invented':
      return element('mark', {}, text);
    default:
      return element('span', {}, text);
  }
}
