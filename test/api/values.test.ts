import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin, cityText, publishBase } from '../store/delegated.ts';
import type { ApiWorld } from './api-world.ts';
import { startApiWorld } from './api-world.ts';

// The province leaves a rate between 50% and 70% to its cities; the city's draft sets 55%.

let api: ApiWorld;
let draft: string;

beforeAll(async () => {
  api = await startApiWorld('embedded');
  const { store, world } = api;
  await publishBase(store, world, 'province', '100元');
  const base = await publishBase(store, world, 'city', '55%');
  draft = (await begin(store, world, 'city', { value: '55%', base })).id;
}, 300_000);
afterAll(async () => {
  expect(api.defects).toEqual([]);
  await api.under.stop();
}, 60_000);

const find = (text: string, who = 'city drafter') =>
  api.ask(who, 'POST', `/drafts/${draft}/values`, { body: { text, on: '2024-06-01' } });

test('a value that a text sets: where it stands, its bounds and who set them', async () => {
  const text = cityText('55%');
  const { status, json } = await find(text);
  expect([status, json.findings]).toEqual([200, []]);
  expect(json.values).toMatchObject([
    {
      ...{ name: '支付比例', kind: 'rate', low: '0.5', high: '0.7' },
      bounds: '不低于50%，不超过70%',
      delegatedBy: { clause: expect.stringContaining('省办法'), source: '原文' },
      above: { value: '0.5' },
      cells: [{ label: '', value: '0.55' }],
    },
  ]);
  const [{ start, end }] = json.values[0].cells;
  expect(text.slice(start, end)).toBe('55%');
  // Put there, another value is what the text sets.
  const changed = `${text.slice(0, start)}61.5%${text.slice(end)}`;
  expect((await find(changed)).json.values[0].cells).toMatchObject([{ value: '0.615' }]);
});

test('a value that a text does not set is put at its end', async () => {
  const whole = cityText('55%');
  const at = whole.indexOf('条「');
  const text = whole.slice(0, at);
  const [value] = (await find(text)).json.values;
  expect(value).toMatchObject({ name: '支付比例', cells: [], above: { value: '0.5' } });
  const { before, after } = value.insertion;
  const { values, findings } = (await find(`${text}${before}62%${after}`)).json;
  expect(findings).toEqual([]);
  expect(values).toMatchObject([{ cells: [{ value: '0.62' }] }]);
});

test('of values for several times, the one of the day', async () => {
  const text = cityText('55%').replace(
    '确定 支付比例 = 55%；',
    '确定 支付比例 自 2024-01-01 = 55%；\n    确定 支付比例 自 2025-01-01 = 60%；',
  );
  const on = async (day: string) => {
    const body = { text, on: day };
    const { json } = await api.ask('city drafter', 'POST', `/drafts/${draft}/values`, { body });
    return json.values[0]?.cells.map(({ value }: { value: string }) => value) ?? json.findings;
  };
  expect(await on('2024-06-01')).toEqual(['0.55']);
  expect(await on('2025-06-01')).toEqual(['0.6']);
});

test('a value out of its bounds is told, and a text with errors has none', async () => {
  const outside = await find(cityText('80%'));
  expect(outside.json.findings).toMatchObject([{ code: 'above-upper-bound' }]);
  expect(outside.json.values).toMatchObject([{ cells: [{ value: '0.8' }] }]);
  const broken = await find('语言 1\n\n文件 { {');
  expect([broken.status, broken.json.values]).toEqual([200, []]);
  expect(broken.json.findings.length).toBeGreaterThan(0);
});

test('several texts at once have each their own answer', async () => {
  const rates = ['51%', '52%', '53%', '54%'];
  const answers = await Promise.all(rates.map((rate) => find(cityText(rate))));
  expect(answers.map(({ json }) => json.values[0].cells[0].value)).toEqual([
    ...['0.51', '0.52', '0.53', '0.54'],
  ]);
});

test('the texts in force that a draft is checked with, on a day', async () => {
  const company = (query: string, who = 'city drafter') =>
    api.ask(who, 'GET', `/drafts/${draft}/company${query}`);
  const { status, json } = await company('?on=2024-06-01');
  expect(status).toBe(200);
  const { documents } = api.world;
  expect(json.own).toMatchObject({ documentId: documents.city.id, text: cityText('55%') });
  expect(json.others).toMatchObject([
    { documentId: documents.province.id, text: expect.stringContaining('支付比例') },
  ]);
  // Nothing was in force yet.
  expect((await company('?on=1999-01-01')).json).toEqual({ others: [] });
  expect((await company('', 'sister drafter')).status).toBe(404);
});

test('another office has no such draft', async () => {
  expect((await find(cityText('55%'), 'sister drafter')).status).toBe(404);
});
