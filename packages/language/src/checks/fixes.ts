import type { Diagnostic, Fix, Position, Span } from '@tiaoli/base';
import { before, fixOf, instead } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { GrammarUtils } from 'langium';
import { spanOf, spanOfCst } from '../span-of.ts';
import { printName } from '../syntax/names.ts';

/** The finding with what mends it; what could not be worked out is left out. */
export function withFixes(found: Diagnostic, fixes: readonly (Fix | undefined)[]): Diagnostic {
  const offered = [...(found.fixes ?? []), ...fixes.filter((fix) => fix !== undefined)];
  return offered.length === 0 ? found : { ...found, fixes: offered };
}

/** Writes `text` where the property stands; undefined where it is not written. */
export function rewrite(node: AstNode, property: string, text: string): Fix | undefined {
  const span = propertySpan(node, property);
  return span && fixOf(instead(text), span);
}

/** Where the property stands in the text, the `index`-th time if it is a list. */
export function propertySpan(node: AstNode, property: string, index = 0): Span | undefined {
  const found = GrammarUtils.findNodeForProperty(node.$cstNode, property, index);
  return found && spanOfCst(found, spanOf(node).file);
}

/** Writes the near name instead; what is no whole name (`情形「…」：条件：值`) is only a hint. */
export function rename(span: Span, name: string | undefined): Fix | undefined {
  if (name === undefined || /[：:]/.test(name)) return undefined;
  const isText = /\s/.test(name) || /^[\d.]/.test(name);
  return fixOf(instead(isText ? name : printName(name)), span);
}

/** The last part of a path: `甲.乙` is 乙. */
export function tailOf({ file, start, end }: Span, length: number): Span {
  const shift = ({ offset, line, column }: Position): Position => ({
    offset: offset - length,
    line,
    column: column - length,
  });
  return { file, start: length > end.offset - start.offset ? start : shift(end), end };
}

/** Puts a statement at the end of the block that ends `node`. */
export function insertLast(node: AstNode, statement: string): Fix | undefined {
  const text = node.$cstNode?.text ?? '';
  if (!/[}｝]$/.test(text)) return undefined;
  const inside = text.slice(0, -1).trimEnd();
  const separator = /[;；{}｛｝]$/.test(inside) ? '' : '；';
  const brace = tailOf(spanOf(node), 1);
  return fixOf(before(`${separator} ${statement}； `), brace);
}

/** Exchanges two stretches, such as the ends of a range. */
export function swap(left: AstNode | undefined, right: AstNode | undefined): Fix | undefined {
  const [first, second] = [left?.$cstNode, right?.$cstNode];
  if (!left || !right || !first || !second) return undefined;
  return {
    title: {
      zh: `对调为 ${second.text} 和 ${first.text}`,
      en: `swap ${first.text} and ${second.text}`,
    },
    edits: [
      { span: spanOf(left), text: second.text },
      { span: spanOf(right), text: first.text },
    ],
  };
}
