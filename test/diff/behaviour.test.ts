import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runHereJson } from '../cli/run-tiaoli.ts';
import { schemaErrors } from '../cli/schemas.ts';

const here = join(import.meta.dirname, 'behaviour');

/** One claim, what a result of it changes by, and where that is published. */
interface Point {
  readonly case: string;
  readonly claim: Readonly<Record<string, string>>;
  readonly output: string;
  /** Yuan. */
  readonly change: number;
}

interface Pair {
  readonly name: string;
  readonly old: string;
  readonly new: string;
  readonly points: readonly Point[];
  /** Bounds worked by hand, in yuan: `[least, most]`. */
  readonly bounds: Readonly<Record<string, readonly [number, number]>>;
}

const pairs: readonly Pair[] = [
  {
    // By hand, for a hospital class with deductible d (30, 50, 80) and rates r (60, 55, 50 %; 5 points more for the
    // retired), now r + 5 points: the pool pays min(R(r × (x − d)), 1,800 − paid) and then min(R((r + 5%) × (x − d′)),
    // 2,500 − paid) with d′ ≤ d, so it never pays less, and at most the rise of the cap more: 700, for the retired
    // 3,000 − 2,000. The deductible falls by d at most, once 300 were taken in the year.
    name: 'taiyuan-employee-outpatient',
    old: 'taiyuan.employee-outpatient@2023-01-01',
    new: 'taiyuan.employee-outpatient@2024-07-01',
    points: [
      {
        case: 'CX04',
        claim: {
          结算日期: '2024-09-01',
          就医类别: '门诊',
          就诊号: '1',
          收费类别: '一类',
          甲类费用: '500',
        },
        output: '门诊统筹',
        change: 21,
      },
    ],
    bounds: { 门诊统筹: [0, 1000], '门诊统筹.起付': [-80, 0], 个人负担: [-1000, 0] },
  },
  {
    // The deductible falls by 2,000; the cap rises from 300,000 to 400,000, without limit for those who need help:
    // at 10 million of their cost 85% less what 500,000 had capped.
    name: 'shandong-critical-illness-2017-2019',
    old: 'shandong.resident-critical-illness@2017-01-01',
    new: 'shandong.resident-critical-illness@2019-01-01',
    points: [
      {
        case: 'CX06',
        claim: { 结算日期: '2020-06-01', 大病合规自付: '150000' },
        output: '大病保险',
        change: 12_500,
      },
    ],
    bounds: { '大病保险.起付': [-2000, 0] },
  },
  {
    name: 'shandong-critical-illness-2019-2023',
    old: 'shandong.resident-critical-illness@2019-01-01',
    new: 'shandong.resident-critical-illness@2023-01-01',
    points: [
      {
        case: 'CX06',
        claim: { 结算日期: '2023-06-01', 大病合规自付: '150000' },
        output: '大病保险',
        change: -2400,
      },
    ],
    bounds: { '大病保险.起付': [0, 4000] },
  },
  {
    // The deductible goes from 5,000 to 12,000 and 80% is paid above it: 80% × 7,000 = 5,600 less at most.
    name: 'qinghai-resident',
    old: 'qinghai.resident@2017-01-01',
    new: 'qinghai.resident@2023-06-01',
    points: [],
    bounds: { 大病保险: [-5600, 0], '大病保险.起付': [0, 7000], 个人负担: [0, 5600] },
  },
];

test('Taiyuan: the smallest case of a yuan, and by how much each further yuan counts', async () => {
  const { json } = await runHereJson([
    ...['diff', 'taiyuan.employee-outpatient@2023-01-01', 'taiyuan.employee-outpatient@2024-07-01'],
    ...['--view', 'behaviour', '--format', 'json'],
  ]);
  // Class 3 has a deductible of 30 and paid 60%, now 65%: of 19.84 above it R(11.904) and R(12.896), 1.00 apart; of 19.83
  // R(11.898) and R(12.8895), 0.99. The old cap of 1,800 is reached at 3,030.
  const { smallest, slope } = json.behaviour.outputs.门诊统筹.regions.find(
    ({ text }: { readonly text: string }) => text === '在职状态：在职；就医类别：门诊',
  );
  expect(smallest.input.claims[0]).toMatchObject({ 收费类别: '三类', 甲类费用: '49.84' });
  expect([smallest.old.value, smallest.new.value]).toEqual(['11.90', '12.90']);
  expect(slope).toEqual({
    ...{ input: '甲类费用', from: '30.00', to: '3029.99' },
    ...{ perYuan: '0.05', rounded: true },
  });
});

interface Output {
  readonly kind: string;
  readonly state: string;
  readonly min?: string;
  readonly max?: string;
  readonly regions: readonly (Omit<Output, 'regions' | 'kind'> & { readonly text: string })[];
}

describe.each(pairs)('$name', ({ name, old, new: now, points, bounds }) => {
  test('every result is decided, as worked by hand', { timeout: 300_000 }, async () => {
    const { code, json } = await runHereJson([
      ...['diff', old, now],
      ...['--view', 'behaviour', '--format', 'json'],
    ]);
    expect(schemaErrors('diff.schema.json', json)).toEqual([]);
    expect({ code, undecided: json.undecided, rest: json.sameElsewhere }).toEqual({
      code: 1,
      undecided: 0,
      rest: true,
    });
    const outputs: Readonly<Record<string, Output>> = json.behaviour.outputs;
    for (const [output, [least, most]] of Object.entries(bounds)) {
      const { state, min, max } = outputs[output] ?? {};
      expect([output, state, Number(min), Number(max)]).toEqual([
        output,
        'changed-exact',
        least,
        most,
      ]);
    }
    await expect(listing(outputs)).toMatchFileSnapshot(join(here, `${name}.txt`));
    for (const { claim, output, change } of points) {
      const found = (await paid(now, claim, output)) - (await paid(old, claim, output));
      expect(found).toBeCloseTo(change, 6);
      expect(change).toBeGreaterThanOrEqual(Number(outputs[output]?.min));
      expect(change).toBeLessThanOrEqual(Number(outputs[output]?.max));
    }
  });
});

/**
 * The province pays 70% up to 30,000 for each of the three categories that it puts first; Tai'an all for the destitute
 * and 70% for the others, up to 33,000. So the destitute gain min(x, 33,000) − min(70% × x, 30,000), at most at 33,000:
 * 9,900; the others 3,000 at most. What the province leaves open the city says: there is one side alone.
 */
test("Tai'an against its province, as worked by hand", { timeout: 300_000 }, async () => {
  const [old, now] = ['shandong.assistance', 'taian.assistance'];
  const { code, json } = await runHereJson(['diff', old, now, '--format', 'json']);
  expect(schemaErrors('diff.schema.json', json)).toEqual([]);
  expect({ code, undecided: json.undecided }).toEqual({ code: 1, undecided: 0 });
  expect(json.behaviour.days).toEqual({ old: '2024-08-01', new: '2024-08-01' });
  const outputs: Readonly<Record<string, Output>> = json.behaviour.outputs;
  const changed = outputs.医疗救助?.regions.filter(({ state }) => !state.startsWith('same'));
  const regions = changed?.map(({ text, state, min, max }) => [
    ...[text, state],
    ...(min === undefined ? [] : [Number(min), Number(max)]),
  ]);
  expect(regions).toEqual([
    ['人员类别：特困人员', 'changed-exact', 0, 9900],
    ['人员类别：低保对象、返贫致贫人口', 'changed-exact', 0, 3000],
    ['人员类别：低保边缘家庭成员、监测对象', 'one-sided'],
    ['人员类别：兼有两种以上', 'changed-exact', 0, 9900],
    ['人员类别：兼有两种以上', 'one-sided'],
  ]);
  const listed = listing(outputs);
  await expect(listed).toMatchFileSnapshot(join(here, 'taian-against-province.txt'));
  // Published (shape 42): of 40,000 the destitute are paid 33,000, those on the allowance 28,000.
  const claim = { 结算日期: '2024-08-15', 大病后合规自付: '40000' };
  const paidTo = (document: string, category: string) =>
    paid(document, claim, '医疗救助', { 人员类别: [category] });
  expect(await paidTo(now, '特困人员')).toBe(33_000);
  expect(await paidTo(old, '特困人员')).toBe(28_000);
  expect(await paidTo(now, '低保对象')).toBe(28_000);
});

/**
 * Limits in working days, over every day of the announced calendar (2004-01-01 to 2026-12-24).
 *
 * Sichuan, 3 days to 1: Tuesday 2020-01-21 had its third working day on Monday 3 February, behind the holiday that was
 * lengthened to ten days, and has its first on the 22nd: 12 days; never less than the two working days between. Zhucheng's
 * totals are 327 working days apart: 65 weeks and two days are 457 days, and the days off of a year and a third are
 * two to four and a half weeks more. Close to the end of the calendar the longer limit meets days that are not announced: one side.
 */
test.each([
  ['sichuan.handling-services', '2021-01-01', '2024-01-01', '单位参保登记.办结期限', -12, -2],
  ['zhucheng.handling-totals', '2021-01-01', '2021-02-01', '全部经办事项合计.办结期限', -488, -470],
])('%s before and after: nothing is undecided', async (id, from, to, output, least, most) => {
  const { code, json } = await runHereJson([
    ...['diff', `${id}@${from}`, `${id}@${to}`],
    ...['--view', 'behaviour', '--format', 'json'],
  ]);
  expect(schemaErrors('diff.schema.json', json)).toEqual([]);
  expect({ code, undecided: json.undecided }).toEqual({ code: 1, undecided: 0 });
  const { regions }: Output = json.behaviour.outputs[output];
  const told = regions.map(({ text, state, min, max }) => ({ text, state, min, max }));
  expect(told).toEqual([
    { text: '', state: 'changed-exact', min: least, max: most },
    { text: '', state: 'one-sided' },
  ]);
  expect(json.assumptions.at(-1)).toContain('2004年至2026年');
});

async function paid(
  document: string,
  claim: Point['claim'],
  output: string,
  person: Readonly<Record<string, readonly string[]>> = {},
): Promise<number> {
  const input = JSON.stringify({ person, claims: [{ id: '1', ...claim }] });
  const { json } = await runHereJson(['calc', document, '--input', '-', '--format', 'json'], {
    input,
  });
  return Number(json.outputs[output].value);
}

/** Each result that is another, and for whom, a line each. */
function listing(outputs: Readonly<Record<string, Output>>): string {
  const lines = Object.entries(outputs).flatMap(([name, { kind, regions, ...whole }]) => {
    if (whole.state.startsWith('same')) return [];
    const parts = regions.filter(({ state }) => !state.startsWith('same'));
    return [
      `${name}${kind === 'state' ? ' 之后' : ''}  ${endsOf(whole)}`,
      ...parts.map((part) => `  ${part.text || '所有人'}  ${endsOf(part)}`),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function endsOf({ state, min = '?', max = '?' }: Pick<Output, 'state' | 'min' | 'max'>): string {
  return `${min} 至 ${max} ${state}`;
}
