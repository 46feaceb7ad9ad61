import { expect, test } from 'vitest';
import { en } from './en/index.ts';
import { zh } from './zh/index.ts';

type Words = { readonly [key: string]: string | Words };

const chinese = textsOf(zh);
const english = textsOf(en);

test('both languages have the same words', () => {
  expect(chinese.size).toBeGreaterThan(50);
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
});

test.each([...chinese.keys()])('%s says the same of the same in both languages', (key) => {
  const [own, other] = [chinese.get(key) ?? '', english.get(key) ?? ''];
  expect([own.trim(), other.trim()].every((text) => text !== '')).toBe(true);
  expect(namesIn(other)).toEqual(namesIn(own));
});

/** What a page shows in English is English, names of its language aside. */
test('English words hold no Chinese', () => {
  const mixed = [...english].filter(([, text]) => /\p{Script=Han}/u.test(withoutQuotes(text)));
  expect(mixed).toEqual([]);
});

function textsOf(words: Words, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] => {
      const path = prefix === '' ? key : `${prefix}.${key}`;
      return typeof value === 'string' ? [[path, value]] : [...textsOf(value, path)];
    }),
  );
}

/** What a text is told: `{count}` and `{count, plural, …}` name the same. */
function namesIn(text: string): readonly string[] {
  const names = [...text.matchAll(/\{\s*([a-zA-Z]\w*)\s*[,}]/g)].map(([, name = '']) => name);
  return [...new Set(names)].sort();
}

/** Keywords of the policy language stay Chinese where they are quoted. */
function withoutQuotes(text: string): string {
  return text.replace(/「[^」]*」|"[^"]*"|`[^`]*`/g, '');
}
