import type { AstNode } from 'langium';
import type { Expression } from '../generated/ast.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import { readingOf } from '../references/resolution.ts';

/**
 * Whether `node`, a name that may be 不适用, is read only where `有 name` holds: in the value of `e 当 有 name`, in a case
 * with that condition, in the later part of `有 name 且 …`.
 */
export function isReadUnderPresence(node: Expression, scope: DocumentScope): boolean {
  const wanted = readingOf(scope.resolve(node));
  if (wanted === undefined) return false;
  let inner: AstNode = node;
  let outer: AstNode | undefined = node.$container;
  while (outer !== undefined) {
    const condition = conditionOver(inner, outer);
    if (condition && requires(condition, wanted, scope)) return true;
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
  const test = presenceTest(condition);
  return test?.isGiven === true && readingOf(scope.resolve(test.operand)) === id;
}

/** `有 x`, `x ≠ 不限` (x is given) and `x = 不限` (it is not); undefined for any other condition. */
export function presenceTest(
  condition: Expression,
): { readonly operand: Expression; readonly isGiven: boolean } | undefined {
  if (condition.$type === 'Has') return { operand: condition.operand, isGiven: true };
  if (condition.$type !== 'Comparison') return undefined;
  const [test, second] = condition.tests;
  if (second || test?.$type !== 'RelationTest' || test.right?.$type !== 'Absent') return undefined;
  if (test.relation !== '=' && test.relation !== '!=') return undefined;
  return { operand: condition.left, isGiven: test.relation === '!=' };
}
