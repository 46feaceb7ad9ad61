import { findWitness, openSession, sideOf } from '@tiaoli/regions';
import { expect, test } from 'vitest';
import { openSmall } from './open-small.ts';

test('what was last may have been nothing, which is not the same as that there was none', async () => {
  const statements = '累计 上次：金额 = 最近 费用 每年；\n定义 有过：布尔 = 有 上次；\n';
  const program = await openSmall({ name: 'latest', statements, facts: {} });
  const value = { kind: 'definition', definition: 't.small/有过' } as const;
  const of = { side: sideOf(program), value };
  const answer = findWitness(openSession(program), { kind: 'holds', of });
  expect(answer.kind).toBe('found');
});
