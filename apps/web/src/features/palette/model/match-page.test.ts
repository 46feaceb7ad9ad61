import { spellText } from '@tiaoli/workspace/testing';
import { expect, test } from 'vitest';
import { en } from '../../../messages/en/index.ts';
import { zh } from '../../../messages/zh/index.ts';
import { matchesPage } from './match-page.ts';
import type { PageWord } from './page-names.ts';
import { pageNames } from './page-names.ts';

function wordsOf({ shell, palette, account, apiDocs, import: importing }: typeof zh) {
  return {
    ...shell,
    ...palette.commands,
    ...{ account: account.title, apiDocs: apiDocs.title, import: importing.title },
  };
}

test.each(Object.keys(pageNames) as readonly PageWord[])('%s is called as its page', (word) => {
  const name = pageNames[word];
  const [chinese, english] = [wordsOf(zh)[word], wordsOf(en)[word]];
  expect([name.zh, name.en]).toEqual([chinese, english]);
  expect(spellText(name.zh).startsWith(name.sound)).toBe(true);
});

test.each([
  ['待我', 'inbox'],
  ['dwcl', 'inbox'],
  ['daiwo', 'inbox'],
  ['chuli', 'inbox'],
  ['INB', 'inbox'],
  ['one', 'tour'],
  ['shen se', 'dark'],
] as const)('%s finds %s', (words, word) => {
  expect(matchesPage(words, pageNames[word])).toBe(true);
});

test.each(['aiwo', 'box', 'wcl x', '版本'])('%s does not find the inbox', (words) => {
  expect(matchesPage(words, pageNames.inbox)).toBe(false);
});
