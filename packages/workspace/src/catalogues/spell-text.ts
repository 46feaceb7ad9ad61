import { pinyin } from 'pinyin-pro';

/** Readings of a text beside the likeliest that are written out. */
const MOST_VARIANTS = 6;

const readings = new Map<string, readonly string[]>();

/**
 * How a text is typed by its sound, each syllable with a capital: `阿莫西林` is `AMXL AMoXiLin`, so that a word found in it
 * is known to begin with a syllable. Where a character has several readings, once more with each of the others.
 * Empty where nothing in it is Chinese.
 */
export function spellText(text: string): string {
  const characters = [...text.normalize('NFKC')];
  if (!characters.some(isHan)) return '';
  const options = characters.map(readingsOf);
  const likeliest = options.map(([first = '']) => first);
  const variants = options.flatMap((each, at) =>
    each.slice(1).map((reading) => likeliest.toSpliced(at, 1, reading)),
  );
  return [likeliest, ...variants.slice(0, MOST_VARIANTS)].map(written).join(' ');
}

/** Initials, then whole syllables. */
function written(syllables: readonly string[]): string {
  return `${syllables.map((each) => each.charAt(0)).join('')} ${syllables.join('')}`;
}

/** How a character may be read, each with a capital; one that is not Chinese is itself. */
export function readingsOf(character: string): readonly string[] {
  const known = readings.get(character);
  if (known) return known;
  const found = isHan(character)
    ? pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })
    : [character];
  const syllables = [...new Set(found.map(capital))];
  readings.set(character, syllables);
  return syllables;
}

export function isHan(character: string): boolean {
  return /\p{Script=Han}/u.test(character);
}

function capital(syllable: string): string {
  return `${syllable.charAt(0).toUpperCase()}${syllable.slice(1)}`;
}
