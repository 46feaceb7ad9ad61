import type { Expr, InputDeclaration, Program } from '@tiaoli/ir';
import { nextDefinitions, placesWritten, referencesOf } from '@tiaoli/ir';

type Ordered = Pick<Program, 'definitions' | 'accumulators' | 'outputs' | 'declarations'>;

/**
 * The definitions that something outside reads, each behind everything that it reads itself.
 *
 * Read from outside: results, outputs, what accumulators need. An input read on the way brings the definitions of
 * its default. Equal programs give equal orders: the given order decides wherever it can. Throws on a cycle: a bug,
 * for `verify` has refused it.
 */
export function orderDefinitions(program: Ordered): Pick<Program, 'definitions'> {
  const definitions = new Map(program.definitions.map((each) => [each.id, each]));
  const defaults = defaultsOf(program);
  const places = new Map(
    program.accumulators.map((each) => [each.id, placesWritten({ ...each, writes: [] })]),
  );
  const ordered = new Map<string, Program['definitions'][number]>();
  const open = new Set<string>();
  const visitExpr = (expr: Expr): void => {
    const { definitions: read, inputs, accumulators, dates } = referencesOf(expr);
    for (const id of read) visit(id);
    for (const id of inputs) visitInput(id);
    for (const id of dates) visitInput(id);
    for (const id of accumulators) for (const key of places.get(id) ?? []) visitExpr(key);
  };
  const visitInput = (id: string): void => {
    const body = defaults.get(id);
    if (body) guarded(id, () => visitExpr(body));
  };
  const visit = (id: string): void => {
    const definition = definitions.get(id);
    if (!definition || ordered.has(id)) return;
    guarded(id, () => visitExpr(definition.body));
    ordered.set(id, definition);
  };
  const guarded = (id: string, inside: () => void): void => {
    if (open.has(id))
      throw new Error(`a verified module has no cycle: ${[...open, id].join(' → ')}`);
    open.add(id);
    inside();
    open.delete(id);
  };
  for (const { id, visibility } of program.definitions) if (visibility === 'result') visit(id);
  for (const { definition } of program.outputs) visit(definition);
  for (const accumulator of program.accumulators) {
    for (const next of nextDefinitions(accumulator)) visit(next);
    visitInput(accumulator.on);
    for (const key of placesWritten(accumulator)) visitExpr(key);
  }
  return { definitions: [...ordered.values()] };
}

function defaultsOf({ declarations }: Ordered): ReadonlyMap<string, Expr> {
  const withDefault = declarations.filter(
    (each): each is InputDeclaration & { readonly default: Expr } =>
      each.kind === 'input' && each.default !== undefined,
  );
  return new Map(withDefault.map((each) => [each.id, each.default]));
}
