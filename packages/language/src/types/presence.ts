import type { AstNode } from 'langium';
import type { Expression } from '../generated/ast.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import { declaredOf } from '../references/resolution.ts';

/**
 * Whether `node`, a name that may be 不适用, is read only where `有 name` holds: in the value of `e 当 有 name`, in a case
 * with that condition, in the later part of `有 name 且 …`.
 */
export function isReadUnderPresence(node: Expression, scope: DocumentScope): boolean {
  const wanted = declaredOf(scope.resolve(node));
  if (wanted === undefined) return false;
  let inner: AstNode = node;
  let outer: AstNode | undefined = node.$container;
  while (outer !== undefined) {
    const condition = conditionOver(inner, outer);
    if (condition && requires(condition, wanted.id, scope)) return true;
    inner = outer;
    outer = outer.$container;
  }
  return false;
}

interface Conditional extends AstNode {
  readonly condition?: Expression;
  readonly left?: Expression;
}

/** The condition that holds wherever `inner`, a part of `outer`, is evaluated. */
function conditionOver(inner: AstNode, outer: AstNode): Expression | undefined {
  const { condition, left } = outer as Conditional;
  if (outer.$type === 'Conjunction') return inner === left ? undefined : left;
  if (outer.$type === 'Choice')
    return inner.$containerProperty === 'whenTrue' ? condition : undefined;
  return inner === condition ? undefined : condition;
}

function requires(condition: Expression, id: string, scope: DocumentScope): boolean {
  if (condition.$type === 'Conjunction') {
    return requires(condition.left, id, scope) || requires(condition.right, id, scope);
  }
  return condition.$type === 'Has' && declaredOf(scope.resolve(condition.operand))?.id === id;
}
