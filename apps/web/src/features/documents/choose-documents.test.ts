import { describe, expect, test } from 'vitest';
import { chooseDocuments, countDocuments, rootPlaces, spanOfVersions } from './choose-documents.ts';
import type { DocumentsAnswer, ListedDocument, PlaceDocuments } from './documents-answer.ts';

function entry(id: string, more: Partial<ListedDocument> = {}): ListedDocument {
  const path = `policies/${id}.tiaoli`;
  const versions = [{ ref: `${id}@2022-10-01`, from: '2022-10-01', path }];
  const none = { error: 0, warning: 0, info: 0 };
  return {
    id,
    title: `文件 ${id}`,
    path,
    state: 'in-force',
    versions,
    findings: none,
    examples: { count: 0 },
    ...more,
  };
}

function place(
  name: string,
  level: PlaceDocuments['level'],
  documents: readonly ListedDocument[],
  places: readonly PlaceDocuments[] = [],
): PlaceDocuments {
  return { place: name, level, documents, places };
}

const city = place('淄博市', 'city', [entry('zibo', { state: 'ended' })]);
const province = place(
  '山东省',
  'province',
  [entry('sd', { title: '医疗救助', number: '鲁政办发〔2022〕12号' })],
  [city],
);
const answer: DocumentsAnswer = {
  on: '2024-01-01',
  nation: place('国家', 'nation', [entry('common')], [province]),
  samples: place('国家', 'nation', [], [place('山东省', 'province', [entry('shape')])]),
  unreadable: [],
  calculable: [],
};
const places = rootPlaces(answer, '小样');
const everything = { words: '', place: undefined, inForce: false };

describe('the documents that are wanted', () => {
  test.each([
    ['all', everything, ['common', 'sd', 'zibo', 'shape']],
    ['a place with those below it', { ...everything, place: '国家/山东省' }, ['sd', 'zibo']],
    ['a place among the samples', { ...everything, place: '小样/山东省' }, ['shape']],
    ['those in force', { ...everything, inForce: true }, ['common', 'sd', 'shape']],
    ['a part of the number', { ...everything, words: '〔2022〕12' }, ['sd']],
    ['a word of the title and one of the place', { ...everything, words: '救助 山东' }, ['sd']],
    ['the ID in capitals', { ...everything, words: 'ZIBO' }, ['zibo']],
    ['nothing', { ...everything, words: '没有' }, []],
  ])('%s', (_what, filter, ids) => {
    const groups = chooseDocuments(places, filter);
    expect(groups.flatMap(({ documents }) => documents.map(({ id }) => id))).toEqual(ids);
    expect(countDocuments(groups)).toBe(ids.length);
  });

  test('stand under places whose keys differ', () => {
    const keys = chooseDocuments(places, everything).map(({ key }) => key);
    expect(keys).toEqual(['国家', '国家/山东省', '国家/山东省/淄博市', '小样/山东省']);
  });
});

test('a tree without documents is no root', () => {
  expect(rootPlaces({ ...answer, samples: place('国家', 'nation', []) }, '小样')).toHaveLength(1);
});

test('the strip of time holds every version and the chosen day', () => {
  expect(spanOfVersions(places, '2024-01-01')).toEqual([2022, 2025]);
  expect(spanOfVersions(places, '1999-05-01')).toEqual([1999, 2023]);
});
