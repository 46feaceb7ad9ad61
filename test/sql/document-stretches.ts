import type { State } from '@tiaoli/interpreter';
import { emptyState, interpretStep } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import { programsOf } from '../conformance/bind-claims.ts';
import { exactFacts } from '../conformance/exact-facts.ts';
import { generatePolicy } from '../conformance/generate/policies.ts';
import { generateSequence } from '../conformance/generate/sequences.ts';
import { createBench } from '../conformance/open-generated.ts';
import type { SettledProgram } from './compare-programs.ts';
import type { Stretch } from './run-sql.ts';

/** Random documents, as text, with the claims of a person one after the other; claims under one program stand together. */
export async function documentStretches(
  seeds: readonly number[],
): Promise<readonly SettledProgram[]> {
  const bench = await createBench();
  const settled: SettledProgram[] = [];
  for (const seed of seeds) {
    const policy = generatePolicy(seed);
    const { claims, person } = generateSequence(policy);
    const { module, catalogues } = await bench.open(policy.texts, policy.files);
    if (!module) throw new Error(`seed ${seed} is refused by the front end`);
    const programFor = programsOf(module, policy.jurisdiction);
    const stretches = new Map<Program, Stretch[]>();
    let state: State = emptyState;
    let last: Program | undefined;
    for (const { claim } of claims) {
      const facts = exactFacts(module, claim, person);
      const program = programFor(facts);
      const step = interpretStep(program, state, facts, { reference: { catalogues } });
      const known = stretches.get(program) ?? [];
      const run = program === last ? known.at(-1) : undefined;
      const one = { facts, step };
      stretches.set(
        program,
        run
          ? [...known.slice(0, -1), { ...run, claims: [...run.claims, one] }]
          : [...known, { before: state, claims: [one] }],
      );
      state = step.state;
      last = program;
    }
    for (const [program, own] of stretches) {
      settled.push({ name: `seed ${seed}`, program, stretches: own, facts: 'partial' });
    }
  }
  return settled;
}
