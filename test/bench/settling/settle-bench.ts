import type { Calculator, HeldFacts } from '@tiaoli/compiler';
import { loadCalculator } from '@tiaoli/compiler';
import type { State } from '@tiaoli/interpreter';
import { emptyState, interpretStep } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import type { Contender, Timing } from '../measure.ts';
import { measureInTurn, median, medianRatio } from '../measure.ts';
import type { Floor, Row } from '../row.ts';
import { assertHandWritten, assertInterpreter, assertPeers } from './agreement.ts';
import { compilePolicy } from './compile-policy.ts';
import { claimHolder, exactFacts } from './compiled.ts';
import { peerInputs } from './flat-result.ts';
import type { Claim } from './hand-written.ts';
import { noClaims, settle } from './hand-written.ts';
import { loadPublicodes, loadZen } from './peers.ts';
import type { PersonYears } from './random-years.ts';
import { randomYears } from './random-years.ts';

const seed = 20_230_601;
const rounds = 9;

/** Settling one claim of three layers: compiled, interpreted, by hand and by other engines. */
export async function settleRows(): Promise<readonly Row[]> {
  const program = await compilePolicy();
  const plain = loadCalculator(program, { facts: 'complete' });
  const partial = loadCalculator(program);
  const traced = loadCalculator(program, { facts: 'complete', traced: true });
  await assertAllAgree(program, [plain, partial, traced]);
  const people = randomYears(seed, 2000, 5);
  const claims = people.flat();
  const timings = await measureInTurn(
    [
      byHand(people),
      byCalculator('js', 'compiled to JavaScript', plain, people),
      byCalculator('js-partial', 'the same, where facts may be missing', partial, people),
      byCalculator(
        'js-traced',
        'the same, with every step explained',
        traced,
        people.slice(0, 400),
      ),
      byInterpreter(program, people.slice(0, 40)),
      byZen(claims.slice(0, 500)),
      byPublicodes(claims.slice(0, 30)),
    ],
    rounds,
  );
  return rowsOf(timings);
}

/** Thousands of claims between the calculators and the hand, hundreds with the slower ones. */
async function assertAllAgree(program: Program, calculators: readonly Calculator[]): Promise<void> {
  for (const calculator of calculators) {
    assertHandWritten(calculator, randomYears(seed + 1, 1000, 5));
    assertInterpreter(program, calculator, randomYears(seed + 2, 20, 5));
  }
  await assertPeers(randomYears(seed + 3, 40, 5));
}

/** What a run found is kept, so that no work can be left out. */
let kept: unknown;

function byHand(people: readonly PersonYears[]): Contender {
  const passes = 40;
  return {
    id: 'hand',
    what: 'written by hand in JavaScript',
    cases: passes * people.length * claimsEach(people),
    run() {
      for (let pass = 0; pass < passes; pass += 1) {
        for (const claims of people) {
          let state = noClaims;
          for (const claim of claims) {
            const settled = settle(state, claim);
            state = settled.state;
            kept = settled;
          }
        }
      }
    },
  };
}

function byCalculator(
  id: string,
  what: string,
  calculator: Calculator,
  people: readonly PersonYears[],
): Contender {
  const passes = 40;
  const hold = claimHolder(calculator);
  const held: readonly (readonly HeldFacts[])[] = people.map((claims) => claims.map(hold));
  const { step, zero } = calculator;
  return {
    id,
    what,
    cases: passes * people.length * claimsEach(people),
    run() {
      for (let pass = 0; pass < passes; pass += 1) {
        for (const claims of held) {
          let state = zero();
          for (const claim of claims) {
            const settled = step(state, claim);
            state = settled.state;
            kept = settled;
          }
        }
      }
    },
  };
}

function byInterpreter(program: Program, people: readonly PersonYears[]): Contender {
  const facts = people.map((claims) => claims.map(exactFacts));
  return {
    id: 'interpreter',
    what: 'interpreted, over exact rationals',
    cases: people.length * claimsEach(people),
    run() {
      for (const claims of facts) {
        let state: State = emptyState;
        for (const claim of claims) {
          const settled = interpretStep(program, state, claim);
          state = settled.state;
          kept = settled;
        }
      }
    },
  };
}

function byZen(claims: readonly Claim[]): Contender {
  const decision = loadZen();
  const inputs = claims.map((claim) => peerInputs(claim, noClaims));
  const inFlight = 50;
  return {
    id: 'zen',
    what: '@gorules/zen-engine, 50 in flight',
    cases: claims.length,
    async run() {
      for (let start = 0; start < inputs.length; start += inFlight) {
        const batch = inputs.slice(start, start + inFlight);
        kept = await Promise.all(batch.map((each) => decision.evaluate(each)));
      }
    },
  };
}

function byPublicodes(claims: readonly Claim[]): Contender {
  const run = loadPublicodes();
  const inputs = claims.map((claim) => peerInputs(claim, noClaims));
  return {
    id: 'publicodes',
    what: 'publicodes',
    cases: claims.length,
    run() {
      for (const each of inputs) kept = run(each);
    },
  };
}

function claimsEach(people: readonly PersonYears[]): number {
  return people[0]?.length ?? 0;
}

function rowsOf(timings: readonly Timing[]): readonly Row[] {
  if (kept === undefined) throw new Error('nothing was settled');
  const of = (id: string): Timing => {
    const found = timings.find((each) => each.id === id);
    if (!found) throw new Error(`not measured: ${id}`);
    return found;
  };
  const row = (id: string, to?: string, floor?: Floor): Row => ({
    id,
    what: `settle one claim: ${of(id).what}`,
    amount: median(of(id).rounds),
    ...(to && { ratio: { value: medianRatio(of(id), of(to)), meaning: `× ${to}` } }),
    ...(floor && { floor }),
  });
  return [
    row('hand'),
    row('js', 'hand', { of: 'ratio', bound: 'at-most', limit: 3, aim: 2 }),
    row('js-partial', 'js'),
    row('js-traced', 'js'),
    row('interpreter', 'js'),
    row('zen', 'js', { of: 'ratio', bound: 'at-least', limit: 100 }),
    row('publicodes', 'js', { of: 'ratio', bound: 'at-least', limit: 500 }),
  ];
}
