import { formatNumber } from '../word/number-format.ts';
import type { HtmlNode } from './html-node.ts';
import { attribute } from './html-node.ts';

/** A list of a page while its items are counted. */
export interface HtmlList {
  readonly isOrdered: boolean;
  readonly format: string;
  readonly step: 1 | -1;
  next: number;
}

const formats: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

/** The names of counters in style sheets. */
const styleFormats: Readonly<Record<string, string>> = {
  'cjk-ideographic': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting',
  'trad-chinese-informal': 'chineseCounting',
  'simp-chinese-formal': 'chineseLegalSimplified',
  'lower-alpha': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'decimal-leading-zero': 'decimalZero',
};

export function beginList(node: HtmlNode): HtmlList {
  const isReversed = attribute(node, 'reversed') !== undefined;
  const items = (node.childNodes ?? []).filter(({ nodeName }) => nodeName === 'li').length;
  const start = Number(attribute(node, 'start') ?? Number.NaN);
  const styled = /list-style(?:-type)?\s*:\s*([\w-]+)/iu.exec(attribute(node, 'style') ?? '')?.[1];
  return {
    isOrdered: node.nodeName === 'ol',
    format:
      styleFormats[styled?.toLowerCase() ?? ''] ??
      formats[attribute(node, 'type') ?? '1'] ??
      'decimal',
    step: isReversed ? -1 : 1,
    next: Number.isInteger(start) ? start : isReversed ? items : 1,
  };
}

/** The number of the next item, as a browser writes it: `3.`, `三、`. */
export function nextLabel(item: HtmlNode, list: HtmlList): string {
  const own = Number(attribute(item, 'value') ?? Number.NaN);
  const value = Number.isInteger(own) ? own : list.next;
  list.next = value + list.step;
  const text = formatNumber(value, list.format) ?? String(value);
  return `${text}${list.format.startsWith('chinese') ? '、' : '.'}`;
}
