import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { fixtures, root, runHere, runHereJson, runTiaoli } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

const city = `${fixtures}/policies/city.tiaoli`;
const cases = `${fixtures}/cases`;
const byId = ['calc', 'fixture.city', '--policies', `${fixtures}/policies`];

function claim(fields: Record<string, unknown>, person: Record<string, unknown> = {}): string {
  return JSON.stringify({ person, claims: [{ id: '1', settledAt: '2023-03-01', ...fields }] });
}

test('a year: claims in order of settlement, each under its own version, sums and state', async () => {
  const { code, json } = await runHereJson([
    ...byId,
    '--input',
    `${cases}/year.json`,
    '--format',
    'json',
  ]);
  expect(code).toBe(0);
  expect(schemaErrors('calc.schema.json', json)).toEqual([]);
  const input = JSON.parse(readFileSync(join(root, cases, 'year.json'), 'utf8'));
  expect(schemaErrors('calc-input.schema.json', input)).toEqual([]);
  expect(json.claims.map(({ id, on }: { id: string; on: string }) => [id, on])).toEqual([
    ['1', '2024-03-01'],
    ['2', '2024-08-01'],
  ]);
  // (20,000 − 1,000) × 60% before 2024-07-01, (20,000 − 500) × 65% from then on.
  expect(json.claims[0].outputs.住院统筹.value).toBe('11400.00');
  expect(json.claims[1].outputs.住院统筹.value).toBe('12675.00');
  expect(json.outputs.住院统筹).toMatchObject({
    value: '24075.00',
    kind: 'money',
    status: 'value',
  });
  expect(json.outputs.hifp_pay).toMatchObject({ value: '24075.00', field: 'hifp_pay' });
  expect(json.outputs.住院统筹.clause).toBe('测政发〔2023〕1号 条「五」');
  expect(json).toMatchObject({
    document: 'fixture.city',
    version: 'fixture.city@2024-07-01',
    on: '2024-08-01',
    jurisdiction: '测试市',
    missing: [],
    findings: [],
  });
  expect(json.state).toMatchObject({ 住院次数: 2, '住院统筹.支付.本年': '24075.00' });
  expect(json.stateInstances['住院统筹.支付.本年']).toBe('2024');
});

test('a state goes on where it ended, and does not leak into the next year', async () => {
  const state = { 住院次数: 2, '住院统筹.支付.本年': '69000.00' };
  const stateInstances = { 住院次数: '2023', '住院统筹.支付.本年': '2023' };
  const given = { claims: [{ id: '1', settledAt: '2023-12-01', level: '三级', cost: '20000' }] };
  const paid = async (input: object): Promise<string> => {
    const args = [...byId, '--input', '-', '--format', 'json'];
    const { json } = await runHereJson(args, { input: JSON.stringify(input) });
    return json.outputs.住院统筹.value;
  };
  expect(await paid({ ...given, state, stateInstances })).toBe('1000.00');
  expect(await paid({ ...given, state })).toBe('1000.00');
  const next = [{ ...given.claims[0], settledAt: '2024-01-02' }];
  expect(await paid({ claims: next, state, stateInstances })).toBe('11400.00');
});

test('a claim may start from its items', async () => {
  const args = [...byId, '--input', `${cases}/items.json`, '--format', 'json'];
  const { code, json } = await runHereJson(args);
  expect(code).toBe(0);
  // (1,000.05 + 199.95 − 200) × 60%
  expect(json.outputs.住院统筹.value).toBe('600.00');
});

test('--on and ID@DATE settle under the rules of that day', async () => {
  const input = claim({ level: '三级', cost: '20000' });
  const on = await runHereJson(
    [...byId, '--input', '-', '--on', '2024-07-01', '--format', 'json'],
    {
      input,
    },
  );
  expect(on.json.outputs.住院统筹.value).toBe('12350.00');
  const [calc, id, ...rest] = byId;
  const at = [calc ?? '', `${id}@2024-07-01`, ...rest, '--input', '-', '--format', 'json'];
  expect((await runHereJson(at, { input })).json.outputs).toEqual(on.json.outputs);
});

test('the ladder names amount, formula and clause of every step, and who pays what', async () => {
  const { code, stdout } = runTiaoli(['calc', city, '--input', `${cases}/year.json`]);
  expect(code).toBe(0);
  for (const line of [
    /^fixture\.city（测试市） +版本 @2023-01-01、@2024-07-01$/m,
    /^结算 1 +2024-03-01 +依照 fixture\.city@2023-01-01$/m,
    /^结算 2 +2024-08-01 +依照 fixture\.city@2024-07-01$/m,
    /基数 +20,000\.00 +政策内费用 20,000\.00 +〔条「五」〕/,
    /起付线 +500\.00 +每次 1,000\.00，按次序应扣 500\.00 +〔条「五」〕/,
    /比例 +65% +〔条「五」〕/,
    /应付 +12,675\.00 +19,500\.00 × 65% +〔条「五」〕/,
    /超过限额 +0\.00 +每年 70,000\.00，此前已付 11,400\.00 +〔条「五」〕/,
    /支付 +12,675\.00 +〔条「五」〕/,
    /医疗救助（医疗救助金） +5,127\.50 +25\.6% +█+/,
    /合计（2 笔结算）/,
    /住院统筹\.支付\.本年 +24075\.00 +2024 +〔条「五」〕/,
  ]) {
    expect(stdout).toMatch(line);
  }
});

test('--trace lists formula, operands and clause', async () => {
  const args = [...byId, '--input', `${cases}/items.json`, '--trace', '--format', 'json'];
  const { json } = await runHereJson(args);
  expect(schemaErrors('calc.schema.json', json)).toEqual([]);
  const step = json.trace.find(({ name }: { name: string }) => name === '住院统筹.起付');
  expect(step.formula.length).toBeGreaterThan(0);
  expect(step.operands.length).toBeGreaterThan(0);
  const pretty = await runHere([...byId, '--input', `${cases}/items.json`, '--trace']);
  expect(pretty.stdout).toContain('计算步骤');
  expect(pretty.stdout).not.toContain(':explained:');
});

test('missing inputs are listed with their question, nothing is taken for zero', async () => {
  const input = claim({ cost: '20000' });
  const { code, json } = await runHereJson([...byId, '--input', '-', '--format', 'json'], {
    input,
  });
  expect(code).toBe(1);
  expect(schemaErrors('calc.schema.json', json)).toEqual([]);
  expect(json.missing).toEqual([{ claim: '1', field: '医院级别', question: '医院是几级？' }]);
  expect(json.findings[0]).toMatchObject({ code: 'missing-input', file: '-' });
  expect(json.outputs.住院统筹).toMatchObject({ value: null, status: 'missing' });
  expect(json.state).not.toHaveProperty('住院统筹.支付.本年');
});

test('a claim without any cost is told that items or their total will do', async () => {
  const input = claim({ 医院级别: '一级' });
  const { code, json } = await runHereJson([...byId, '--input', '-', '--format', 'json'], {
    input,
  });
  expect(code).toBe(1);
  expect(json.missing).toEqual([
    {
      claim: '1',
      field: '明细',
      question: '请填写明细；没有明细的，填写费用中有的几项即可。',
    },
  ]);
});

test('what rests on an incomplete claim is missing too', async () => {
  const claims = [
    { id: '1', settledAt: '2023-03-01', cost: '20000' },
    { id: '2', settledAt: '2023-04-01', level: '三级', cost: '20000' },
  ];
  const input = JSON.stringify({ claims });
  const { json } = await runHereJson([...byId, '--input', '-', '--format', 'json'], { input });
  expect(json.claims[1].outputs.住院统筹.status).toBe('missing');
  expect(json.claims[1].outputs['住院统筹.基数'].value).toBe('20000.00');
});

test('no settlement date: the date is asked for', async () => {
  const input = JSON.stringify({ claims: [{ id: '1', level: '三级', cost: '20000' }] });
  const { code, json } = await runHereJson([...byId, '--input', '-', '--format', 'json'], {
    input,
  });
  expect(code).toBe(1);
  expect(json.missing).toEqual([{ claim: '1', field: '结算日期', question: '哪一天结算？' }]);
  expect(schemaErrors('calc.schema.json', json)).toEqual([]);
});

test('JSON lines of cases: one line of output each, in order', async () => {
  const args = [...byId, '--input', `${cases}/lines.jsonl`, '--format', 'json'];
  const { code, stdout } = await runHere(args);
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(1);
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(schemaErrors('calc.schema.json', line)).toEqual([]);
  expect(lines[0].outputs.住院统筹.value).toBe('11400.00');
  expect(lines[1].findings[0].code).toBe('input-too-low');
  expect(lines[2].missing[0].field).toBe('医院级别');
});

test.each([
  ['unknown-field', { levels: '三级', cost: '1' }, 'level'],
  ['wrong-value', { level: '五级', cost: '1' }, '一级、三级'],
  ['wrong-value', { level: '三级', cost: 20000 }, '"20000.00"'],
  ['wrong-value', { level: '三级', cost: '20,000' }, '"20000.00"'],
  ['wrong-value', { level: '三级', cost: '1', settledAt: '2023-02-29' }, '"2023-03-01"'],
  ['input-places', { level: '三级', cost: '0.005' }, '2'],
  ['input-too-high', { level: '三级', cost: '10000000.01' }, '10000000'],
  ['invariant-broken', { level: '三级', cost: '100', inPolicy: '101' }, '政策内费用'],
  ['wrong-shape', { level: '三级', cost: '1', items: {} }, '{"person"'],
  ['no-version-in-force', { level: '三级', cost: '1', settledAt: '2022-12-31' }, 'versions'],
])('%s: one finding with place and remedy', async (expected, fields, remedy) => {
  const input = claim(fields);
  const { code, json } = await runHereJson([...byId, '--input', '-', '--format', 'json'], {
    input,
  });
  expect(code).toBe(1);
  expect(schemaErrors('calc.schema.json', json)).toEqual([]);
  expect(json.findings).toHaveLength(1);
  expect(json.findings[0].code).toBe(expected);
  expect(json.findings[0].file).toBe('-');
  expect(json.findings[0].range.start.column).toBeGreaterThan(1);
  expect(json.findings[0].hint).toContain(remedy);
});

test.each([
  ['json-syntax', '{"claims": [}'],
  ['duplicate-field', '{"claims": [{"id": "1", "cost": "1", "cost": "2"}]}'],
  ['empty-input', '  \n'],
  ['no-claims', '{"claims": []}'],
  ['json-too-deep', '['.repeat(2000)],
  [
    'unknown-accumulator',
    '{"claims": [{"id": "1", "settledAt": "2023-03-01"}], "state": {"x": "1"}}',
  ],
])('%s: the input is refused', async (expected, input) => {
  const { code, json } = await runHereJson([...byId, '--input', '-', '--format', 'json'], {
    input,
  });
  expect(code).toBe(1);
  expect(json.findings.map((finding: { code: string }) => finding.code)).toEqual([expected]);
  expect(json.findings[0].hint.length).toBeGreaterThan(0);
});

test('a fact of the person out of its domain is reported once for the year', async () => {
  const claims = [1, 2].map((id) => ({
    id: String(id),
    settledAt: `2023-0${id}-01`,
    level: '三级',
    cost: '1',
  }));
  const input = JSON.stringify({ person: { age: 131 }, claims });
  const { code, json } = await runHereJson([...byId, '--input', '-', '--format', 'json'], {
    input,
  });
  expect(code).toBe(1);
  expect(json.findings).toHaveLength(1);
  expect(json.findings[0].message).toContain('person.age');
});

test.each([
  ['unknown-document', 'fixture.town'],
  ['unknown-version', 'fixture.city@2022-01-01'],
])('%s: exit 1', async (expected, document) => {
  const args = [
    'calc',
    document,
    '--policies',
    `${fixtures}/policies`,
    '--input',
    '-',
    '--format',
    'json',
  ];
  const { code, json } = await runHereJson(args, { input: claim({}) });
  expect(code).toBe(1);
  expect(json.findings[0].code).toBe(expected);
});

test('a policy with errors settles nothing', async () => {
  const args = ['calc', `${fixtures}/bad/cyclic-rule.tiaoli`, '--input', '-', '--format', 'json'];
  const { code, json } = await runHereJson(args, { input: claim({}) });
  expect(code).toBe(1);
  expect(json.findings.map((finding: { code: string }) => finding.code)).toEqual([
    'policy-has-errors',
    'cyclic-definition',
  ]);
});

test('the schemas that compile gives take the case and its result', async () => {
  const out = mkdtempSync(join(tmpdir(), 'tiaoli-schema-'));
  const compiled = await runHere(['compile', city, '--target', 'json-schema', '--out', out]);
  expect(compiled.code).toBe(0);
  const read = (name: string) => JSON.parse(readFileSync(join(out, name), 'utf8'));
  const [input, output] = ['input', 'output'].map((kind) =>
    new Ajv2020({ strict: false, validateFormats: false }).compile(
      read(`fixture.city@2023-01-01.${kind}.schema.json`),
    ),
  );
  const given = JSON.parse(readFileSync(join(root, cases, 'year.json'), 'utf8'));
  expect(input?.(given)).toBe(true);
  expect(input?.({ ...given, person: { ages: 46 } })).toBe(false);
  const { json } = await runHereJson([
    ...byId,
    '--input',
    `${cases}/year.json`,
    '--format',
    'json',
  ]);
  expect(output?.(json), JSON.stringify(output?.errors)).toBe(true);
});

test('results that rest on invented values say so, others do not', async () => {
  const settle = async (document: string, fields: Record<string, string>) => {
    const input = JSON.stringify({ person: {}, claims: [{ id: '1', ...fields }] });
    return runHereJson(['calc', document, '--input', '-', '--format', 'json'], { input });
  };
  const layers = await settle('qinghai.multi-level', {
    结算日期: '2023-06-01',
    甲类费用: '300000',
  });
  expect(schemaErrors('calc.schema.json', layers.json)).toEqual([]);
  expect(layers.json.illustrative).toEqual(expect.arrayContaining(['商业保险', '救助限额']));
  const claim = { 结算日期: '2023-06-01', 大病合规自付: '150000' };
  const { json } = await settle('shandong.resident-critical-illness', claim);
  expect(json.illustrative).toBeUndefined();
});
