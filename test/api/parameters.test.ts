import { afterAll, beforeAll, expect, test } from 'vitest';
import { schemaErrors } from '../cli/schemas.ts';
import { publishBase } from '../store/delegated.ts';
import type { ApiWorld } from './api-world.ts';
import { startApiWorld } from './api-world.ts';

// The province leaves a rate between 50% and 70% to its cities; the city has set 55%, and 60% from 2025 on.

let api: ApiWorld;
const ids: Record<string, string> = {};

beforeAll(async () => {
  api = await startApiWorld('embedded');
  const { store, world } = api;
  ids.province = await publishBase(store, world, 'province', '100元');
  ids.early = await publishBase(store, world, 'city', '55%');
  ids.city = await publishBase(store, world, 'city', '60%', '2025-01-01');
}, 300_000);
afterAll(async () => {
  expect(api.defects).toEqual([]);
  await api.under.stop();
}, 60_000);

const get = async (path: string) => api.ask('sister analyst', 'GET', path);

test('the parameters of a version, with the sentence that sets each and what cities may decide', async () => {
  const { status, json, headers } = await get(`/versions/${ids.province}/parameters`);
  expect([status, headers.get('tiaoli-version')]).toEqual([
    200,
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ]);
  expect(json.parameters).toMatchObject([
    { name: '起付线', value: '100', clause: { source: '原文', text: [] } },
    { name: '支付比例', value: '0.5', bounds: '不低于50%，不超过70%', isIllustrative: false },
  ]);
});

test.each([
  ['2024-06-01', '0.55'],
  ['2025-06-01', '0.6'],
])('what a city has set holds there on the day: %s, %s', async (on, value) => {
  const path = `/versions/${ids.province}/parameters?on=${on}&jurisdiction=${encodeURIComponent('甲市')}`;
  const { json } = await get(path);
  const rate = json.parameters.find(({ name }: { name: string }) => name === '支付比例');
  expect(rate).toMatchObject({ value, setBy: { clause: expect.stringContaining('市办法') } });
});

test('the cities of a province, of what is published, on a day', async () => {
  const { province } = api.world.places;
  const { status, json } = await get(`/jurisdictions/${province}/unification?on=2025-06-01`);
  expect([status, schemaErrors('unify.schema.json', json)]).toEqual([200, []]);
  expect(json.parameters).toMatchObject([
    { name: '起付线', state: 'same' },
    { name: '支付比例', state: 'different', values: { 甲市: '0.6' } },
  ]);
  const early = await get(`/jurisdictions/${province}/unification?on=2024-06-01`);
  expect(early.json.parameters[1]).toMatchObject({ values: { 甲市: '0.55' } });
});

test.each([
  ['/versions/x/parameters', 404],
  ['/versions/x/variables', 404],
  ['/jurisdictions/x/unification', 404],
])('%s is %i', async (path, status) => {
  expect((await get(path)).status).toBe(status);
});

test('a day that is none, and a place without documents, are refused with a reason', async () => {
  const day = await get(`/versions/${ids.city}/parameters?on=2025-02-30`);
  expect([day.status, day.json.code]).toEqual([400, 'invalid-request']);
  const { elsewhere } = api.world.places;
  const place = await get(`/jurisdictions/${elsewhere}/unification?on=2025-06-01`);
  expect([place.status, place.json.code]).toEqual([422, 'unknown-province']);
});
