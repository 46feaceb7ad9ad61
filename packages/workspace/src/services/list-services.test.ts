import { parseDate, rational } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { linkPolicies } from '../open-policies.ts';
import { listServices } from './list-services.ts';

const text = `文件「示例县清单」 { 标识 test.services； 层级 县 示例县 属 示例市； 施行 自 2024-01-01 }
事项「查询」 代码 "Q1" { 时限 5个工作日； 时限 自 2024-01-01 即时； 材料 2件； 渠道 窗口； 渠道 自 2024-01-01 窗口、网上 }
事项「打印」 { 时限 1个工作日； 材料 未见 "清单没有公布" }
`;

test('services before and after, with what falls and what nobody says', async () => {
  const policies = await linkPolicies([{ path: 'a.tiaoli', text }]);
  const { documents, leftOut } = listServices(policies, { place: '示例县' });
  expect(leftOut).toEqual([]);
  expect(documents).toMatchObject([
    {
      document: 'test.services',
      before: '2023-12-31',
      after: '2024-01-01',
      services: [
        {
          name: '查询',
          code: 'Q1',
          before: { workingDays: { value: 5 }, channels: { value: ['窗口'] } },
          after: { workingDays: { value: 0 }, channels: { value: ['窗口', '网上'] } },
        },
        { name: '打印', before: { materials: { unseen: '清单没有公布' }, channels: undefined } },
      ],
      workingDays: { kind: 'figures', before: 6, after: 1, fall: rational(5, 6) },
      materials: { kind: 'unknown', services: ['打印'] },
    },
  ]);
});

test('other days, and other places', async () => {
  const policies = await linkPolicies([{ path: 'a.tiaoli', text }]);
  const day = parseDate('2024-06-01') ?? 0;
  const [same] = listServices(policies, { before: day, after: day }).documents;
  expect(same?.workingDays).toMatchObject({ before: 1, after: 1, fall: rational(0) });
  expect(listServices(policies, { place: '别的县' }).documents).toEqual([]);
});
