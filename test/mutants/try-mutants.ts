import type { Behaviour, DifferenceState } from '@tiaoli/diff';
import { isSame } from '@tiaoli/diff';
import type { Policies } from '@tiaoli/workspace';
import { randomSource } from '../conformance/random-source.ts';
import { admissionOf } from './admission.ts';
import type { ClaimYear } from './claim-years.ts';
import { claimYears } from './claim-years.ts';
import type { Mutant } from './edit-text.ts';
import { bandMutantsOf, mutantsOf } from './edit-text.ts';
import type { Breach, Earlier } from './judge.ts';
import { judge, settleAgain } from './judge.ts';
import type { Compared } from './mutant-bench.ts';
import { compareMutant } from './mutant-bench.ts';

/** What became of a mutant: the gravest that is said of it. */
export type Fate =
  | Exclude<Compared['kind'], 'compared'>
  | 'changed'
  | 'rounding'
  | 'without-effect'
  | 'not-compared'
  | 'undecided';

export interface Trial {
  readonly mutant: Mutant;
  readonly fate: Fate;
  readonly claims: number;
  /** Claims of which some result is another. */
  readonly changed: number;
  readonly broken: readonly Breach[];
  /** Results that are told as changed without a case. */
  readonly bare: readonly string[];
  /** Accumulators of which only later claims tell, and those of them for which claims that show it were found. */
  readonly later?: { readonly told: number; readonly shown: number };
}

/** Every mutant of every document but of catalogues and of the small patterns, in the order of the documents. */
export function allMutants(policies: Policies): readonly Mutant[] {
  return [...policies.texts].flatMap(([path, text]) =>
    path.includes('/patterns/') ? [] : mutantsOf(policies.language, { path, text }),
  );
}

/** Of the same documents the ends of bands, as one number each. */
export function bandMutants(policies: Policies): readonly Mutant[] {
  return [...policies.texts].flatMap(([path, text]) =>
    path.includes('/patterns/') ? [] : bandMutantsOf(policies.language, { path, text }),
  );
}

/** Documents of which one comparison searches many parts of many results: they are tried by `npm run test:long` alone. */
const longDocuments: readonly string[] = [
  'shandong/simulation-reference',
  'shanxi/taiyuan/employee-account',
];

export function isLong({ path }: Pick<Mutant, 'path'>): boolean {
  return longDocuments.some((each) => path.includes(each));
}

export interface TrialOptions {
  readonly seed: number;
  /** Persons with 1 to 6 claims each. */
  readonly persons: number;
}

/** Compares each mutant with its original, and settles claims of many persons on both sides. */
export async function* tryMutants(
  policies: Policies,
  mutants: readonly Mutant[],
  options: TrialOptions,
): AsyncGenerator<Trial> {
  let known: { readonly key: string; readonly years: readonly ClaimYear[] } | undefined;
  let earlier: Earlier | undefined;
  for (const mutant of mutants) {
    const compared = await compareMutant(policies, mutant);
    if (compared.kind !== 'compared') {
      yield { mutant, fate: compared.kind, claims: 0, changed: 0, broken: [], bare: [] };
      continue;
    }
    const { behaviour, day } = compared;
    const key = `${mutant.path} ${day}`;
    if (known?.key !== key) {
      known = { key, years: yearsOf(behaviour, policies, options) };
      earlier = undefined;
    }
    earlier = settleAgain(earlier, behaviour, known.years, policies.reference);
    const verdict = judge(behaviour, earlier, policies.reference);
    const said = {
      fate: fateOf(behaviour),
      bare: bareChanges(behaviour),
      later: laterOf(behaviour),
    };
    yield { mutant, ...said, ...verdict };
  }
}

function laterOf({ results }: Behaviour) {
  const told = results.filter(({ onlyLater }) => onlyLater);
  return { told: told.length, shown: told.filter(({ sequence }) => sequence).length };
}

function yearsOf(
  { before }: Behaviour,
  { reference }: Policies,
  { seed, persons }: TrialOptions,
): readonly ClaimYear[] {
  return [...claimYears(before, admissionOf(before, reference), randomSource(seed).below, persons)];
}

const changes: ReadonlySet<DifferenceState> = new Set([
  'changed-exact',
  'changed-bounded',
  'applicability',
  'one-sided',
]);

function fateOf({ results, unlike, onlyBefore, onlyAfter, isComplete }: Behaviour): Fate {
  const states = results.map(({ state }) => state);
  if (results.some(({ regions }) => regions.some(({ state }) => changes.has(state)))) {
    return 'changed';
  }
  if (states.includes('undecided')) return 'undecided';
  if ([unlike, onlyBefore, onlyAfter].some(({ length }) => length > 0)) return 'not-compared';
  if (states.includes('rounding')) return 'rounding';
  return isComplete && states.every(isSame) ? 'without-effect' : 'undecided';
}

/** Changes without a case that was settled: none is told without one. */
function bareChanges({ results }: Behaviour): readonly string[] {
  return results.flatMap(({ name, regions }) =>
    regions.some(({ state, examples }) => changes.has(state) && examples.length === 0)
      ? [name]
      : [],
  );
}
