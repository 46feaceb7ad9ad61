import type { Diagnostic } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { Accumulator, Binary } from '../generated/ast.ts';
import { isBinary, isExpression } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';
import { definitionValues } from './whole-fen.ts';

/**
 * An accumulator that multiplies itself would get more decimals with each claim, and no number is wide enough for all.
 *
 * Amounts have the check of whole fen; this one is about the other numbers.
 */
export function checkGrowingDecimals({ nodes, scope }: CheckContext): readonly Diagnostic[] {
  return nodes('Accumulator').flatMap((node) => {
    const { name, value } = node;
    if (value === undefined) return [];
    const { kind } = scope.typeOf(value).type;
    if (kind !== 'decimal' && kind !== 'rate') return [];
    const grows = bodiesBehind(value, scope).some((body) =>
      AstUtils.streamAst(body).some((each) => isBinary(each) && scales(each, node, scope)),
    );
    return grows ? [finding('growing-decimals', spanOf(value), { name })] : [];
  });
}

function scales(product: Binary, node: Accumulator, scope: DocumentScope): boolean {
  if (product.operator !== '*' && product.operator !== '/') return false;
  return bodiesBehind(product, scope).some((body) => readsItself(body, node, scope));
}

function readsItself(body: AstNode, node: Accumulator, scope: DocumentScope): boolean {
  return AstUtils.streamAst(body).some((each) => {
    if (!isExpression(each) || each.$type !== 'NameReference') return false;
    const resolution = scope.resolve(each);
    return resolution.kind === 'accumulator' && resolution.declared.nodes.includes(node);
  });
}

/** `value` and the unrounded definitions that it reads, directly or through each other. */
function bodiesBehind(value: AstNode, scope: DocumentScope): readonly AstNode[] {
  const found = new Set<AstNode>([value]);
  for (const body of found) {
    for (const each of AstUtils.streamAst(body)) {
      if (!isExpression(each) || each.$type !== 'NameReference') continue;
      const resolution = scope.resolve(each);
      if (resolution.kind !== 'definition') continue;
      for (const part of resolution.declared.nodes.flatMap(definitionValues)) found.add(part);
    }
  }
  return [...found];
}
