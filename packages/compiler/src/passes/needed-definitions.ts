import type { Accumulator, Definition, Expr, Program } from '@tiaoli/ir';
import { nextDefinitions, referencesOf } from '@tiaoli/ir';
import { placeExprs } from './guarded-runs.ts';

/** Everything that the wanted definitions and the accumulators read, however far down. */
export function neededDefinitions(
  { definitions, accumulators }: Program,
  wanted: (definition: Definition) => boolean,
): ReadonlySet<string> {
  const needed = new Set([
    ...definitions.filter(wanted).map(({ id }) => id),
    ...accumulators.flatMap((each) => [
      ...nextDefinitions(each),
      ...(each.writes ?? []).flatMap(({ keys }) => keys.flatMap(definitionsRead)),
    ]),
  ]);
  const bodies = new Map(definitions.map(({ id, body }) => [id, body]));
  for (const id of needed) {
    const body = bodies.get(id);
    if (body) for (const read of definitionsRead(body)) needed.add(read);
  }
  return needed;
}

/** The program with those of its accumulators on which the wanted definitions depend, within a claim or from claim to claim. */
export function withNeededState(
  program: Program,
  wanted: (definition: Definition) => boolean,
): Program {
  let needed: readonly Accumulator[] = [];
  for (;;) {
    const read = accumulatorsRead({ ...program, accumulators: needed }, wanted);
    const found = program.accumulators.filter(({ id }) => read.has(id));
    if (found.length === needed.length) return { ...program, accumulators: needed };
    needed = found;
  }
}

function accumulatorsRead(
  program: Program,
  wanted: (definition: Definition) => boolean,
): ReadonlySet<string> {
  const definitions = neededDefinitions(program, wanted);
  const bodies = program.definitions.filter(({ id }) => definitions.has(id));
  const places = program.accumulators.flatMap((each) => [
    ...placeExprs(each),
    ...(each.writes ?? []).flatMap(({ keys }) => keys),
  ]);
  const inputs = program.declarations.flatMap((each) =>
    each.kind === 'input' && each.default ? [each.default] : [],
  );
  const exprs = [...bodies.map(({ body }) => body), ...places, ...inputs];
  return new Set([
    ...program.accumulators.map(({ id }) => id),
    ...exprs.flatMap((expr) => [...referencesOf(expr).accumulators]),
  ]);
}

function definitionsRead(body: Expr): readonly string[] {
  return [...referencesOf(body).definitions];
}
