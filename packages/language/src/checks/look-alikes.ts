/**
 * Characters that are easily taken for another, each with the one that is meant (after UTS #39, with a Han table).
 *
 * Small on purpose: it holds what a drafter can type or paste by mistake, not all of Unicode.
 */
const pairs: readonly (readonly [looksLike: string, others: string])[] = [
  // Latin, for Cyrillic and Greek
  ['A', 'АΑ'],
  ['B', 'ВΒ'],
  ['C', 'СϹ'],
  ['E', 'ЕΕ'],
  ['H', 'НΗ'],
  ['I', 'ІΙ'],
  ['J', 'Ј'],
  ['K', 'КΚ'],
  ['M', 'МΜ'],
  ['N', 'Ν'],
  ['O', 'ОΟ'],
  ['P', 'РΡ'],
  ['S', 'Ѕ'],
  ['T', 'ТΤ'],
  ['X', 'ХΧ'],
  ['Y', 'ҮΥ'],
  ['Z', 'Ζ'],
  ['a', 'а'],
  ['c', 'сϲ'],
  ['e', 'е'],
  ['i', 'іι'],
  ['j', 'ј'],
  ['o', 'оο'],
  ['p', 'рρ'],
  ['s', 'ѕ'],
  ['v', 'ν'],
  ['x', 'х'],
  ['y', 'у'],
  // Han: the ideographic zero and its circles, one and its dashes, and forms of one character
  ['〇', '○◯Ｏ'],
  ['一', '—―ー㇐⼀'],
  ['二', 'ニ⼆'],
  ['八', 'ハ⼋'],
  ['口', 'ロ⼝'],
  ['工', 'エ⼯'],
  ['力', 'カ⼒'],
  ['卜', 'ト⼘'],
  ['夕', 'タ⼣'],
  ['人', '⼈'],
  ['日', '⽇'],
  ['月', '⽉'],
  ['年', '年'],
  ['金', '⾦金'],
  ['老', '⽼老'],
  ['线', '綫線'],
  ['额', '額'],
  ['级', '級'],
  ['类', '類'],
  ['险', '險'],
  ['医', '醫'],
  ['疗', '療'],
  ['费', '費'],
  ['诊', '診'],
  ['归', '歸'],
  ['户', '戶户'],
  ['产', '產産'],
  ['为', '為爲'],
  ['内', '內'],
  ['录', '錄録'],
  ['吴', '吳'],
  ['己', '已巳'],
];

const meant: ReadonlyMap<string, string> = new Map(
  pairs.flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)),
);

/** Names with the same skeleton are hard to tell apart on paper. */
export function skeleton(name: string): string {
  return [...name.normalize('NFKC')].map((letter) => meant.get(letter) ?? letter).join('');
}

/** A letter of `name` from an alphabet that the rest of the name does not use, and what was probably meant. */
export function foreignLetter(
  name: string,
): { readonly letter: string; readonly meant: string } | undefined {
  for (const letter of name) {
    const usual = meant.get(letter);
    if (usual !== undefined && isForeign(letter)) return { letter, meant: usual };
  }
  return undefined;
}

// Traditional forms and 已 are ordinary letters: they make two names alike, but are no finding alone.
function isForeign(letter: string): boolean {
  return !/\p{Script=Han}/u.test(letter) || /[\u2e80-\u2fdf\uf900-\ufaff]/u.test(letter);
}
