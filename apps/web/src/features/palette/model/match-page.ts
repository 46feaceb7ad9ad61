import type { PageName } from './page-names.ts';

/** Whether each of the words stands in the name, begins a word of it in English, or begins with a syllable of its sound. */
export function matchesPage(words: string, { zh, en, sound }: PageName): boolean {
  const asked = words
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s'’]+/u)
    .filter(Boolean);
  return asked.every(
    (word) =>
      zh.toLowerCase().includes(word) ||
      en
        .toLowerCase()
        .split(/\s+/)
        .some((each) => each.startsWith(word)) ||
      beginsSyllable(word, sound),
  );
}

function beginsSyllable(word: string, sound: string): boolean {
  const heard = sound.toLowerCase();
  for (let at = heard.indexOf(word); at >= 0; at = heard.indexOf(word, at + 1)) {
    if (/[A-Z]/.test(sound.charAt(at))) return true;
  }
  return false;
}
