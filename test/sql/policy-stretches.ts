import { join } from 'node:path';
import type { State } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import type { SettledClaim, Settlement } from '@tiaoli/settlement';
import { runDocumentExamples } from '@tiaoli/settlement';
import { openPolicies, openPolicyFolder } from '@tiaoli/workspace';
import { printState } from '../conformance/adapters/comparable.ts';
import type { SettledProgram } from './compare-programs.ts';
import type { Stretch } from './run-sql.ts';

type Settled = Extract<SettledClaim, { kind: 'settled' }>;

/** Every claim of the examples of `policies/`, by the program that settled it, those under one program one after the other. */
export async function policyStretches(): Promise<readonly SettledProgram[]> {
  const folder = openPolicyFolder(join(import.meta.dirname, '../..'), 'policies');
  const { language, reference } = await openPolicies(folder);
  const stretches = new Map<Program, Stretch[]>();
  const crossCheck = (settlement: Settlement) => {
    const settled = settlement.claims.filter((each): each is Settled => each.kind === 'settled');
    for (const run of runsOf(settled)) {
      const [first] = run;
      if (!first) continue;
      const claims = run.map(({ facts, step }) => ({ facts, step }));
      const known = stretches.get(first.program) ?? [];
      stretches.set(first.program, [...known, { before: first.before, claims }]);
    }
    return [];
  };
  for (const { path } of language.documents()) {
    runDocumentExamples(language, path, { reference, crossCheck });
  }
  return [...stretches].map(([program, own]) => ({
    name: program.document,
    program,
    stretches: own,
    facts: 'partial',
  }));
}

/** Claims that follow each other under one program and from the state that the one before left. */
function runsOf(claims: readonly Settled[]): readonly (readonly Settled[])[] {
  const runs: Settled[][] = [];
  for (const claim of claims) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last?.program === claim.program && isSame(last.step.state, claim.before)) run?.push(claim);
    else runs.push([claim]);
  }
  return runs;
}

function isSame(after: State, before: State): boolean {
  return JSON.stringify(printState(after)) === JSON.stringify(printState(before));
}
