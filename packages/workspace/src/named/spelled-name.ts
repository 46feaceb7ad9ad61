import { isHan, readingsOf } from '../catalogues/spell-text.ts';

/** A name made ready for words to be looked up in it, by its characters and by its sound. */
export interface SpelledName {
  /** As `plainText` makes it. */
  readonly text: string;
  /** Of each character what may be typed for it: its readings and itself. */
  readonly sounds: readonly (readonly string[])[];
}

/** As names and words are compared: full-width letters are letters, and capitals are small. */
export function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export function spellName(name: string): SpelledName {
  const text = plainText(name);
  const sounds = [...text].map((character) =>
    isHan(character)
      ? [...readingsOf(character).map((reading) => reading.toLowerCase()), character]
      : [character],
  );
  return { text, sounds };
}

/** How much of a name a word is; the higher, the sooner it is meant. */
export const fits = { whole: 100, begins: 80, within: 60, sounds: 50, soundsWithin: 30, none: 0 };

/** How well a word, as `plainText` makes it, fits a name: `起付线`, `起付`, `付线`, `qfx` and `qifuxian`, `fx`. */
export function fitOf(word: string, { text, sounds }: SpelledName): number {
  if (text === word) return fits.whole;
  if (text.startsWith(word)) return fits.begins;
  if (text.includes(word)) return fits.within;
  if (!/[a-z]/.test(word)) return fits.none;
  if (soundsAt(word, sounds, 0)) return fits.sounds;
  // One letter stands inside of nearly every name.
  if (word.length === 1) return fits.none;
  return sounds.some((_, at) => at > 0 && soundsAt(word, sounds, at))
    ? fits.soundsWithin
    : fits.none;
}

/** Whether the word is typed for the characters from `from` on: each by its whole reading or its initial, the last as far as one got. */
function soundsAt(word: string, sounds: readonly (readonly string[])[], from: number): boolean {
  // The offsets in the word that the characters so far may have come to.
  let reached: readonly number[] = [0];
  for (const readings of sounds.slice(from)) {
    const here = reached;
    const isDone = readings.some((reading) =>
      here.some((offset) => reading.startsWith(word.slice(offset))),
    );
    if (isDone) return true;
    reached = [...new Set(readings.flatMap((reading) => offsetsBehind(reading, word, here)))];
    if (reached.length === 0) return false;
  }
  return false;
}

function offsetsBehind(
  reading: string,
  word: string,
  offsets: readonly number[],
): readonly number[] {
  return typedFor(reading).flatMap((typed) =>
    offsets.flatMap((offset) => (word.startsWith(typed, offset) ? [offset + typed.length] : [])),
  );
}

/** A whole syllable, or its initial, which may be two letters. */
function typedFor(reading: string): readonly string[] {
  const initial = reading.charAt(0);
  return /^[zcs]h/.test(reading) ? [reading, initial, reading.slice(0, 2)] : [reading, initial];
}
