import { expect, test } from 'vitest';
import { askedRunOf, readSimulateAddress, simulateHref } from './simulate-address.ts';

const whole = { old: 'a@2023-01-01', new: 'a@2024-07-01', population: '山东省-S-1', run: 'abc' };

test.each([
  [{}, '/simulate'],
  [{ population: 'p q' }, '/simulate?population=p+q'],
  [whole, undefined],
])('%j', (address, expected) => {
  const href = simulateHref(address);
  if (expected !== undefined) expect(href).toBe(expected);
  expect(readSimulateAddress(new URL(href, 'http://x').searchParams)).toEqual(address);
});

test('a question is asked when all of it is written', () => {
  const { run: _, ...asked } = whole;
  expect(askedRunOf({ ...whole, solve: '起付', adjustment: '5%,70%' })).toEqual(asked);
  const threshold = '普通监测线=60%；边缘监测线=30%';
  const beside = { solve: '起付', target: 'change=1', funds: 'a', adjustment: '5%,70%', threshold };
  expect(askedRunOf({ ...whole, ...beside })).toEqual({ ...asked, ...beside });
  const address = { ...whole, ...beside, sensitivity: '1', sweep: '起付[三类]=1..2/1' };
  const search = new URL(simulateHref(address), 'http://x').searchParams;
  expect(readSimulateAddress(search)).toEqual(address);
});

test('a run is asked for when everything is chosen', () => {
  const { run: _, ...asked } = whole;
  expect(askedRunOf(whole)).toEqual(asked);
  const { old: _old, ...half } = whole;
  expect(askedRunOf(half)).toBeUndefined();
});
