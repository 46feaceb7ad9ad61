import { AstUtils } from 'langium';
import type { Expression } from '../generated/ast.ts';
import { isMemberAccess } from '../generated/ast.ts';
import type { DocumentScope } from './document-scope.ts';
import { entityChain } from './visible-values.ts';

/** The entity whose records an argument reads: 明细 in `合计(明细.金额)`, not 参保人 of a claim, which has one. */
export function recordsReadIn(node: Expression, scope: DocumentScope): string | undefined {
  const chain = entityChain(node, scope);
  for (const each of AstUtils.streamAst(node)) {
    if (!isMemberAccess(each)) continue;
    const owner = scope.resolve(each.of);
    if (owner.kind === 'entity' && !chain.includes(owner.declared.name)) return owner.declared.name;
  }
  return undefined;
}
