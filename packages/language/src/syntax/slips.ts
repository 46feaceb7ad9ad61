import { canonicalBySpelling, words } from './spellings.ts';

/** Words of neighbouring texts that have one spelling here; used in messages only. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['起付线', '起付'],
  ['起付标准', '起付'],
  ['门槛费', '起付'],
  ['报销比例', '比例'],
  ['支付比例', '比例'],
  ['救助比例', '比例'],
  ['封顶线', '限额'],
  ['封顶', '限额'],
  ['年度限额', '限额 每年'],
  ['最高支付限额', '限额'],
  ['条件', '情形'],
  ['如果', '若'],
  ['包括', '属于'],
  ['类别', '枚举'],
  ['类型', '枚举'],
  ['例子', '算例'],
  ['变量', '参数'],
  ['规定', '确定'],
  ['默认值', '缺省'],
  ['四舍五入', '取整 四舍五入到分'],
  ['其他', '其余'],
  ['其它', '其余'],
  ['否则', '其余'],
  ['else', 'otherwise'],
  ['others', 'otherwise'],
  ['ratio', 'rate'],
  ['threshold', 'deductible'],
  ['limit', 'cap'],
  ['param', 'parameter'],
  ['test', 'example'],
]);

/** Keywords of one letter that often stand glued to the name behind them: 层医疗救助. */
const oneLetterHeads = new Set(['层', '表', '条', '组']);

/** What was probably meant by a word that cannot stand where it does. */
export type Guess =
  | { readonly kind: 'misspelt'; readonly meant: string }
  | { readonly kind: 'glued'; readonly apart: string };

/** The keyword among `expected` (canonical names) that `image` comes closest to; undefined when none is close. */
export function guessWord(image: string, expected: ReadonlySet<string>): Guess | undefined {
  const synonym = synonymAmong(image, expected);
  if (synonym !== undefined) return { kind: 'misspelt', meant: synonym };
  if (canonicalBySpelling.has(image)) return undefined;
  const article = /^条([零一二三四五六七八九十百]+)$/.exec(image)?.[1];
  if (article !== undefined) return { kind: 'misspelt', meant: `条「${article}」` };
  const spellings = words
    .filter((word) => expected.has(word.canonical))
    .flatMap((word) => [...word.zh, ...word.en]);
  const apart = takeApart(image, spellings);
  if (apart !== undefined) return { kind: 'glued', apart };
  const meant = spellings.find(
    (spelling) => spelling.length > 1 && isOneSlipApart(spelling, image),
  );
  return meant === undefined ? undefined : { kind: 'misspelt', meant };
}

/** The word here for a word of elsewhere; a keyword may be one too, where another is meant: 否则 for 其余. */
function synonymAmong(image: string, expected: ReadonlySet<string>): string | undefined {
  const synonym = synonyms.get(image);
  return synonym !== undefined && expected.has(canonicalOfFirst(synonym)) ? synonym : undefined;
}

function canonicalOfFirst(spelling: string): string {
  return canonicalBySpelling.get(spelling.split(' ')[0] ?? '') ?? '';
}

/** `限额每年重点` as `限额 每年 重点`: the keyword that it starts with, then every reserved word that follows at once. */
function takeApart(image: string, spellings: readonly string[]): string | undefined {
  const head = longestHead(image, spellings);
  if (head === undefined) return undefined;
  const parts = [head];
  const reserved = words.filter((word) => word.reserved).flatMap((word) => word.zh);
  let rest = image.slice(head.length);
  for (;;) {
    const next = longestHead(rest, reserved);
    if (next === undefined) break;
    parts.push(next);
    rest = rest.slice(next.length);
  }
  return [...parts, rest].join(' ');
}

function longestHead(image: string, spellings: readonly string[]): string | undefined {
  return spellings
    .filter(
      (spelling) =>
        image.length > spelling.length &&
        image.startsWith(spelling) &&
        /\p{Script=Han}/u.test(spelling) &&
        (spelling.length > 1 || oneLetterHeads.has(spelling)),
    )
    .sort((a, b) => b.length - a.length)[0];
}

/** One letter more, less or different, or two neighbours swapped. */
function isOneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b || b.length < 2) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) {
    tail += 1;
  }
  const left = a.slice(head, a.length - tail);
  const right = b.slice(head, b.length - tail);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left === `${right[1]}${right[0]}`;
}
