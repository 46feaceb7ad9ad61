// The same fen from everyone, or there is nothing to compare.
import assert from 'node:assert/strict';
import type { Calculator } from '@tiaoli/compiler';
import { runCalculator } from '@tiaoli/compiler';
import type { State } from '@tiaoli/interpreter';
import { emptyState, interpretStep } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import { printOutcomes, printState } from '../../conformance/adapters/comparable.ts';
import { claimHolder, exactFacts, resultReader, stateReader } from './compiled.ts';
import type { FlatResult } from './flat-result.ts';
import { flatten, peerInputs } from './flat-result.ts';
import { noClaims, settle } from './hand-written.ts';
import { loadPublicodes, loadZen } from './peers.ts';
import type { PersonYears } from './random-years.ts';
import { zenOutputs } from './zen-rules.ts';

/** Compares every result and every accumulator of every claim. */
export function assertHandWritten(calculator: Calculator, people: readonly PersonYears[]): void {
  const hold = claimHolder(calculator);
  const readResults = resultReader(calculator);
  const readState = stateReader(calculator);
  for (const claims of people) {
    let held = calculator.zero();
    let before = noClaims;
    for (const claim of claims) {
      const facts = hold(claim);
      assert(calculator.admits(held, facts), 'the claim is within the bounds of the policy');
      const actual = calculator.step(held, facts);
      const expected = settle(before, claim);
      const { year, ...state } = expected.state;
      assert.deepEqual(readResults(actual.results), flatten(expected));
      assert.deepEqual(readState(actual.state, year), state);
      held = actual.state;
      before = expected.state;
    }
  }
}

/** Compares a calculator with the interpreter on the same claims. */
export function assertInterpreter(
  program: Program,
  calculator: Calculator,
  people: readonly PersonYears[],
): void {
  for (const claims of people) {
    let state: State = emptyState;
    for (const claim of claims) {
      const facts = exactFacts(claim);
      const expected = interpretStep(program, state, facts);
      const actual = runCalculator(calculator, state, facts);
      assert.deepEqual(
        printOutcomes(actual.outcomes),
        printOutcomes(expected.outcomes, actual.outcomes),
      );
      assert.deepEqual(printState(actual.state), printState(expected.state));
      state = expected.state;
    }
  }
}

/** Compares what the other engines say to the hand-written rules, claim by claim, with the state as an input. */
export async function assertPeers(people: readonly PersonYears[]): Promise<void> {
  const publicodes = loadPublicodes();
  const zen = loadZen();
  for (const claims of people) {
    let before = noClaims;
    for (const claim of claims) {
      const settled = settle(before, claim);
      const year = before.year === settled.state.year ? before : noClaims;
      const inputs = peerInputs(claim, year);
      const wanted: FlatResult = { ...flatten(settled), ...settled.state };
      const { result } = await zen.evaluate(inputs);
      for (const [name, value] of Object.entries(publicodes(inputs))) {
        // Of a layer that does not apply the policy says so; the others say 0.
        assert.equal(value, wanted[name] ?? 0, `publicodes: ${name}`);
        assert.equal(Number(result[zenOutputs[name] ?? '']), wanted[name] ?? 0, `zen: ${name}`);
      }
      before = settled.state;
    }
  }
}
