import { pinyin, polyphonic } from 'pinyin-pro';

/** Editors look at so many characters of a filter. */
const MOST_CHARACTERS = 128;

const known = new Map<string, string>();

/**
 * What a typed word is compared with: `起付线 qfx qi fu xian 起 付 线 deductibleLine`.
 *
 * Editors (VS Code and Monaco share the code) take a filter when the letters of the word stand in it in order, the first
 * one at the start of a word; spaces between may be skipped. So `qfx`, `qifuxian`, `fuxian` and 付线 all find 起付线. A
 * character with several readings is written with the likeliest, then once more with each of the others.
 */
export function filterText(name: string, alias?: string): string {
  const key = `${name} ${alias ?? ''}`;
  const found = known.get(key) ?? makeFilter(name, alias);
  known.set(key, found);
  return found;
}

function makeFilter(name: string, alias: string | undefined): string {
  if (!/\p{Script=Han}/u.test(name)) return alias === undefined ? name : `${name} ${alias}`;
  const [likeliest = [], ...others] = readingsOf(name);
  const characters = [...name].join(' ');
  const parts = [name, ...spelled(likeliest), characters, alias ?? '', ...others.flatMap(spelled)];
  let filter = '';
  for (const part of parts) {
    const longer = filter === '' ? part : `${filter} ${part}`;
    if (longer.length <= MOST_CHARACTERS && part !== '') filter = longer;
  }
  return filter;
}

/** Initials, then whole syllables. */
function spelled(syllables: readonly string[]): readonly string[] {
  return [syllables.map((syllable) => syllable.charAt(0)).join(''), syllables.join(' ')];
}

/** The likeliest reading first, then those that differ from it in one character. */
function readingsOf(name: string): readonly (readonly string[])[] {
  const options = { toneType: 'none', type: 'array' } as const;
  const likeliest = pinyin(name, options);
  const others = polyphonic(name, options).flatMap((readings, index) =>
    readings
      .filter((reading) => reading !== likeliest[index])
      .map((reading) => likeliest.toSpliced(index, 1, reading)),
  );
  return [likeliest, ...others];
}
