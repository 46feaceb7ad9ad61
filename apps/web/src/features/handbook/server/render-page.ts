import { Marked, Renderer } from 'marked';
import { findingHref, handbookHref } from '../handbook-address.ts';
import type { HeadingEntry } from '../handbook-answers.ts';
import { escapeHtml } from './escape-html.ts';
import { headingAnchor } from './heading-anchor.ts';
import { markCode } from './mark-code.ts';

/** A page as it is shown. */
export interface RenderedPage {
  readonly title: string;
  readonly headings: readonly HeadingEntry[];
  readonly html: string;
}

/** What stands above a block that is no ordinary one. */
export interface BlockWords {
  /** Above a text that is wrong on purpose; `{code}` is the finding. */
  readonly wrong: string;
}

/** A page of Markdown as HTML. The text is the handbook's own: it is trusted as the program is. */
export function renderPage(text: string, words: BlockWords): RenderedPage {
  const headings: HeadingEntry[] = [];
  let title = '';
  const renderer = new Renderer();
  renderer.heading = function heading({ tokens, depth }) {
    const inner = this.parser.parseInline(tokens);
    const plain = inner.replaceAll(/<[^>]+>/g, '').replaceAll('&quot;', '"');
    if (depth === 1) {
      title = plain;
      return '';
    }
    const anchor = headingAnchor(plain);
    if (depth === 2) headings.push({ anchor, text: plain });
    return `<h${depth} id="${anchor}"><a href="#${anchor}">${inner}</a></h${depth}>\n`;
  };
  renderer.code = ({ text: code, lang }) => block(code, lang ?? '', words);
  renderer.link = function link({ href, tokens }) {
    return `<a href="${shownHref(href)}">${this.parser.parseInline(tokens)}</a>`;
  };
  renderer.image = ({ href, text: shown }) =>
    `<img src="${picturePath(href)}" alt="${escapeHtml(shown)}" loading="lazy">`;
  const html = new Marked({ renderer, async: false }).parse(text);
  return { title, headings, html: String(html) };
}

function block(code: string, info: string, words: BlockWords): string {
  const [kind = '', ...rest] = info.split(' ');
  const marked = kind === 'tiaoli' ? markCode(code) : escapeHtml(code);
  const shown = `<pre lang="zh-CN"><code>${marked}</code></pre>\n`;
  if (kind === 'csv') return captioned(escapeHtml(rest.join(' ')), shown);
  if (rest[0] !== 'wrong') return shown;
  const finding = escapeHtml(rest[1] ?? '');
  const link = `<a href="${findingHref(finding)}"><code>${finding}</code></a>`;
  return captioned(escapeHtml(words.wrong).replace('{code}', link), shown, 'wrong');
}

function captioned(caption: string, shown: string, kind = 'file'): string {
  return `<figure data-kind="${kind}"><figcaption>${caption}</figcaption>${shown}</figure>\n`;
}

/** In a folder of files pages are files; here they are addresses. */
function shownHref(href: string): string {
  const found = /^(?:\.\/)?([\w-]+)\.md(?:#(.*))?$/.exec(href);
  return escapeHtml(found ? handbookHref(found[1] ?? '', found[2]) : href);
}

function picturePath(href: string): string {
  return escapeHtml(`/handbook/${href.replace(/^\.\.\//, '')}`);
}
