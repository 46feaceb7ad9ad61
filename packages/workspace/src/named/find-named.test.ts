import { beforeAll, expect, test } from 'vitest';
import type { Policies } from '../open-policies.ts';
import { linkPolicies } from '../open-policies.ts';
import { realPolicies } from '../testing.ts';
import { findItems, findNamed } from './find-named.ts';

let policies: Policies;

beforeAll(async () => {
  policies = await realPolicies();
}, 120_000);

function best(words: string, most = 5): readonly string[] {
  return findNamed(policies, { words, most }).things.map(({ kind, name }) => `${kind} ${name}`);
}

test.each([
  ['济南市', 'place 济南市'],
  ['jinan', 'place 济南市'],
  ['jns', 'place 济南市'],
  ['青海省', 'place 青海省'],
])('a place by %s', (words, expected) => {
  expect(best(words)[0]).toBe(expected);
});

test('a document by its title, its sound and its 标识', () => {
  const title = '太原市职工医保普通门诊统筹';
  for (const words of [title, 'tyszgybptmztc', 'taiyuan.employee-outpatient']) {
    expect(best(words)[0], words).toBe(`document ${title}`);
  }
});

test('a version by its day and the title of its document', () => {
  const [found] = findNamed(policies, { words: '太原市职工 2024-07-01', most: 1 }).things;
  expect(found).toMatchObject({
    kind: 'version',
    name: '2024-07-01',
    document: '太原市职工医保普通门诊统筹',
    path: 'policies/shanxi/taiyuan/employee-outpatient.tiaoli',
  });
});

test('what stands around counts only beside a word of the name', () => {
  const all = findNamed(policies, { words: '起付', most: 1000 });
  const some = findNamed(policies, { words: '起付 太原', most: 1000 });
  expect(some.count).toBeGreaterThan(0);
  expect(some.count).toBeLessThan(all.count);
  expect(some.things.every(({ place }) => place?.includes('太原市'))).toBe(true);
  const around = findNamed(policies, { words: '太原', most: 1000 });
  expect(around.things.filter(({ kind }) => kind === 'parameter')).toEqual([]);
});

const text = `文件「某市办法」 {
  标识 some；
  层级 市 某市 属 某省；
  施行 自 2024-01-01；
}

条「起付标准」 "参保人员在一级医疗机构住院的起付标准为三百元。" {
  参数 住院起付线 别名 "inpatient_deductible"：金额 = 300元；
}
`;

test('a clause by its sentence, a parameter by its 别名, each with its line', async () => {
  const small = await linkPolicies([{ path: 'policies/some.tiaoli', text }]);
  const find = (words: string) => findNamed(small, { words, most: 3 });
  expect(find('一级医疗机构').things[0]).toMatchObject({ kind: 'clause', line: 7 });
  expect(find('inpatient_').things[0]).toMatchObject({ kind: 'parameter', line: 8 });
  expect(find("zhu'yuan'qi'fu").things[0]).toMatchObject({ name: '住院起付线' });
  expect(find('没有这个')).toEqual({ count: 0, things: [] });
  expect(find('  ')).toEqual({ count: 0, things: [] });
  expect(find('某市')).toMatchObject({
    count: 2,
    things: [
      { kind: 'place', place: '某省 / 某市' },
      { kind: 'document', name: '某市办法' },
    ],
  });
});

test('other items are found by the same rules', () => {
  const items = [
    { names: ['济南市提案', 'a1b2c3'], item: 1 },
    { names: ['提案'], item: 2 },
  ];
  expect(findItems(items, 'ti an')).toEqual([2, 1]);
  expect(findItems(items, '提案')).toEqual([2, 1]);
  expect(findItems(items, 'a1b2')).toEqual([1]);
  expect(findItems(items, '')).toEqual([]);
});
