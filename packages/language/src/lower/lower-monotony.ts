import type { Monotony } from '../generated/ast.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import { declarationBase } from './statement.ts';
import type { StatementPlace } from './statement-place.ts';
import { placeFor } from './statement-place.ts';

/** 单调. */
export function lowerMonotony(node: Monotony, statement: StatementPlace, entity: string): void {
  const place = placeFor(statement);
  const key = place.scope.resolveReference(node.key);
  if (key.kind !== 'input') throw new Error(`a checked 单调 names an input: ${node.key.$refText}`);
  const name = node.value.$cstNode?.text ?? '';
  const { direction } = node;
  const id = `${statement.document.id}/单调 ${name} ${key.declared.name} ${direction}`;
  statement.context.declarations.push({
    ...declarationBase(node, { id, name }, place),
    kind: 'monotony',
    entity,
    value: lowerExpression(node.value, place),
    input: key.declared.id,
    direction,
  });
}
