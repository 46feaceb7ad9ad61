import { join } from 'node:path';
import { isInForce, parseDate } from '@tiaoli/base';
import { beforeAll, expect, test } from 'vitest';
import { openPolicyFolder } from '../folder/open-policy-folder.ts';
import type { Policies } from '../open-policies.ts';
import { openPolicies } from '../open-policies.ts';
import type { ChangeKind } from './compare-rows.ts';
import { compareRows } from './compare-rows.ts';
import type { OpenedCatalogue } from './open-catalogue.ts';
import { listCatalogues, openCatalogue } from './open-catalogue.ts';
import { createRowIndexes } from './row-index.ts';
import { editionDays, rowsOnDay } from './rows-on-day.ts';
import { rowHistory, searchRows } from './search-rows.ts';

const root = join(import.meta.dirname, '../../../..');
const ref = 'policies/national/drug-list-example.tiaoli/药品目录';
const indexes = createRowIndexes();

let policies: Policies;

beforeAll(async () => {
  policies = await openPolicies(openPolicyFolder(root, 'policies'));
});

function day(text: string): number {
  return parseDate(text) ?? Number.NaN;
}

function opened(place?: string): OpenedCatalogue {
  const found = openCatalogue(policies, { ref, on: day('2025-06-01'), ...(place && { place }) });
  if (found.kind !== 'opened') throw new Error(found.kind);
  return found.catalogue;
}

async function search(words: string, on: string, place?: string) {
  const asked = { words, on: day(on), language: 'zh', offset: 0, most: 100 } as const;
  const { rows, ...sums } = await searchRows(opened(place), asked, indexes);
  return { ...sums, keys: rows.map(({ keys }) => keys.map(({ text }) => text).join()), rows };
}

test('catalogues are listed with the places that change them, samples last', () => {
  const list = listCatalogues(policies);
  expect(list[0]).toMatchObject({ ref, isIllustrative: true, isSample: false });
  expect(list[0]?.changedIn).toEqual(['山西省']);
  expect(list.at(-1)).toMatchObject({ isSample: true, place: '示例市' });
});

test('a catalogue or a place that nobody knows is said to be unknown', () => {
  const on = day('2025-01-01');
  expect(openCatalogue(policies, { ref: `${ref}x`, on }).kind).toBe('unknown');
  expect(openCatalogue(policies, { ref, place: '火星省', on }).kind).toBe('unknown');
});

test('rows that nobody could read are named, and nothing is shown without them', () => {
  const { hashes, findings } = policies.catalogues;
  const unread = { ...policies, catalogues: { hashes, findings, tables: new Map() } };
  const found = openCatalogue(unread, { ref, place: '山西省', on: day('2025-01-01') });
  if (found.kind !== 'unread') throw new Error(found.kind);
  expect(found.files.toSorted()).toEqual([
    'drug-list-example-added.csv',
    'drug-list-example-ended.csv',
    'drug-list-example.csv',
  ]);
});

test.each(['2023-06-01', '2024-06-30', '2024-07-01', '2024-12-31', '2025-01-01', '2026-01-01'])(
  'on %s the rows of a place are those that a calculation finds',
  (text) => {
    const on = day(text);
    const catalogue = opened('山西省');
    const held = rowsOnDay(catalogue, on).flatMap(({ part, counts }) =>
      [...counts].flatMap((count, row) =>
        count === 1 ? [`${part.table.keyText(row)} ${row}`] : [],
      ),
    );
    const all = new Set(
      catalogue.parts.flatMap(({ table }) =>
        Array.from({ length: table.rowCount }, (_, row) => table.keyText(row)),
      ),
    );
    const found = [...all].flatMap((key) => {
      for (const { table, validity, origin } of catalogue.parts) {
        const row = isInForce(validity, on) ? table.rowOf([key], on) : undefined;
        if (row !== undefined) return origin.change === 'remove' ? [] : [`${key} ${row}`];
      }
      return [];
    });
    expect(held.length).toBeGreaterThan(0);
    expect(held.toSorted()).toEqual(found.toSorted());
  },
);

test('rows are found by parts of codes and names, by initials and by syllables', async () => {
  const added = 'SX000000000000000000001';
  const words = [
    '院内制剂',
    'slynzj',
    'ynzj',
    'yuannei',
    'zhiji',
    added.toLowerCase(),
    '院内 乙',
    'ＺＪ',
  ];
  for (const each of words) {
    expect((await search(each, '2025-06-01', '山西省')).keys, each).toContain(added);
  }
  expect((await search('院内', '2025-06-01')).count).toBe(0);
  // `uannei` begins within a syllable, and the two words stand in no row together.
  expect((await search('uannei', '2025-06-01', '山西省')).count).toBe(0);
  expect((await search('院内 甲', '2025-06-01', '山西省')).count).toBe(0);
});

test('a place replaces, adds and takes out rows while its change holds', async () => {
  const before = await search('', '2024-06-30', '山西省');
  const after = await search('', '2025-01-01', '山西省');
  expect(before.inForce).toBe(52);
  expect(after.inForce).toBe(52);
  expect(after.keys).not.toContain('XS000000000000000000005');
  const [own] = (await search('XS000000000000000000003', '2025-01-01', '山西省')).rows;
  expect(own?.cells).toMatchObject({ 类别: '乙', 限价: '12.5元', 先付比例: '8%' });
  expect(own?.changedBy).toMatchObject({ change: 'add', place: '山西省' });
  expect(own?.changedBy?.clause.file).toBe('policies/shanxi/drug-list-example.tiaoli');
});

test('a key tells its versions, newest first, with who said them', () => {
  const versions = rowHistory(opened('山西省'), ['XS000000000000000000005'], 'en');
  expect(versions.map(({ from, origin }) => [from, origin.change])).toEqual([
    ['2025-01-01', 'remove'],
    ['2024-01-01', undefined],
  ]);
  expect(versions[1]?.cells.限价).toBe('unlimited');
  expect(rowHistory(opened(), ['none'], 'zh')).toEqual([]);
});

test('two days are compared key by key', () => {
  const compare = (kind?: ChangeKind) =>
    compareRows(opened('山西省'), {
      before: day('2024-06-30'),
      after: day('2025-01-01'),
      language: 'zh',
      offset: 0,
      most: 100,
      ...(kind && { kind }),
    });
  const counts = { added: 1, removed: 1, reclassed: 1, repriced: 1, rate: 1, other: 1 };
  expect(compare()).toMatchObject({ before: 52, after: 52, counts, changed: 3, count: 3 });
  expect(compare('repriced').rows).toMatchObject([
    {
      columns: ['名称', '类别', '限价', '先付比例'],
      before: { cells: { 限价: '26.062659元' } },
      after: { cells: { 限价: '12.5元' } },
      changedBy: { place: '山西省' },
    },
  ]);
  expect(compare('removed').rows).toMatchObject([
    { before: { keys: [{ column: '编码', text: 'XS000000000000000000005' }] } },
  ]);
});

test('editions begin where rows begin, and behind where they end', () => {
  const days = editionDays(opened('山西省'));
  expect(days).toEqual(['2025-01-01', '2024-07-01', '2024-01-01', '2022-01-01'].map(day));
});
