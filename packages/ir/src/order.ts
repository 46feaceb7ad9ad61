import type { Cell, Declaration } from './declaration.ts';
import type { Accumulator, Definition } from './definition.ts';
import type { Expr } from './expr.ts';
import type { Indexed } from './module-index.ts';
import { referencesOf } from './references.ts';

/** Definitions such that each stands behind what it reads, and the circles that no order can meet. */
export interface EvaluationOrder {
  readonly definitions: readonly Definition[];
  /** Each circle once: ids of what stands on it, each reading the next and the last the first. */
  readonly cycles: readonly (readonly string[])[];
}

/** What a node of the graph reads, by key; made when the walk arrives there. */
type Edges = () => readonly string[];

/**
 * The order of evaluation of a module or program.
 *
 * Edges go through everything that is evaluated on the way: defaults of inputs, keys of accumulators, cells of
 * parameters with their fills and derogations. An accumulator is read as it was before the claim, so its `next` is no
 * edge. Otherwise the given order is kept.
 */
export function orderDefinitions(module: Indexed): EvaluationOrder {
  const graph = graphOf(module);
  const walk = {
    graph,
    done: new Set<string>(),
    finished: [] as string[],
    cycles: [] as string[][],
  };
  for (const { id } of module.definitions) visit(keyOf('definition', id), walk);
  for (const key of graph.keys()) visit(key, walk);
  const byKey = new Map(module.definitions.map((each) => [keyOf('definition', each.id), each]));
  return {
    definitions: walk.finished.flatMap((key) => byKey.get(key) ?? []),
    cycles: walk.cycles.map((cycle) => cycle.map(idOf)),
  };
}

interface Walk {
  readonly graph: ReadonlyMap<string, Edges>;
  readonly done: Set<string>;
  /** Keys in the order of completion: what is read comes first. */
  readonly finished: string[];
  readonly cycles: string[][];
}

/** Depth first with a stack of its own: a chain of definitions may be longer than the call stack is deep. */
function visit(start: string, walk: Walk): void {
  if (walk.done.has(start)) return;
  const path: { readonly key: string; readonly left: string[] }[] = [];
  const onPath = new Set<string>();
  const enter = (key: string): void => {
    walk.done.add(key);
    onPath.add(key);
    path.push({ key, left: [...(walk.graph.get(key)?.() ?? [])].reverse() });
  };
  enter(start);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const next = top.left.pop();
    if (next === undefined) {
      path.pop();
      onPath.delete(top.key);
      walk.finished.push(top.key);
    } else if (onPath.has(next)) {
      const keys = path.map(({ key }) => key);
      walk.cycles.push(keys.slice(keys.indexOf(next)));
    } else if (!walk.done.has(next)) {
      enter(next);
    }
  }
}

type NodeKind = 'definition' | 'input' | 'accumulator' | 'parameter';

function keyOf(kind: NodeKind, id: string): string {
  return `${kind} ${id}`;
}

function idOf(key: string): string {
  return key.slice(key.indexOf(' ') + 1);
}

function graphOf({ declarations, definitions, accumulators }: Indexed): ReadonlyMap<string, Edges> {
  const graph = new Map<string, Edges>();
  for (const { id, body } of definitions) {
    graph.set(keyOf('definition', id), () => readBy([body]));
  }
  for (const accumulator of accumulators) {
    graph.set(keyOf('accumulator', accumulator.id), () => edgesOfAccumulator(accumulator));
  }
  const cells = cellsByParameter(declarations);
  for (const [id, exprs] of cells) {
    graph.set(keyOf('parameter', id), () => readBy(exprs));
  }
  for (const each of declarations) {
    const { id } = each;
    if (each.kind !== 'input' || !each.default) continue;
    const value = each.default;
    graph.set(keyOf('input', id), () => readBy([value]));
  }
  return graph;
}

function edgesOfAccumulator({ by, instance, on }: Accumulator): readonly string[] {
  return [...readBy(instance ? [...by, instance] : by), keyOf('input', on)];
}

/** Everything from which a parameter may take its value, whoever sets it. */
function cellsByParameter(
  declarations: readonly Declaration[],
): ReadonlyMap<string, readonly Expr[]> {
  const found = new Map<string, readonly Expr[]>();
  const add = (parameter: string, exprs: readonly Expr[]): void => {
    found.set(parameter, [...(found.get(parameter) ?? []), ...exprs]);
  };
  for (const each of declarations) {
    if (each.kind === 'parameter') {
      for (const { cells } of each.versions) add(each.id, valuesOf(cells));
    } else if (each.kind === 'fill') {
      add(each.parameter, valuesOf(each.cells));
    } else if (each.kind === 'derogation') {
      add(each.parameter, each.when ? [each.value, each.when] : [each.value]);
    }
  }
  return found;
}

function valuesOf(cells: readonly Cell[]): readonly Expr[] {
  return cells.map(({ value }) => value);
}

function readBy(exprs: readonly Expr[]): readonly string[] {
  const { definitions, inputs, accumulators, parameters, dates } = referencesOf(...exprs);
  return [
    ...[...definitions].map((id) => keyOf('definition', id)),
    ...[...inputs, ...dates].map((id) => keyOf('input', id)),
    ...[...accumulators].map((id) => keyOf('accumulator', id)),
    ...[...parameters].map((id) => keyOf('parameter', id)),
  ];
}
