import type { LocalText, TextLanguage } from '@tiaoli/base';
import { escapeHtml } from '@tiaoli/compiler';

/** Markup that is safe to stand in a page. */
export interface Markup {
  readonly html: string;
}

type Content = Markup | string | readonly Content[];

/** An element; texts are escaped, attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...content: readonly Content[]
): Markup {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeHtml(String(value))}"`],
  );
  return { html: `<${name}${written.join('')}>${markupOf(content).html}</${name}>` };
}

/** An element without content: `<col>`, `<meta>`. */
export function emptyElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): Markup {
  const { html } = element(name, attributes);
  return { html: html.slice(0, -`</${name}>`.length) };
}

export function markupOf(content: Content): Markup {
  if (typeof content === 'string') return { html: escapeHtml(content) };
  if ('html' in content) return content;
  return { html: content.map((each) => markupOf(each).html).join('') };
}

export interface TableContent {
  readonly caption: string;
  readonly heads: readonly Content[];
  /** The first cell of each row is its heading. */
  readonly rows: readonly (readonly Content[])[];
  readonly rowClass?: (at: number) => string | undefined;
  readonly cellClass?: (column: number) => string | undefined;
}

/** A table that scrolls by itself where it is wider than the page. */
export function tableOf({ caption, heads, rows, rowClass, cellClass }: TableContent): Markup {
  const head = element(
    'tr',
    {},
    ...heads.map((each, at) => element('th', { scope: 'col', class: cellClass?.(at) }, each)),
  );
  const body = rows.map(([first = '', ...others], at) =>
    element(
      'tr',
      { class: rowClass?.(at) },
      element('th', { scope: 'row' }, first),
      ...others.map((each, column) => element('td', { class: cellClass?.(column + 1) }, each)),
    ),
  );
  const table = element(
    'table',
    {},
    element('caption', {}, caption),
    element('thead', {}, head),
    element('tbody', {}, ...body),
  );
  return element(
    'div',
    { class: 'wide', tabindex: 0, role: 'region', 'aria-label': caption },
    table,
  );
}

export function section(id: string, title: string, ...content: readonly Content[]): Markup {
  return element('section', { 'aria-labelledby': id }, element('h2', { id }, title), ...content);
}

/** A page that needs no other file and no server; what it may run is what `policy` lets it, as a content security policy. */
export function pageOf(
  {
    title,
    style,
    language,
    policy,
  }: {
    readonly title: string;
    readonly style: string;
    readonly language: TextLanguage;
    readonly policy?: string;
  },
  ...content: readonly Content[]
): string {
  const lang = { zh: 'zh-CN', en: 'en' }[language];
  const parts = [
    '<!doctype html>',
    `<html lang="${lang}"><head><meta charset="utf-8">`,
    ...(policy === undefined
      ? []
      : [emptyElement('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }).html]),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `${element('title', {}, title).html}<style>${style}</style></head><body>`,
    markupOf(content).html,
    '</body></html>',
  ];
  return `${parts.join('\n')}\n`;
}

/** Words in the language of the page. */
export type Say = (text: LocalText) => string;
