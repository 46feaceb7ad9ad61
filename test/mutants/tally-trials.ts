import type { Fate, Trial } from './try-mutants.ts';

/** Counts of trials by kind of edit and by what became of them, a line for each kind. */
export function tallyText(trials: readonly Trial[]): string {
  const kinds = Map.groupBy(trials, ({ mutant }) => mutant.kind);
  const lines = [...kinds].map(([kind, own]) => `  ${kind}: ${countsOf(own)}`);
  const claims = trials.reduce((sum, trial) => sum + trial.claims, 0);
  const seen = trials.filter(({ changed }) => changed > 0).length;
  const later = trials.filter((trial) => (trial.later?.told ?? 0) > 0);
  const shown = later.filter((trial) => (trial.later?.shown ?? 0) > 0).length;
  return [
    `${trials.length} mutants: ${countsOf(trials)}`,
    ...lines,
    `  ${claims} claims settled on both sides, ${seen} mutants seen to change one`,
    `  ${later.length} change what is counted and no claim by itself, ${shown} of them shown by claims one after the other`,
    '',
  ].join('\n');
}

function countsOf(trials: readonly Trial[]): string {
  const fates = Map.groupBy(trials, ({ fate }): Fate => fate);
  return [...fates].map(([fate, own]) => `${own.length} ${fate}`).join(', ');
}

/** What was said and is not so, with the edit and the facts of the claim. */
export function breachesOf(trials: readonly Trial[]): readonly string[] {
  return trials.flatMap(({ mutant: { path, line, from, to }, broken }) =>
    broken.map(
      ({ result, said, found, year }) =>
        `${path}:${line} ${from} → ${to}: ${result}: said ${said}, found ${found} after ${year.length} claims`,
    ),
  );
}
