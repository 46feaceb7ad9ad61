/** Texts by their numbers, and back; shared by a module and its host. */
export interface TextDictionary {
  /** The number of a text; a new one where it has none. */
  readonly numberOf: (text: string) => number;
  readonly textOf: (number: number) => string;
}

/** Begins with the texts that a program knows (`WasmLayout.texts`). */
export function textDictionary(known: readonly string[]): TextDictionary {
  const texts = [...known];
  const numbers = new Map(texts.map((text, number) => [text, number]));
  return {
    numberOf: (text) => {
      const number = numbers.get(text) ?? texts.length;
      if (number === texts.length) {
        texts.push(text);
        numbers.set(text, number);
      }
      return number;
    },
    textOf: (number) => texts[number] ?? '',
  };
}
