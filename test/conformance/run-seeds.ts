import { checkPolicy } from './check-policy.ts';
import type { GeneratedPolicy } from './generate/policies.ts';
import { generatePolicy } from './generate/policies.ts';
import type { GeneratedSequence } from './generate/sequences.ts';
import { generateSequence } from './generate/sequences.ts';
import { createBench } from './open-generated.ts';
import type { Tally } from './tally.ts';
import { createTally } from './tally.ts';

export interface SeedRun {
  readonly tally: Tally;
  readonly programs: number;
  /** Documents that the front end refused: the generator's fault. */
  readonly refused: readonly string[];
  /** One report for each seed on which two sides differ, source text and claims included. */
  readonly failures: readonly string[];
}

/** Generates and checks the documents of the seeds; stops after `mostFailures`. */
export async function runSeeds(seeds: Iterable<number>, mostFailures = 3): Promise<SeedRun> {
  const bench = await createBench();
  const tally = createTally();
  const refused: string[] = [];
  const failures: string[] = [];
  let programs = 0;
  for (const seed of seeds) {
    const policy = generatePolicy(seed);
    const sequence = generateSequence(policy);
    programs += 1;
    const extent = {
      calculators: [
        'plain',
        ...(programs % 3 === 0 ? (['bulk'] as const) : []),
        ...(programs % 4 === 0 ? (['traced'] as const) : []),
      ],
      spellings: programs % 15 === 0,
    } as const;
    const verdict = await checkPolicy(bench, policy, sequence, extent, tally);
    if (verdict.refused) refused.push(`seed ${seed}: ${verdict.problems.join('; ')}`);
    else if (verdict.problems.length > 0) failures.push(report(policy, sequence, verdict.problems));
    if (failures.length >= mostFailures) break;
  }
  return { tally, programs, refused, failures };
}

/** All that is needed to see the failure again: what differs, the text, the claims. */
function report(
  { seed, texts, jurisdiction }: GeneratedPolicy,
  { claims }: GeneratedSequence,
  problems: readonly string[],
): string {
  const facts = claims.map(({ claim }, index) => {
    const rows = [...claim.facts].map(([name, value]) => `${name}=${printFact(value)}`);
    return `claim ${index}: ${rows.join(' ')}`;
  });
  const place = jurisdiction === undefined ? [] : [`place: ${jurisdiction}`];
  return [`seed ${seed}`, ...problems, ...place, ...texts, ...facts].join('\n');
}

function printFact(value: unknown): string {
  return value instanceof Set ? `{${[...value].join('、')}}` : String(value);
}

export function seedsFrom(first: number, count: number, step = 1): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index * step);
}

/** The histogram, rarest first. */
export function printTally({ tally, programs, refused }: SeedRun): string {
  const rows = [...tally.counts]
    .sort(([, left], [, right]) => left - right)
    .map(([name, count]) => `${String(count).padStart(8)}  ${name}`);
  const near = (tally.nearShare() * 100).toFixed(1);
  return [
    `${programs} programs, ${tally.claims()} claims, ${near}% of the costs at a breakpoint, ${tally.flags()} flagged, ${refused.length} refused`,
    ...rows,
  ].join('\n');
}
