import type { Cases, Definition, Expr, InputDeclaration, Program } from '@tiaoli/ir';
import { nextDefinitions, placesWritten, referencesOf } from '@tiaoli/ir';
import { placeExprs } from './guarded-runs.ts';

/** Definitions that a calculator works out together, in one branch where they have a guard. */
export interface SharedBranch {
  /** One without a single guard, or all with the same; each behind what it reads outside of the branch. */
  readonly definitions: readonly Definition[];
  /** What is read in the branch alone, so that nobody needs it where the guard does not hold; by id, given the guard. */
  readonly inner: ReadonlyMap<string, Expr>;
}

/** A definition whose value stands under one guard. */
interface Guarded {
  readonly definition: Definition;
  /** The same text for the same guard; empty without one. */
  readonly guard: string;
  readonly branch?: Cases['branches'][number];
}

/** What is worked out for a claim. */
interface Claim {
  /** Definitions of the claim itself, each behind everything that it reads. */
  readonly own: readonly Definition[];
  /** Ids of all definitions that are worked out, also those of records below the claim. */
  readonly needed: ReadonlySet<string>;
  /** What is read from outside: results. */
  readonly wanted: (definition: Definition) => boolean;
}

/** What the definitions of a claim can share: a layer that does not apply costs one look at its guard. */
export function sharedBranches(program: Program, claim: Claim): readonly SharedBranch[] {
  const { own } = claim;
  const bodies = new Map(program.definitions.map(({ id, body }) => [id, body]));
  const guarded = own.map((definition) => guardedOf(definition, bodies));
  const fixed = readFromOutside(program, claim);
  const guards = [...new Set(guarded.map(({ guard }) => guard))].filter((guard) => guard !== '');
  const inner = new Map(guards.map((guard) => [guard, innerOf(guard, guarded, fixed)]));
  const isInner = (id: string): boolean => [...inner.values()].some((each) => each.has(id));
  const places = placesOf(program);
  const open = guarded.filter(({ definition }) => !isInner(definition.id));
  const placed = new Set<string>();
  const branches: SharedBranch[] = [];
  open.forEach((first, at) => {
    if (placed.has(first.definition.id)) return;
    const below = inner.get(first.guard) ?? new Map<string, Expr>();
    const run = [first];
    const isReady = ({ definition }: Guarded): boolean => {
      const { reads, before } = readsOf(definition, below, places);
      const isInRun = (id: string): boolean => run.some((each) => each.definition.id === id);
      return (
        [...reads].every((id) => placed.has(id) || isInRun(id)) &&
        [...before].every((id) => placed.has(id))
      );
    };
    if (first.guard !== '') {
      for (const other of open.slice(at + 1)) {
        if (other.guard === first.guard && !placed.has(other.definition.id) && isReady(other)) {
          run.push(other);
        }
      }
    }
    for (const { definition } of run) placed.add(definition.id);
    branches.push({ definitions: run.map(({ definition }) => definition), inner: below });
  });
  return branches;
}

type Bodies = ReadonlyMap<string, Expr>;

function guardedOf(definition: Definition, bodies: Bodies): Guarded {
  const { body } = definition;
  const [branch, second] = body.kind === 'cases' ? body.branches : [];
  const isSingle = body.kind === 'cases' && body.overlap !== 'checked' && body.otherwise && !second;
  if (!branch || !isSingle) return { definition, guard: '' };
  return { definition, branch, guard: JSON.stringify(resolved(branch.when, bodies)) };
}

/** A condition that was given a name is the same as without it. */
function resolved(when: Expr, bodies: Bodies): Expr {
  const body = when.kind === 'definition' ? bodies.get(when.definition) : undefined;
  return body ? resolved(body, bodies) : when;
}

/** What must have its value whatever holds: results, state, and what is read where no branch is. */
function readFromOutside(program: Program, { own, needed, wanted }: Claim): ReadonlySet<string> {
  const inside = new Set(own.map(({ id }) => id));
  const below = program.definitions.filter(({ id }) => needed.has(id) && !inside.has(id));
  const exprs = [
    ...below.map(({ body }) => body),
    ...program.accumulators.flatMap((each) => [...placeExprs(each), ...placesWritten(each)]),
    ...defaultsOf(program).values(),
  ];
  return new Set([
    ...own.filter(wanted).map(({ id }) => id),
    ...program.accumulators.flatMap(nextDefinitions),
    ...referencesOf(...exprs).definitions,
  ]);
}

function defaultsOf({ declarations }: Program): ReadonlyMap<string, Expr> {
  const withDefault = declarations.filter(
    (each): each is InputDeclaration & { readonly default: Expr } =>
      each.kind === 'input' && each.default !== undefined,
  );
  return new Map(withDefault.map((each) => [each.id, each.default]));
}

/** What only the branches of the guard read, and what only that reads, and so on: the readers come behind. */
function innerOf(
  guard: string,
  guarded: readonly Guarded[],
  fixed: ReadonlySet<string>,
): ReadonlyMap<string, Expr> {
  const inner = new Map<string, Expr>();
  const readInside = new Set<string>();
  const readElsewhere = new Set(fixed);
  for (const { definition, branch, ...own } of guarded.toReversed()) {
    const { id, body } = definition;
    const isUnder = branch !== undefined && own.guard === guard;
    const isInner = readInside.has(id) && !readElsewhere.has(id);
    if (isInner) inner.set(id, isUnder ? branch.value : body);
    const inside = isInner ? [isUnder ? branch.value : body] : isUnder ? [branch.value] : [];
    const elsewhere = isInner ? [] : isUnder ? outsideOf(body) : [body];
    for (const read of referencesOf(...inside).definitions) readInside.add(read);
    for (const read of referencesOf(...elsewhere).definitions) readElsewhere.add(read);
  }
  return inner;
}

function outsideOf(body: Expr): readonly Expr[] {
  if (body.kind !== 'cases') return [body];
  return [...body.branches.map(({ when }) => when), ...(body.otherwise ? [body.otherwise] : [])];
}

/** What is worked out before any branch where an input or an accumulator is read: its default, its place in the state. */
interface Places {
  readonly defaults: ReadonlyMap<string, Expr>;
  readonly accumulators: ReadonlyMap<string, readonly Expr[]>;
}

function placesOf(program: Program): Places {
  return {
    defaults: defaultsOf(program),
    accumulators: new Map(program.accumulators.map((each) => [each.id, placeExprs(each)])),
  };
}

/** Definitions that another reads, itself or by what is inner to its branch. */
interface Reads {
  readonly reads: ReadonlySet<string>;
  /** Those of them that must be there before the branch. */
  readonly before: ReadonlySet<string>;
}

function readsOf(
  { body }: Definition,
  inner: ReadonlyMap<string, Expr>,
  { defaults, accumulators }: Places,
): Reads {
  const [reads, before, seen] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const visit = (expr: Expr, into: Set<string>): void => {
    const { definitions, inputs, dates, accumulators: states } = referencesOf(expr);
    for (const id of definitions) {
      const below = inner.get(id);
      if (below) once(id, [below], into);
      else into.add(id);
    }
    for (const id of [...inputs, ...dates]) once(id, [defaults.get(id)], before);
    for (const id of states) once(id, accumulators.get(id) ?? [], before);
  };
  const once = (id: string, exprs: readonly (Expr | undefined)[], into: Set<string>): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const expr of exprs) if (expr) visit(expr, into);
  };
  visit(body, reads);
  return { reads, before };
}
