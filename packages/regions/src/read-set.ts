import type { Expr, InvariantDeclaration, ModuleIndex, Program, References } from '@tiaoli/ir';
import { invariantsAbout, referencesOf } from '@tiaoli/ir';

/** What evaluating some expressions of a program may look at. */
export interface ReadSet {
  readonly definitions: ReadonlySet<string>;
  readonly inputs: ReadonlySet<string>;
  readonly accumulators: ReadonlySet<string>;
  /** Invariants of facts that say something of an input that is read, directly or through others. */
  readonly invariants: readonly InvariantDeclaration[];
}

/**
 * Follows definitions, keys of accumulators and, where an invariant binds what is read, the invariant.
 *
 * `writes` follows what is written to the accumulators too: where the state after a claim is read.
 */
export function readSetOf(
  program: Program,
  index: ModuleIndex,
  exprs: readonly Expr[],
  writes = false,
): ReadSet {
  const found = {
    definitions: new Set<string>(),
    inputs: new Set<string>(),
    accumulators: new Set<string>(),
  };
  const invariants = new Set<InvariantDeclaration>();
  // What is said of accumulators is proved, never believed.
  const declared = invariantsAbout('facts', program.declarations, index);
  follow(exprs, found, index);
  if (writes) followWrites(found, index);
  for (;;) {
    const next = declared.find((each) => !invariants.has(each) && binds(each, found, index));
    if (!next) return { ...found, invariants: [...invariants] };
    invariants.add(next);
    follow([next.condition], found, index);
  }
}

interface Found {
  readonly definitions: Set<string>;
  readonly inputs: Set<string>;
  readonly accumulators: Set<string>;
}

function follow(exprs: readonly Expr[], found: Found, index: ModuleIndex): void {
  const left = [...exprs];
  for (let expr = left.pop(); expr; expr = left.pop()) {
    const read = referencesIn(expr);
    for (const id of [...read.inputs, ...read.dates]) found.inputs.add(id);
    for (const id of read.definitions) {
      if (found.definitions.has(id)) continue;
      found.definitions.add(id);
      const body = index.definitions.get(id)?.body;
      if (body) left.push(body);
    }
    for (const id of read.accumulators) {
      if (found.accumulators.has(id)) continue;
      found.accumulators.add(id);
      const accumulator = index.accumulators.get(id);
      if (!accumulator) continue;
      left.push(...accumulator.by);
      if (accumulator.instance) left.push(accumulator.instance);
      if (hasDate(accumulator.period)) found.inputs.add(accumulator.on);
    }
  }
}

const known = new WeakMap<Expr, References>();

/** Bodies are asked for again with each question. */
function referencesIn(expr: Expr): References {
  const found = known.get(expr) ?? referencesOf(expr);
  known.set(expr, found);
  return found;
}

function followWrites(found: Found, index: ModuleIndex): void {
  // The set grows while it is walked, and what is added is walked too.
  for (const id of found.accumulators) {
    const definition = index.accumulators.get(id)?.next;
    if (definition !== undefined) follow([{ kind: 'definition', definition }], found, index);
  }
}

function hasDate(period: string): boolean {
  return period === 'year' || period === 'month' || period === 'day';
}

function binds({ condition }: InvariantDeclaration, found: Found, index: ModuleIndex): boolean {
  const read = {
    definitions: new Set<string>(),
    inputs: new Set<string>(),
    accumulators: new Set<string>(),
  };
  follow([condition], read, index);
  return [...read.inputs].some((id) => found.inputs.has(id));
}
