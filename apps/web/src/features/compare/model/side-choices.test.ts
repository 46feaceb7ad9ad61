import { expect, test } from 'vitest';
import type { ListedDocument } from '../../documents/documents-answer.ts';
import { lastChange, partsOf, referenceOf } from './side-choices.ts';

test.each([
  ['a.b', { id: 'a.b' }],
  ['a.b@2023-01-01', { id: 'a.b', version: '2023-01-01' }],
  ['a.b@', { id: 'a.b', version: '' }],
  ['@x', { id: '@x' }],
])('%s in parts', (reference, parts) => {
  expect(partsOf(reference)).toEqual(parts);
  expect(referenceOf(parts)).toBe(reference);
});

const versions = ['2020', '2022', '2024'].map((year) => versionFrom(`${year}-01-01`));

test.each<[string, Pick<ListedDocument, 'versions' | 'version'>, readonly string[] | undefined]>([
  ['in force is compared with what was', { versions, ...of(versions[1]) }, ['2020', '2022']],
  ['the first version with its successor', { versions, ...of(versions[0]) }, ['2022', '2024']],
  ['none in force: the two newest', { versions }, ['2022', '2024']],
  ['one version alone', { versions: versions.slice(0, 1), ...of(versions[0]) }, undefined],
  ['no version', { versions: [] }, undefined],
])('%s', (_what, document, years) => {
  const pair = lastChange(document);
  expect(pair && [pair.old, pair.new]).toEqual(years?.map((year) => `a@${year}-01-01`));
});

function versionFrom(from: string) {
  return { ref: `a@${from}`, from, path: 'a.tiaoli' };
}

function of(version: ReturnType<typeof versionFrom> | undefined) {
  return version ? { version } : {};
}
