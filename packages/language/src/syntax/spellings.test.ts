import { expect, test } from 'vitest';
import { TiaoliTerminals } from '../generated/ast.ts';
import { TiaoliGrammarGrammar } from '../generated/grammar.ts';
import { punctuation } from './punctuation.ts';
import { canonicalBySpelling, spell, words } from './spellings.ts';
import { buildTokenTypes } from './token-builder.ts';

const types = buildTokenTypes(TiaoliGrammarGrammar()).map((type) => type.name);

test('every keyword of the grammar has a spelling, and every word of the table is a keyword', () => {
  const terminals = Object.keys(TiaoliTerminals);
  const spelled = [...words.map((word) => word.canonical), ...punctuation.keys()];
  expect(types.filter((type) => !terminals.includes(type)).sort()).toEqual(spelled.sort());
});

test('a word is known in both languages, and no two words share a spelling', () => {
  for (const word of words) {
    for (const language of ['zh', 'en'] as const) {
      expect(canonicalBySpelling.get(spell(word.canonical, language))).toBe(word.canonical);
    }
  }
});

test('full-width and ASCII marks are one', () => {
  expect(spell(';', 'zh')).toBe('；');
  expect(spell(';', 'en')).toBe(';');
});
