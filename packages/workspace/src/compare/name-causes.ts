import type { Behaviour, Cause, EditedSide, Region } from '@tiaoli/diff';
import type { Program } from '@tiaoli/ir';
import { referencesOf } from '@tiaoli/ir';
import type { ValueInForce } from '@tiaoli/settlement';
import { valuesInForce } from '@tiaoli/settlement';

/** A side as it was compared. */
interface BoundSide extends EditedSide {
  readonly program: Program;
}

/**
 * Lets a difference go back to the values that are others, where the rule that reads them is the same on both sides: to
 * the clause of the value in force, a lower document's where it has set one.
 */
export function nameCauses(behaviour: Behaviour, before: BoundSide, after: BoundSide): Behaviour {
  const valuesOf = changedValues(before, after);
  const named = (region: Region): Region => {
    const causes = once(region.causes.flatMap((cause) => valuesOf(cause) ?? [cause]));
    return causes.length === 0 ? region : { ...region, causes };
  };
  const results = behaviour.results.map((each) => ({ ...each, regions: each.regions.map(named) }));
  return { ...behaviour, results };
}

function once(causes: readonly Cause[]): readonly Cause[] {
  return [...new Map(causes.map((each) => [JSON.stringify(each), each])).values()];
}

/** Undefined where the rule itself is another; empty where it differs by what it reads from others alone. */
function changedValues(before: BoundSide, after: BoundSide) {
  const bodies = [before, after].map(
    ({ module }) => new Map(module.definitions.map(({ id, body }) => [id, body])),
  );
  return (cause: Cause): readonly Cause[] | undefined => {
    const [old, now] = bodies.map((each) => each.get(cause.definition));
    if (!old || !now || JSON.stringify(old) !== JSON.stringify(now)) return undefined;
    const read = parametersOver(referencesOf(now).parameters, [before, after]);
    return read.flatMap((id) => changedValue(id, before, after, cause));
  };
}

/** With those that their values are made of. */
function parametersOver(ids: ReadonlySet<string>, sides: readonly BoundSide[]): readonly string[] {
  const found = new Set(ids);
  // The set grows while it is walked, and what is added is walked too.
  for (const id of found) {
    for (const { program, on } of sides) {
      const values = valuesInForce(id, program, on).flatMap(({ cells }) => cells);
      const read = referencesOf(...values.map(({ value }) => value));
      for (const each of read.parameters) found.add(each);
    }
  }
  return [...found];
}

function changedValue(
  id: string,
  before: BoundSide,
  after: BoundSide,
  { definition }: Cause,
): readonly Cause[] {
  const [old, now] = [before, after].map(({ program, on }) => valuesInForce(id, program, on));
  if (!old || !now || whatIsSaid(old) === whatIsSaid(now)) return [];
  const declared = [after, before].flatMap(({ program }) => program.declarations);
  const name = declared.find((each) => each.id === id)?.name ?? id;
  const [standing] = now.length > 0 ? now : old;
  const clause =
    standing && standing.source.clause.path.length > 0 ? { clause: standing.source.clause } : {};
  return [{ name, definition, declaration: id, ...clause }];
}

function whatIsSaid(values: readonly ValueInForce[]): string {
  return JSON.stringify(
    values.map(({ cells }) => cells.map(({ match, column, value }) => [match, column, value])),
  );
}
