import { join } from 'node:path';
import { parseDate } from '@tiaoli/base';
import { beforeAll, expect, test } from 'vitest';
import { openPolicyFolder } from '../folder/open-policy-folder.ts';
import type { Policies } from '../open-policies.ts';
import { openPolicies } from '../open-policies.ts';
import { compareEditions, searchCatalogues } from './search-catalogue.ts';

const root = join(import.meta.dirname, '../../../..');

let policies: Policies;

beforeAll(async () => {
  policies = await openPolicies(openPolicyFolder(root, 'policies'));
});

function day(text: string): number {
  return parseDate(text) ?? Number.NaN;
}

function inFile<T extends { readonly file: string }>(all: readonly T[], name: string): T {
  const found = all.find(({ file }) => file.endsWith(name));
  if (!found) throw new Error(`no catalogue in ${name}`);
  return found;
}

test('every catalogue of the policies is read, and none has a bad row', () => {
  expect(policies.catalogues.findings).toEqual([]);
  expect(policies.catalogues.hashes.size).toBe(4);
});

test('a row is found by a part of its name, as it holds on the day', () => {
  const search = (on: string) =>
    inFile(searchCatalogues(policies, { words: '乙类药', on: day(on) }), 'shape-19-drugs.csv');
  expect(search('2024-12-31')).toMatchObject({
    illustrative: true,
    inForce: 3,
    count: 1,
    hits: [{ key: 'X002', cells: { 限价: '1.5元', 支付标准: '无', 先付比例: '10%' } }],
  });
  expect(search('2025-01-01').hits[0]?.cells.限价).toBe('1.2元');
  expect(search('2023-12-31')).toMatchObject({ inForce: 0, count: 0 });
});

test('editions are compared row by row', () => {
  const days = { before: day('2023-06-01'), after: day('2024-08-01') };
  const found = inFile(compareEditions(policies, days), 'national/drug-list-example.csv');
  expect(found).toMatchObject({ before: 8, after: 52, added: 44, removed: 0 });
  expect(found.changed).toEqual({ 限价: 7, 先付比例: 2 });
});
