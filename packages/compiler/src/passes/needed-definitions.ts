import type { Definition, Expr, Program } from '@tiaoli/ir';
import { nextDefinitions, referencesOf } from '@tiaoli/ir';

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

function definitionsRead(body: Expr): readonly string[] {
  return [...referencesOf(body).definitions];
}
