import type { Definition, Expr } from '@tiaoli/ir';
import { isBelowEvent, printExpr, walkExpr } from '@tiaoli/ir';
import type { Code } from './code.ts';
import type { Scope } from './emission.ts';
import { emitExpr } from './emit-expr.ts';

/** Records a definition of the claim: its value and status, what its formula reads, what rounding took away. */
export function emitTraceStep(
  definition: Definition,
  { code, remainder }: { readonly code: Code; readonly remainder: string | undefined },
  scope: Scope,
): void {
  const { emission } = scope;
  const operands = operandsOf(definition.body, scope).map((expr) => ({
    expr,
    form: emitExpr(expr, scope),
  }));
  const values = operands.map(({ form }) => valueText(form));
  const index = emission.trace.push({ definition, form: code, operands }) - 1;
  scope.block.push(
    `q.push([${index}, ${valueText(code)}, ${code.status ?? '0'}, [${values.join(', ')}], ${remainder}]);`,
  );
}

function valueText({ text, status }: Code): string {
  return status === undefined ? text : `${status} === 0 ? ${text} : undefined`;
}

type Reading = Extract<Expr, { kind: 'input' | 'definition' | 'accumulator' }>;

/** What a formula reads on the claim itself, each once; what it reads on child records is not shown. */
function operandsOf(body: Expr, { emission }: Scope): readonly Reading[] {
  const { index } = emission.analysis;
  const found = new Map<string, Reading>();
  walkExpr(body, (expr) => {
    if (expr.kind === 'accumulator') found.set(`a ${printExpr(expr, index, 'zh')}`, expr);
    if (expr.kind === 'definition') {
      const entity = index.definitions.get(expr.definition)?.entity;
      if (entity && !isBelowEvent(entity, index)) found.set(`d ${expr.definition}`, expr);
    }
    if (expr.kind === 'input') {
      const entity = index.inputs.get(expr.input)?.entity;
      if (!entity || !isBelowEvent(entity, index)) found.set(`i ${expr.input} ${expr.at}`, expr);
    }
  });
  return [...found.values()];
}
