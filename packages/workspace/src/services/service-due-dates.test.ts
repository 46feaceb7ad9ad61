import { parseDate } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { linkPolicies } from '../open-policies.ts';
import { serviceDueDates } from './service-due-dates.ts';

const text = `文件「示例县清单」 { 标识 test.services； 层级 县 示例县 属 示例市； 施行 自 2024-01-01 }
事项「查询」 { 时限 3个工作日； 时限 自 2024-01-01 即时 }
事项「登记」 { 时限 自 2024-01-01 1个工作日； 产生 登记备案 { 有效 12个月 自 办结日 } }
事项「打印」 { 时限 未见 "清单没有公布" }
`;

async function dueOn(date: string) {
  const policies = await linkPolicies([{ path: 'a.tiaoli', text }]);
  return serviceDueDates(policies, 'a.tiaoli', parseDate(date) ?? 0);
}

// 2024-09-30 is a Monday; National Day lasts until 7 October.
test('days off are left out, and what is filed begins when the service is done', async () => {
  expect((await dueOn('2024-09-30'))?.services).toEqual([
    { kind: 'due', name: '查询', workingDays: 0, due: '2024-09-30', daysOff: 0 },
    {
      kind: 'due',
      name: '登记',
      workingDays: 1,
      due: '2024-10-08',
      daysOff: 7,
      filing: { from: '2024-10-08', to: '2025-10-07' },
    },
    { kind: 'unseen', name: '打印', reason: '清单没有公布' },
  ]);
});

// 2023-09-28 is a Thursday; Mid-Autumn and National Day last until 6 October, 7 and 8 October are worked.
test('the version in force on the day of acceptance counts', async () => {
  expect((await dueOn('2023-09-28'))?.services).toMatchObject([
    { kind: 'due', workingDays: 3, due: '2023-10-09', daysOff: 8 },
    { kind: 'no-limit', name: '登记' },
    { kind: 'unseen' },
  ]);
});

test('nothing is guessed of a year that was not announced', async () => {
  const answer = await dueOn('2031-03-03');
  expect(answer?.services[1]).toEqual({ kind: 'no-calendar', name: '登记', workingDays: 1 });
  expect(answer?.calendar?.last).toBeLessThan(2031);
});

test('no such file, and one with errors', async () => {
  const broken = `${text}\n参数 甲：金额 = 乙；`;
  const policies = await linkPolicies([{ path: 'a.tiaoli', text: broken }]);
  expect(serviceDueDates(policies, 'a.tiaoli', 0)).toBeUndefined();
  expect(serviceDueDates(policies, 'b.tiaoli', 0)).toBeUndefined();
});
