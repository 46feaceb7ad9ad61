import { rational } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { askedAgain } from './asked-again.ts';
import type { WhatIf } from './read-whatif.ts';
import { askedTexts } from './read-whatif.ts';

test.each<WhatIf>([
  {},
  { sensitivity: true },
  { adjustment: { paid: rational(1n, 20n), covered: rational(1n) } },
  { sweeps: ['大病起付=10000..20000/1000', '支付比例[三类]=60%..75%/1%'] },
  { solve: { parameter: '大病起付', target: 'change=-50万元' } },
  { sensitivity: true, sweeps: ['a=1..2/1'], solve: { parameter: 'b [c]', target: 'ratio=5%' } },
])('number %# is asked again as it was', (whatIf) => {
  expect(askedAgain(askedTexts(whatIf))).toEqual({ whatIf });
});

test('accounts are known by their hash alone', () => {
  const accounts = { text: '城市', file: 'a.csv' };
  const { whatIf, accounts: hash } = askedAgain(askedTexts({ accounts }));
  expect(whatIf).toEqual({});
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});
