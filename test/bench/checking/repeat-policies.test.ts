import { createLanguageWorkspace } from '@tiaoli/language';
import { expect, test } from 'vitest';
import {
  commonPath,
  countDefinitions,
  largeDocument,
  letters,
  readPassages,
  readSource,
} from './repeat-policies.ts';

const passages = readPassages();

test('many real policies are repeated', () => {
  expect(passages.length).toBeGreaterThan(40);
});

test('a repeated document is large and has no error', async () => {
  const text = largeDocument(passages, { id: 'x', definitions: 600, basis: '公共定义' });
  expect(countDefinitions(text)).toBeGreaterThanOrEqual(600);
  expect(countDefinitions(text)).toBeLessThan(640);
  const language = createLanguageWorkspace();
  await language.update([readSource(commonPath), { path: 'large', text }]);
  expect(language.findings().filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each([
  { index: 0, text: 'a' },
  { index: 25, text: 'z' },
  { index: 26, text: 'ba' },
  { index: 700, text: 'bay' },
])('$index is $text in letters', ({ index, text }) => {
  expect(letters(index)).toBe(text);
});
