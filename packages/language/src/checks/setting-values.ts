import type { Diagnostic } from '@tiaoli/base';
import { AstUtils } from 'langium';
import type { Determination, Override } from '../generated/ast.ts';
import { isNameReference } from '../generated/ast.ts';
import { finding, related } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';

/**
 * What 确定 and 特别规定 set is read by the documents above, which know the parameters of the document that sets it and
 * none of its calculations.
 */
export function checkSettingValues(context: CheckContext): readonly Diagnostic[] {
  const settings = [...context.nodes('Determination'), ...context.nodes('Override')];
  return settings.flatMap((node) => ownCalculations(node, context));
}

function ownCalculations(
  node: Determination | Override,
  { scope, document }: CheckContext,
): readonly Diagnostic[] {
  if (scope.resolveReference(node.target, node).kind !== 'parameter') return [];
  const names = AstUtils.streamAllContents(node).filter(isNameReference).toArray();
  return names.flatMap((name) => {
    const read = scope.resolve(name);
    const isCalculated =
      read.kind === 'definition' || read.kind === 'share-part' || read.kind === 'layer-result';
    if (!isCalculated || read.declared.document !== document.id) return [];
    const { name: calculated, nodes } = read.declared;
    const other = related(spanOf(nodes[0]), '在这里声明', 'declared here');
    return [finding('setting-reads-calculation', spanOf(name), { name: calculated }, [other])];
  });
}
