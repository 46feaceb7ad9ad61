import { expect, test } from 'vitest';
import { createTextStore } from './text-store.ts';

test('what the editor holds comes before what is stored, and only the newest text is taken', () => {
  const texts = createTextStore();
  texts.store('a', 'stored');
  texts.open('a', { text: 'one', version: 1 });
  const at = { line: 0, character: 3 };
  texts.change('a', 2, [{ range: { start: at, end: at }, text: ' two' }]);
  texts.change('a', 3, [{ text: 'three' }]);
  expect(texts.versionOf('a')).toBe(3);
  expect(texts.takeChanges()).toEqual({ changed: [{ path: 'a', text: 'three' }], removed: [] });
  expect(texts.takeChanges()).toEqual({ changed: [], removed: [] });
  texts.store('a', 'stored again');
  expect(texts.textOf('a')).toBe('three');
  texts.close('a');
  expect(texts.takeChanges().changed).toEqual([{ path: 'a', text: 'stored again' }]);
  expect(texts.versionOf('a')).toBeUndefined();
});

test('a document that is neither stored nor open is gone', () => {
  const texts = createTextStore();
  texts.open('a', { text: 'one', version: 1 });
  texts.store('b', 'two');
  expect(texts.paths()).toEqual(['a', 'b']);
  texts.takeChanges();
  texts.close('a');
  texts.store('b', undefined);
  texts.change('a', 2, [{ text: 'late' }]);
  expect(texts.takeChanges()).toEqual({ changed: [], removed: ['a', 'b'] });
  expect(texts.paths()).toEqual([]);
});
