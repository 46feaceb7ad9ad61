import { loadCalculator } from '@tiaoli/compiler';
import { expect, test } from 'vitest';
import { assertHandWritten, assertInterpreter, assertPeers } from './agreement.ts';
import { compilePolicy } from './compile-policy.ts';
import { noClaims, settle } from './hand-written.ts';
import { randomYears } from './random-years.ts';

const program = await compilePolicy();
const calculator = loadCalculator(program, { facts: 'complete' });
const seed = 7;

test(`compiled = by hand on 1,000 claims (seed ${seed})`, () => {
  assertHandWritten(calculator, randomYears(seed, 200, 5));
});

test(`compiled = interpreted on 100 claims (seed ${seed})`, () => {
  assertInterpreter(program, calculator, randomYears(seed, 20, 5));
});

test(`publicodes = ZEN = by hand on 100 claims (seed ${seed})`, async () => {
  await assertPeers(randomYears(seed, 20, 5));
});

// 20万元 in a hospital of the first class, 低保对象: (200,000 − 1,000) × 60% = 119,400, capped at 70,000. Critical illness
// on 130,000: 93,000 × 65% + 30,000 × 70% = 81,450. Assistance: 48,550 × 70% = 33,985, capped at 30,000.
test('the hand-written rules by hand', () => {
  const claim = {
    settledAt: 19_662,
    classA: 200_000_00,
    classB: 0,
    classC: 0,
    overLimitPrice: 0,
    classBOverLimit: 0,
    care: 0,
    chargeClass: 3,
    place: 0,
    filing: 0,
    categories: 0b100,
  };
  const { basic, illness, assistance, burden } = settle(noClaims, claim);
  expect({
    basic: basic?.paid,
    illness: illness.paid,
    assistance: assistance?.paid,
    burden,
  }).toEqual({ basic: 70_000_00, illness: 81_450_00, assistance: 30_000_00, burden: 18_550_00 });
});
