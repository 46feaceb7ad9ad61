/** Amounts, rates and dates stay whole: `1000元` to `800元` is a change of a number, not of its digits. */
const NUMBERS = /\d+(?:[.,]\d+)*%?/gu;

/**
 * The words of a Chinese text, in order; joined they give it back.
 *
 * Words are those of the dictionary that the platform brings (`Intl.Segmenter`), the same on every machine that runs the
 * Node of the repository. Where there is none each character is a word: more is marked as changed, never less.
 */
export function segmentWords(text: string): readonly string[] {
  const words: string[] = [];
  let at = 0;
  for (const { 0: number, index } of text.matchAll(NUMBERS)) {
    words.push(...plainWords(text.slice(at, index)), number);
    at = index + number.length;
  }
  return [...words, ...plainWords(text.slice(at))];
}

function plainWords(text: string): readonly string[] {
  if (text === '') return [];
  if (!('Segmenter' in Intl)) return [...text];
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
