import type { NothingChanged } from '@tiaoli/simulation';
import { expect, test } from 'vitest';
import { buildReport } from './build-report.ts';
import { chartHeight, chartOption } from './charts/chart-option.ts';
import { placeSteps } from './charts/waterfall-option.ts';
import type { ImpactReport } from './report.ts';
import { sampleResult } from './sample-result.ts';

const report = buildReport(sampleResult, 'zh');

function figuresOf({ reforms, method }: ImpactReport) {
  const sections = [...reforms.flatMap((reform) => reform.sections), method];
  return sections.flatMap(({ figures }) => figures);
}

function section(id: string, of: ImpactReport = report) {
  const found = of.reforms[0]?.sections.find((each) => each.id === id);
  if (!found) throw new Error(`there is no section ${id}`);
  return found;
}

test('sections stand in the order in which they are read', () => {
  expect(report.reforms[0]?.sections.map(({ id }) => id)).toEqual([
    'verdict',
    'layers',
    'changes',
    'groups',
    'burden',
    'cities',
    'watchlists',
    'sensitivity',
    'sweep',
    'solution',
    'cases',
  ]);
});

test.each([
  [
    'verdict',
    '基金支付增加 300.00万元（+8.65%，95% 区间 +298.72 至 +301.28万元），个人负担减少 300.00万元',
  ],
  ['layers', '变化最大的一层是「门诊统筹」：+350.00万元'],
  [
    'changes',
    '单独影响最大的改动是「起付：1800元 → 300元」：基金支付 +210.00万元；各项改动相互作用 +20.00万元，合计 +300.00万元',
  ],
  ['groups', '受影响的人占比最大的一组是「退休人员」：40.00% 的人少负担，0.00% 的人多负担'],
  [
    'burden',
    '负担最重的 0.1% 的人一年至少负担 25,000.00元 → 24,800.00元；医疗支出超过收入 10% 的家庭，人数变化 −100',
  ],
  ['cities', '1 个地方的基金支付增加，1 个减少；变化最大的是太原市：+200.00万元'],
  ['watchlists', '「高额费用预警」新列入 5 人，不再列入 25 人'],
  [
    'sensitivity',
    '影响最大的假定是「每笔费用 ±10%」：基金支付变化在 +250.00万元 与 +360.00万元 之间',
  ],
  ['sweep', '「起付标准[三类]」从 200.00元 到 1,800.00元，基金支付的变化从 +340.00万元 到 0.00元'],
  ['solution', '要达到 政策范围内报销比例 75.00%，「支付比例」取 60.00%'],
  ['cases', '少负担最多的一人 −1,799.90元，多负担最多的一人 +612.35元'],
])('the title of %s is a sentence with its number', (id, title) => {
  expect(section(id).title).toBe(title);
});

test('a list says what was assumed of it, whom it hides, and why another was not counted', () => {
  const { lines, figures } = section('watchlists');
  expect(lines).toEqual([
    '「高额费用预警」（预警办法）：一年中每月末核对一次，任何一次列入即计一人。',
    '假设（示例）：「高额费用预警」按 监测线=50% 计数，不是公布的数。',
    '样本中有 2 人判断不了在不在「高额费用预警」上，没有计入。',
    '「因病致贫预警」（监测办法）没有计数：有数值未见：收入没有公布。',
  ]);
  const [{ table } = { table: undefined }] = figures;
  expect(table?.rows.map((row) => row.map(({ value }) => value))).toEqual([
    ['高额费用预警（假设）', '全部', '500', '480', '5', '25'],
    ['高额费用预警（假设）', '特困人员', null, null, null, null],
    ['高额费用预警（假设）', '普通人员', '450', '430', '4', '24'],
    ['高额费用预警（假设）', '监测对象', null, null, null, null],
  ]);
  expect(table?.notes).toHaveLength(1);
});

test('every row has a cell for each column, every cell has a text', () => {
  const figures = figuresOf(report);
  expect(figures.length).toBeGreaterThan(12);
  for (const { table } of figures) {
    for (const row of table.rows) {
      expect(row.length, table.id).toBe(table.columns.length);
      for (const { text } of row) expect(text).not.toMatch(/NaN|Infinity|undefined|null|e[+-]?\d/u);
    }
    if (table.bars) expect(table.columns.map(({ key }) => key)).toContain(table.bars);
  }
});

test('a hidden group and a hidden city are named, and nothing else of them is told', () => {
  for (const [id, name] of [
    ['groups', '特困人员'],
    ['cities', '阳泉市'],
  ] as const) {
    for (const { table, chart } of section(id).figures) {
      const row = table.rows.find(([first]) => first?.text === name);
      expect(row?.slice(1).map(({ value }) => value)).toEqual(row?.slice(1).map(() => null));
      expect(JSON.stringify(chart ?? {})).not.toContain(name);
      expect(table.notes.join('')).toContain('隐去');
    }
  }
});

test('single people of real data never leave', () => {
  const real = { ...sampleResult, population: { ...sampleResult.population, isSynthetic: false } };
  const made = buildReport(real, 'zh');
  expect(made.watermark).toBeUndefined();
  expect(made.reforms[0]?.sections.map(({ id }) => id)).not.toContain('cases');
  expect(JSON.stringify(made)).not.toContain('合成');
  expect(JSON.stringify(made)).not.toContain('72 岁');
});

test('where nothing changes it says why', () => {
  const [first] = sampleResult.reforms;
  if (!first) throw new Error('the sample has a reform');
  const made = (nothingChanged: NothingChanged) =>
    buildReport({ ...sampleResult, reforms: [{ ...first, nothingChanged }] }, 'zh');
  const reached = (claims: number) => ({ isProved: false, reach: [{ name: '起付', claims }] });
  expect(section('verdict', made(reached(0))).title).toBe('没有任何人的金额变化');
  expect(section('unchanged', made(reached(0))).title).toBe('没有一笔结算用到改动的地方');
  expect(section('unchanged', made(reached(0))).lines[0]).toContain('没有证明');
  expect(section('unchanged', made(reached(12))).title).toContain('被用到 12 次');
  const same = section('unchanged', made({ isProved: true, reach: [] }));
  expect([same.title, same.lines[0], same.figures]).toEqual([
    '两版之间没有影响结果的改动',
    '已证明：两版对任何人的结果都相同。',
    [],
  ]);
});

test('English has no Chinese but for names of the policy and the population', () => {
  const named =
    /太原市|大同市|阳泉市|门诊统筹|大额补助|统筹基金|大额基金|高额费用预警|因病致贫预警|预警办法|监测办法|监测线|第三条|职工医保普通|岁|人员|在职职工|退休|示例参数|起付标准|三类|支付比例|普通|就医类别：住院|费用|合规|山西省|，/gu;
  const texts = JSON.stringify(buildReport(sampleResult, 'en')).replace(named, '');
  expect(texts.match(/.{0,20}\p{Script=Han}.{0,20}/gu)).toBeNull();
});

const charts = figuresOf(report).flatMap(({ chart }) => chart ?? []);
test.each(charts)('$kind $title: an option for each look, said in words', (chart) => {
  for (const scheme of ['light', 'dark'] as const) {
    const option = JSON.stringify(chartOption(chart, { scheme, width: 360 }));
    expect(option).toContain(JSON.stringify(chart.description).slice(1, -1));
    expect(option).not.toContain('null');
  }
  expect(chartHeight(chart, 360)).toBeGreaterThan(70);
});

test('there is a chart of every kind', () => {
  const kinds = new Set(charts.map(({ kind }) => kind));
  expect([...kinds].toSorted()).toEqual([
    'bars',
    'curve',
    'pairs',
    'ranges',
    'shares',
    'waterfall',
  ]);
});

test('the steps of a waterfall lead to their total, below zero too', () => {
  const step = (value: number, role: 'step' | 'total') => ({ name: '', text: '', value, role });
  const places = placeSteps([step(2, 'step'), step(-5, 'step'), step(-3, 'total')]);
  expect(places).toEqual([
    { from: 0, to: 2 },
    { from: 2, to: -3 },
    { from: 0, to: -3 },
  ]);
});
