import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loweringMessages } from './messages/lowering-messages.ts';
import { languageMessages } from './messages.ts';
import { syntaxMessages } from './syntax/messages.ts';

const golden = join(import.meta.dirname, '../../../test/golden/checks/bad');
const shown = readdirSync(golden).filter((file) => file.endsWith('.tiaoli'));
const checkCodes = Object.keys(languageMessages).filter(
  (code) => !(code in syntaxMessages) && !(code in loweringMessages),
);

test('there are many checks', () => {
  expect(checkCodes.length).toBeGreaterThan(80);
});

// document-too-large has a test of its own: its text would be 2,001 lines.
test.each(checkCodes.filter((code) => code !== 'document-too-large'))(
  '%s is shown by a file of test/golden/checks/bad',
  (code) => {
    expect(shown.some((file) => file.startsWith(code))).toBe(true);
  },
);

test.each(Object.entries(languageMessages))('%s is explained in both languages', (code, entry) => {
  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(entry.explanation.zh).toMatch(/\p{Script=Han}.*。$/u);
  expect(entry.explanation.en).toMatch(/^[^。]*\.$/);
});
