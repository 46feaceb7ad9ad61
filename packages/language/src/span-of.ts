import type { Span } from '@tiaoli/base';
import type { AstNode, CstNode } from 'langium';
import { AstUtils } from 'langium';

/** Where a node stands in its source; the start of the file for a node that was never parsed. */
export function spanOf(node: AstNode): Span {
  const path = AstUtils.getDocument(node).uri.path;
  return node.$cstNode ? spanOfCst(node.$cstNode, path) : startOf(path);
}

export function spanOfCst(node: CstNode, path: string): Span {
  const { start, end } = node.range;
  return {
    file: path,
    start: { offset: node.offset, line: start.line + 1, column: start.character + 1 },
    end: { offset: node.end, line: end.line + 1, column: end.character + 1 },
  };
}

function startOf(path: string): Span {
  const position = { offset: 0, line: 1, column: 1 };
  return { file: path, start: position, end: position };
}
