import type { AstNode } from 'langium';
import { isReference } from 'langium';

/** An AST as JSON without places and links: equal for two texts that say the same in the same order. */
export function printAst(node: AstNode): string {
  return JSON.stringify(node, (key, value: unknown) => {
    if (key.startsWith('$') && key !== '$type') return undefined;
    return isReference(value) ? value.$refText : value;
  });
}
