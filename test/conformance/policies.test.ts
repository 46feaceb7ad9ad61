import { join } from 'node:path';
import type { BulkCalculator } from '@tiaoli/compiler';
import type { Program } from '@tiaoli/ir';
import type { SettledClaim, Settlement } from '@tiaoli/settlement';
import { runDocumentExamples } from '@tiaoli/settlement';
import { openPolicies, openPolicyFolder } from '@tiaoli/workspace';
import { expect, test } from 'vitest';
import { printOutcomes, printState } from './adapters/comparable.ts';
import { loadBulk, runBulk } from './bulk-step.ts';

type Settled = Extract<SettledClaim, { kind: 'settled' }>;

test('WASM = interpreter on every example of the policies', { timeout: 180_000 }, async () => {
  const { language, reference } = await openPolicies(
    openPolicyFolder(join(import.meta.dirname, '../..'), 'policies'),
  );
  const modules = new Map<Program, BulkCalculator>();
  const differing: string[] = [];
  let claims = 0;
  const crossCheck = (settlement: Settlement) => {
    const settled = settlement.claims.filter((each): each is Settled => each.kind === 'settled');
    claims += settled.length;
    differing.push(...settled.filter((claim) => !agrees(claim, modules)).map(({ id }) => id));
    return [];
  };
  for (const { path } of language.documents()) {
    runDocumentExamples(language, path, { reference, crossCheck });
    expect(differing, path).toEqual([]);
  }
  process.stdout.write(`${claims} claims by ${modules.size} modules\n`);
  // What a check throws is told of its example and goes no further.
  expect(modules.size).toBeGreaterThan(300);
  expect(claims).toBeGreaterThan(400);
});

function agrees(
  { program, before, facts, reference, step }: Settled,
  modules: Map<Program, BulkCalculator>,
): boolean {
  const calculator = modules.get(program) ?? loadBulk(program, reference);
  modules.set(program, calculator);
  const run = runBulk(calculator, before, facts);
  if (!run) return false;
  const state = new Map([...before, ...run.state]);
  const actual = [printOutcomes(run.outcomes), printState(state)];
  const expected = [printOutcomes(step.outcomes, run.outcomes), printState(step.state)];
  return expected.every((texts, side) => isSame(texts, actual[side] ?? {}));
}

type Texts = Readonly<Record<string, string>>;

function isSame(left: Texts, right: Texts): boolean {
  const keys = [...Object.keys(left), ...Object.keys(right)];
  return keys.every((key) => left[key] === right[key]);
}
