import { parseDate } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { checkStatements } from './check-policies.ts';
import type { PlaceNode } from './list-documents.ts';
import { listDocuments } from './list-documents.ts';
import { linkPolicies } from './open-policies.ts';
import { realPolicies } from './testing.ts';

/** The tree as lines: places with their level, documents with their state. */
function lines({ place, level, documents, places }: PlaceNode, depth = 0): readonly string[] {
  const indent = '  '.repeat(depth);
  return [
    `${indent}${place} ${level}`,
    ...documents.map(({ id, state, version }) => `${indent}- ${id} ${version?.from ?? state}`),
    ...places.flatMap((each) => lines(each, depth + 1)),
  ];
}

async function tree(date: string) {
  const policies = await realPolicies();
  return listDocuments(policies, { on: parseDate(date) ?? 0, findings: checkStatements(policies) });
}

test('the real policies in the middle of 2023', async () => {
  const { on, nation } = await tree('2023-07-01');
  expect(on).toBe('2023-07-01');
  // The library grows: these stand in this order, whatever stands between them.
  const known = [
    '国家 nation',
    '- national.common 2000-01-01',
    '  山东省 province',
    '  - shandong.assistance 2022-10-01',
    '  - shandong.assistance-before ended',
    '  - shandong.resident-critical-illness 2023-01-01',
    '    泰安市 city',
    '    - taian.assistance not-yet',
    '    - taian.resident-critical-illness 2017-01-01',
    '    济南市 city',
    '    - jinan.assistance 2023-05-01',
    '    - jinan.resident-critical-illness not-yet',
    '    淄博市 city',
    '    - zibo.assistance not-yet',
    '    聊城市 city',
    '    - liaocheng.assistance ended',
    '  山西省 province',
    '  - shanxi.resident-critical-illness 2017-11-01',
    '    太原市 city',
    '    - taiyuan.employee-outpatient 2023-01-01',
    '    - taiyuan.first-self-pay 2023-01-01',
    '    - taiyuan.resident-inpatient 2023-01-01',
    '  青海省 province',
    '  - qinghai.employee-outpatient 2023-01-01',
    '  - qinghai.resident 2022-01-01',
  ];
  expect(lines(nation).filter((line) => known.includes(line))).toEqual(known);
});

test('samples have a tree of their own, with the provinces that no document is of', async () => {
  const { nation, samples } = await tree('2023-07-01');
  const shown = lines(samples);
  expect(shown).toContain('  甘肃省 province');
  expect(shown).toContain('  重庆市 city');
  expect(shown.indexOf('    兰州市 city')).toBe(shown.indexOf('  甘肃省 province') + 1);
  const county = shown.indexOf('    蚌山区 county');
  expect(shown.slice(county - 1, county)).toEqual(['  蚌埠市 city']);
  expect(JSON.stringify(nation)).not.toContain('policies/patterns/');
});

test('an entry says its versions, how many findings and how many examples it has', async () => {
  const { nation } = await tree('2024-08-01');
  const taiyuan = nation.places
    .flatMap(({ places }) => places)
    .find(({ place }) => place === '太原市');
  const entry = taiyuan?.documents.find(({ id }) => id === 'taiyuan.employee-outpatient');
  expect(entry).toMatchObject({
    title: '太原市职工医保普通门诊统筹',
    path: 'policies/shanxi/taiyuan/employee-outpatient.tiaoli',
    state: 'in-force',
    version: { ref: 'taiyuan.employee-outpatient@2024-07-01', from: '2024-07-01' },
    versions: [
      { ref: 'taiyuan.employee-outpatient@2023-01-01', from: '2023-01-01', to: '2024-06-30' },
      { ref: 'taiyuan.employee-outpatient@2024-07-01', from: '2024-07-01' },
    ],
    findings: { error: 0, warning: 0, info: 0 },
  });
  expect(entry?.examples.count).toBeGreaterThan(2);
});

const city = (id: string, place: string, basis = ''): string =>
  `文件「${id}」 { 标识 ${id}； 层级 ${place}； 施行 自 2024-01-01；${basis} }`;

test.each([
  ['属', { 'p/x/a.tiaoli': city('a', '市 甲市 属 乙省') }, '乙省 甲市'],
  [
    '属 in another document of the place',
    { 'p/x/a.tiaoli': city('a', '市 甲市'), 'p/y/b.tiaoli': city('b', '市 甲市 属 乙省') },
    '乙省 甲市',
  ],
  [
    'what it rests on, before the folder',
    {
      'p/x/a.tiaoli': city('a', '市 甲市', ' 依据 c'),
      'p/y/c.tiaoli': city('c', '国家', ' 依据 b'),
      'p/y/b.tiaoli': city('b', '省 乙省'),
      'p/x/d.tiaoli': city('d', '省 丙省'),
    },
    '乙省 甲市',
  ],
  [
    'its folder or the one above',
    { 'p/x/z/a.tiaoli': city('a', '市 甲市'), 'p/x/b.tiaoli': city('b', '省 乙省') },
    '乙省 甲市',
  ],
  [
    'a folder of several provinces tells nothing',
    {
      'p/x/a.tiaoli': city('a', '市 甲市'),
      'p/x/b.tiaoli': city('b', '省 乙省'),
      'p/x/c.tiaoli': city('c', '省 丙省'),
    },
    '甲市',
  ],
  [
    'a county: its city by 属, the province by what the county rests on',
    {
      'p/x/a.tiaoli': city('a', '县 甲县 属 丁市', ' 依据 b'),
      'p/y/b.tiaoli': city('b', '省 乙省'),
    },
    '乙省 丁市 甲县',
  ],
  [
    'places that belong to each other',
    { 'p/x/a.tiaoli': city('a', '县 甲县 属 丁市'), 'p/y/b.tiaoli': city('b', '市 丁市 属 甲县') },
    '丁市 甲县',
  ],
])('where a place belongs: %s', async (_, texts: Readonly<Record<string, string>>, expected) => {
  const sources = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const policies = await linkPolicies(sources);
  const { nation } = listDocuments(policies, { on: 0, findings: [] });
  expect(wayTo('p/x/a.tiaoli', nation) ?? wayTo('p/x/z/a.tiaoli', nation)).toBe(expected);
});

/** The places on the way down to a document. */
function wayTo(path: string, { documents, places }: PlaceNode): string | undefined {
  if (documents.some((each) => each.path === path)) return '';
  for (const below of places) {
    const rest = wayTo(path, below);
    if (rest !== undefined) return `${below.place} ${rest}`.trim();
  }
  return undefined;
}
