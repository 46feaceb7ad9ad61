import type { Grade } from '@tiaoli/compiler';
import type { Fact, Part } from './structure.ts';

/**
 * Numbers and formulas that are made up (示例), marked as such.
 *
 * The grade of a value is that of the nearest source around it: its own, its version's, else what stands around the
 * declaration.
 */
export function withGrades(facts: readonly Fact[], around: Grade): readonly Fact[] {
  const grades = facts.flatMap(({ part, value }) => {
    const grade = value.kind === 'provenance' ? value.provenance.grade : undefined;
    return grade === undefined ? [] : [{ steps: part.steps, grade }];
  });
  return facts.map((fact) => {
    if (fact.value.kind !== 'number' && fact.value.kind !== 'formula') return fact;
    const nearest = grades
      .filter(({ steps }) => isAround(steps, fact.part.steps))
      .toSorted((left, right) => right.steps.length - left.steps.length)[0];
    const grade = nearest ? nearest.grade : around;
    return grade === 'illustrative' ? { ...fact, illustrative: true } : fact;
  });
}

function isAround(outer: Part['steps'], inner: Part['steps']): boolean {
  return outer.every((step, index) => JSON.stringify(step) === JSON.stringify(inner[index]));
}
