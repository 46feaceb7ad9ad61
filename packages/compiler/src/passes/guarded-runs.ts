import type { Accumulator, Definition, Expr, ModuleIndex } from '@tiaoli/ir';
import { referencesOf } from '@tiaoli/ir';

/** Definitions behind each other that stand under the same single guard: a calculator can share one branch for them. */
export function guardedRuns(
  definitions: readonly Definition[],
  index: ModuleIndex,
): readonly (readonly Definition[])[] {
  const runs: Definition[][] = [];
  let last = '';
  for (const definition of definitions) {
    const guard = guardKey(definition.body);
    const run = runs.at(-1);
    const mayJoin = run && guard !== '' && guard === last;
    if (mayJoin && !readsAhead(definition.body, run, index)) run.push(definition);
    else runs.push([definition]);
    last = guard;
  }
  return runs;
}

function guardKey(body: Expr): string {
  if (body.kind !== 'cases' || body.overlap === 'checked' || !body.otherwise) return '';
  const [branch, second] = body.branches;
  return branch && !second ? JSON.stringify(branch.when) : '';
}

/** Defaults of inputs and keys of accumulators are worked out before the branch, so they may read nothing in it. */
function readsAhead(body: Expr, run: readonly Definition[], index: ModuleIndex): boolean {
  const inside = new Set(run.map(({ id }) => id));
  const seen = new Set<string>();
  const reads = (expr: Expr, isHoisted: boolean): boolean => {
    const { definitions, inputs, accumulators, dates } = referencesOf(expr);
    if (isHoisted && [...definitions].some((id) => inside.has(id))) return true;
    const defaults = [...inputs, ...dates].flatMap((id) => {
      const fallback = seen.has(id) ? undefined : index.inputs.get(id)?.default;
      seen.add(id);
      return fallback ?? [];
    });
    const places = [...accumulators].flatMap((id) => {
      const accumulator = seen.has(id) ? undefined : index.accumulators.get(id);
      seen.add(id);
      return accumulator ? placeExprs(accumulator) : [];
    });
    return [...defaults, ...places].some((each) => reads(each, true));
  };
  return reads(body, false);
}

/** What the place of an accumulator in the state depends on. */
export function placeExprs({
  by,
  instance,
  period,
  on,
}: Pick<Accumulator, 'by' | 'instance' | 'period' | 'on'>): readonly Expr[] {
  if (instance) return [...by, instance];
  return period === 'ever' ? by : [...by, { kind: 'input', input: on }];
}
