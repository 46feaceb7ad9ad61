import { expect, test } from 'vitest';
import {
  askedParameters,
  chosenCatalogue,
  readAddress,
  writeAddress,
} from './catalogue-address.ts';

test.each([
  ['', { view: 'rows' }],
  ['catalogue=a%2Fb&place=山西省', { catalogue: 'a/b', place: '山西省', view: 'rows' }],
  ['on=2024-01-01&since=&view=changes', { on: '2024-01-01', view: 'changes' }],
  ['view=other', { view: 'rows' }],
] as const)('%s', (search, expected) => {
  expect(readAddress(new URLSearchParams(search))).toEqual(expected);
});

test('what is changed is written, what is taken out is not', () => {
  const address = readAddress(new URLSearchParams('catalogue=a&place=b&view=changes'));
  expect(writeAddress(address, { place: undefined, since: '2024-01-01' })).toBe(
    'catalogue=a&since=2024-01-01&view=changes',
  );
  expect(writeAddress(address, { view: 'rows' })).toBe('catalogue=a&place=b');
});

test('the first catalogue is shown where none is named; one that is gone is asked for all the same', () => {
  const entry = {
    ref: 'x',
    name: '目录',
    document: '文件',
    isSample: false,
    isIllustrative: false,
    changedIn: [],
  };
  expect(chosenCatalogue({ view: 'rows' }, [])).toBeUndefined();
  expect(chosenCatalogue({ view: 'rows' }, [entry])).toEqual({ ref: 'x', entry });
  expect(chosenCatalogue({ view: 'rows', catalogue: 'y' }, [entry])).toEqual({ ref: 'y' });
  expect(askedParameters('x', { view: 'rows', on: '2024-01-01' })).toEqual({
    catalogue: 'x',
    on: '2024-01-01',
  });
});
