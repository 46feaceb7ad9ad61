/** A punctuation mark: what is printed in each keyword language, and what else is read as it. */
export interface Mark {
  readonly zh: string;
  readonly en: string;
  readonly others: readonly string[];
}

/** ASCII, full-width and the habits of input methods are one token each, named by the ASCII form. */
export const punctuation: ReadonlyMap<string, Mark> = new Map([
  mark(';', '；', ';'),
  mark(':', '：', ':', '﹕', '∶'),
  mark(',', '、', ',', '，'),
  mark('(', '(', '(', '（', '﹙'),
  mark(')', ')', ')', '）', '﹚'),
  mark('{', '{', '{', '｛'),
  mark('}', '}', '}', '｝'),
  mark('[', '[', '[', '［'),
  mark(']', ']', ']', '］'),
  mark('|', '|', '|', '｜', '│'),
  mark('=', '=', '=', '＝', '=='),
  mark('!=', '≠', '!=', '！=', '<>'),
  mark('<=', '≤', '<=', '＜=', '＜＝', '≦', '=<'),
  mark('>=', '≥', '>=', '＞=', '＞＝', '≧', '=>'),
  mark('<', '<', '<', '＜'),
  mark('>', '>', '>', '＞'),
  mark('+', '+', '+', '＋'),
  mark('-', '−', '-', '－', '–'),
  mark('*', '×', '*', '＊', '✕'),
  mark('/', '/', '/', '／', '÷'),
  mark('..', '..', '..', '～', '~'),
  mark('.', '.', '.', '．'),
]);

/** Every way to write a mark, longest first, under its first character. */
export const marksByFirst: ReadonlyMap<string, readonly SpelledMark[]> = indexMarks();

export interface SpelledMark {
  readonly spelling: string;
  readonly canonical: string;
}

/** The canonical mark of a spelling (`×` is `*`); undefined when it is none. */
export function markOf(spelling: string): string | undefined {
  return marksByFirst.get(spelling.charAt(0))?.find((mark) => mark.spelling === spelling)
    ?.canonical;
}

function mark(canonical: string, zh: string, en: string, ...others: string[]): [string, Mark] {
  return [canonical, { zh, en, others }];
}

function indexMarks(): Map<string, SpelledMark[]> {
  const index = new Map<string, SpelledMark[]>();
  for (const [canonical, { zh, en, others }] of punctuation) {
    for (const spelling of new Set([canonical, zh, en, ...others])) {
      const first = spelling.charAt(0);
      index.set(first, [...(index.get(first) ?? []), { spelling, canonical }]);
    }
  }
  for (const marks of index.values()) marks.sort((a, b) => b.spelling.length - a.spelling.length);
  return index;
}
