import { rational } from '@tiaoli/base';
import { expect, test } from 'vitest';
import type { CityAccount } from './city-accounts.ts';
import { readAccounts } from './city-accounts.ts';
import { balanceCities, parseAdjustment, usualAdjustment } from './city-balance.ts';

const csv = `城市,年收入,年初结余,绩效系数
甲市,1000000,500000,
乙市,800000.50,-20000,90%
`;

function accounts(text = csv): readonly CityAccount[] {
  const read = readAccounts(text);
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.faults));
  return read.accounts;
}

test('accounts in yuan, with what nobody says', () => {
  const [first, second] = accounts();
  expect(first).toMatchObject({ city: '甲市', income: 100_000_000n, dueBase: 100_000_000n });
  expect(second).toMatchObject({ income: 80_000_050n, reserve: -2_000_000n, usableReserve: 0n });
  expect(second?.performance).toEqual(rational(9n, 10n));
});

test.each([
  ['城市,年收入\n甲市,1', 1, 'missing 年初结余'],
  ['城市,年收入,年初结余,利息\n甲市,1,1,1', 1, 'unknown 利息'],
  ['城市,年收入,年初结余\n甲市,一百,1', 2, '"一百" cannot be read'],
  ['城市,年收入,年初结余\n甲市,1.005,1', 2, '"1.005" cannot be read'],
  ['城市,年收入,年初结余\n\n甲市,1,1\n甲市,2,2', 4, '甲市 stands twice'],
  ['城市,年收入,年初结余\n甲市,,1', 2, 'income and reserve are required'],
  ['城市,年收入,年初结余,征缴率\n甲市,1,1,九成', 2, '征缴率 "九成" cannot be read'],
])('%j: line %d', (text, line, reason) => {
  const read = readAccounts(text);
  if (read.kind !== 'faults') throw new Error('it was read');
  expect(read.faults.map((fault) => fault.line)).toEqual([line]);
  expect(read.faults[0]?.reason.en).toContain(reason);
});

/** 甲市 pays 50,000 in and has no gap; 乙市 pays 40,000.02 and lacks 199,999.50. */
test('what a city lacks is paid from what all pay, no more', () => {
  const [first, second] = accounts();
  if (!first || !second) throw new Error('two cities');
  const cities = [
    { account: first, spending: 90_000_000n },
    { account: second, spending: 100_000_000n },
  ];
  const [one, other] = balanceCities(cities, usualAdjustment);
  expect(one).toMatchObject({ balance: 10_000_000n, paidIn: 5_000_000n, paidOut: 0n });
  expect(one).toMatchObject({ reserve: 55_000_000n, months: 7.33 });
  // 199,999.50 × 70% × 90% = 125,999.685 yuan are asked; 90,000.02 are there.
  expect(other).toMatchObject({ paidIn: 4_000_002n, paidOut: 9_000_002n });
  expect(other).toMatchObject({ balance: -19_999_950n, reserve: -16_999_950n, months: -2.03 });
});

test("what suffices is paid in full; spending beyond what is allowed is nobody else's", () => {
  const [, second] = accounts();
  if (!second) throw new Error('two cities');
  const account = { ...second, allowedSpending: 81_000_050n };
  const [city] = balanceCities([{ account, spending: 100_000_000n }], usualAdjustment);
  // A gap of 10,000 yuan × 70% × 90%.
  expect(city).toMatchObject({ paidOut: 630_000n });
});

test.each([
  ['5%,70%', usualAdjustment],
  ['0.05，0.7', usualAdjustment],
  ['5%', undefined],
  ['5%,170%', undefined],
  ['5,70', undefined],
  ['5%,70%,1%', undefined],
])('%s as the shares of an adjustment', (text, rule) => {
  expect(parseAdjustment(text)).toEqual(rule);
});

test('a city that spends nothing has no months', () => {
  const [first] = accounts();
  const [city] = first ? balanceCities([{ account: first, spending: 0n }], usualAdjustment) : [];
  expect(city && 'months' in city).toBe(false);
});
