import type { KeywordLanguage } from './spellings.ts';

/** What a cell says for which nobody has given a value yet: it parses, is asked about everywhere, and stops a publication. */
export function unfilled(language: KeywordLanguage): string {
  return language === 'zh' ? '未见 "待填"' : 'unseen "to be filled in"';
}
