import { parseDate } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { linkPolicies } from '../open-policies.ts';
import { listServices, placesWithServices } from './list-services.ts';

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
      workingDays: { kind: 'figures', before: 6, after: 1, fall: '5/6' },
      materials: { kind: 'unknown', services: ['打印'] },
    },
  ]);
});

test('other days, and other places', async () => {
  const policies = await linkPolicies([{ path: 'a.tiaoli', text }]);
  const day = parseDate('2024-06-01') ?? 0;
  const [same] = listServices(policies, { before: day, after: day }).documents;
  expect(same?.workingDays).toMatchObject({ before: 1, after: 1, fall: '0' });
  expect(listServices(policies, { place: '别的县' }).documents).toEqual([]);
});

test('what changed of each field, and what nobody can say', async () => {
  const policies = await linkPolicies([{ path: 'a.tiaoli', text }]);
  const [document] = listServices(policies, {}).documents;
  expect(document?.services.map(({ changes }) => changes)).toMatchObject([
    { workingDays: 'changed', materials: 'same', channels: 'changed', steps: 'unsaid' },
    { workingDays: 'same', materials: 'unknown', channels: 'unsaid', filing: 'unsaid' },
  ]);
  expect(document?.online).toEqual({
    before: { kind: 'unknown', services: ['打印'] },
    after: { kind: 'unknown', services: ['打印'] },
  });
});

const fuller = `文件「示例县清单」 { 标识 test.services； 层级 县 示例县 属 示例市； 施行 自 2024-01-01 }
条「一」 出处 "示例" 等级 示例 {
  事项「换卡」 代码 未见 "没有抄到" {
    大项 "凭证"；
    时限 2个工作日；
    材料 { 1 "身份证"； 2 "照片"； }
    材料 自 2024-01-01 { 1 "身份证"； 2 "申请表"； }
    渠道 窗口；
    渠道 自 2024-01-01 掌上 推定 出处 "按文意"；
    产生 登记 自 2024-01-01 { 有效 6个月 自 办结日 }
  }
  指标 目标 { 材料数 下降 不低于 0%； 网上 或 掌上 事项占比 不低于 100% }
}
`;

test('as many materials can be other ones; a filing may be new; claims come with their figures', async () => {
  const policies = await linkPolicies([{ path: 'a.tiaoli', text: fuller }]);
  const [document] = listServices(policies, {}).documents;
  expect(document?.services).toMatchObject([
    {
      codeUnseen: '没有抄到',
      category: '凭证',
      clause: { file: 'a.tiaoli', source: '示例', grade: '示例' },
      before: { materialItems: ['身份证', '照片'], filing: undefined },
      after: {
        channels: { value: ['掌上'], marks: ['推定'], source: '按文意' },
        filing: { value: { name: '登记', months: 6 } },
      },
      changes: {
        workingDays: 'same',
        materials: 'changed',
        channels: 'changed',
        filing: 'changed',
      },
    },
  ]);
  expect(document?.online).toEqual({
    before: { kind: 'figures', online: 0, of: 1 },
    after: { kind: 'figures', online: 1, of: 1 },
  });
  expect(document?.metrics).toMatchObject([
    {
      name: '目标',
      measure: 'materials',
      days: ['2023-12-31', '2024-01-01'],
      outcome: { first: 2, second: 2, reached: '0', holds: true },
    },
    { measure: 'channels', days: ['2024-01-01'], outcome: { reached: '1', holds: true } },
  ]);
});

test('places by how many services they have, the nation among them', async () => {
  const national = `文件「全国清单」 { 标识 test.national； 层级 国家； 施行 自 2024-01-01 }
事项「查询」 { 时限 即时 }
`;
  const policies = await linkPolicies([
    { path: 'a.tiaoli', text: national },
    { path: 'b.tiaoli', text },
  ]);
  expect(placesWithServices(policies)).toEqual(['示例县', '国家']);
  expect(listServices(policies, { place: '国家' }).documents).toMatchObject([
    { document: 'test.national' },
  ]);
});
