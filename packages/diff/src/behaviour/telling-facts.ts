import type { CellFacts, FactValue } from '@tiaoli/regions';
import type { Region } from './behaviour.ts';
import { isSame } from './behaviour.ts';

/** A fact that tells regions apart. */
export interface TellingFact {
  /** `InputDeclaration.id`. */
  readonly fact: string;
  /** Values under which nothing differs from each other, together. */
  readonly classes: readonly (readonly FactValue[])[];
}

type Told = Pick<Region, 'facts' | 'state'>;

/** The facts by which some region is told from another; first those that tell most changes from each other. */
export function tellingFacts(regions: readonly Told[]): readonly TellingFact[] {
  const changed = regions.filter(({ state }) => !isSame(state));
  const facts = [...new Set(regions.flatMap((region) => [...region.facts.keys()]))];
  return facts
    .map((fact) => ({ fact, classes: classesOf(fact, regions, valuesIn(fact, regions)) }))
    .filter(({ classes }) => classes.length > 1)
    .map((axis) => ({ axis, size: classesOf(axis.fact, changed, axis.classes.flat()).length }))
    .toSorted((left, right) => right.size - left.size)
    .map(({ axis }) => axis);
}

/** A region that does not name the fact holds for every value. */
export function isIn(
  { facts }: { readonly facts: CellFacts },
  fact: string,
  value: FactValue,
): boolean {
  return facts.get(fact)?.some((each) => keyOf(each) === keyOf(value)) ?? true;
}

/** Each value once. */
function valuesIn(fact: string, regions: readonly Told[]): readonly FactValue[] {
  const all = regions.flatMap(({ facts }) => facts.get(fact) ?? []);
  return [...new Map(all.map((value) => [keyOf(value), value])).values()];
}

function classesOf(
  fact: string,
  regions: readonly Told[],
  values: readonly FactValue[],
): TellingFact['classes'] {
  const classes = Map.groupBy(values, (value) =>
    regions.map((region) => isIn(region, fact, value)).join(),
  );
  return [...classes.values()];
}

/** Equal values have equal keys, whichever region they stand in. */
function keyOf(value: FactValue): string {
  return JSON.stringify(value);
}
