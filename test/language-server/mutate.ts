import type { Random } from './random.ts';

/** A text and another one, and how chance decides. */
type Mutation = (text: string, other: string, random: Random) => string;

/** Texts that have broken other programs. */
const naughty = [
  '\u0000',
  '\ud800',
  '\udc00\ud800',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\ufffe',
  '\u2028',
  '\r',
  '👩‍👩‍👧‍👦',
  'a\u0300\u0301\u0302',
  '__proto__',
  'constructor',
  'toString',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../etc',
  '%s%n%x',
  'NaN',
  '1e999',
  '-0',
  '0x1F',
  '9'.repeat(400),
  `0.${'3'.repeat(400)}`,
  '（',
  '「'.repeat(300),
  '{'.repeat(400),
  '('.repeat(300),
  '}'.repeat(300),
  '；'.repeat(300),
  '"',
  '/*',
  '//',
  '文件「甲」 {',
  '语言 99',
  '算例「',
  '自 2024-02-30',
  '自 9999-12-31 至 0001-01-01',
] as const;

/** Words that change what a statement is. */
const words = [
  '若',
  '当',
  '则',
  '其余',
  '情形',
  '每年',
  '限额',
  '比例',
  '参数',
  '层',
  '层序',
  '定义',
  '表',
  '条',
  '确定',
  '授权',
  '算例',
  '期望',
  '不适用',
  '未见',
  '且',
  '或',
  '属于',
  '含',
  '；',
  '：',
  '{',
  '}',
  '|',
  '=',
  '、',
] as const;

const mutations: readonly [Mutation, ...Mutation[]] = [
  (text, _, random) => splice(text, random, 1 + random.below(40), ''),
  (text, _, random) => splice(text, random, 1, String.fromCharCode(random.below(0x10000))),
  (text, _, random) => splice(text, random, random.below(3), random.pick(naughty)),
  (text, _, random) => splice(text, random, random.below(4), random.pick(words)),
  (text, _, random) => repeatPart(text, random),
  (text, _, random) => swapParts(text, random),
  (text, _, random) => text.slice(0, random.below(text.length + 1)),
  (text, _, random) => text.slice(random.below(text.length + 1)),
  (text, other, random) =>
    text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1)),
  (text, _, random) => text.replaceAll(random.pick(words), random.pick(words)),
  (text, _, random) => splice(text, random, 0, nested(random)),
  (text, _, random) => text.replace(/\d+/g, () => random.pick(['0', '-1', '1'.repeat(60), '三'])),
  (_, __, random) => noise(random),
];

/** One to four mutations of a text. */
export function mutate(text: string, other: string, random: Random): string {
  let mutated = text;
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    mutated = random.pick(mutations)(mutated, other, random);
  }
  return mutated.slice(0, 30_000);
}

function splice(text: string, random: Random, removed: number, put: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + put + text.slice(at + removed);
}

function repeatPart(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const part = text.slice(at, at + 1 + random.below(200));
  return text.slice(0, at) + part.repeat(2 + random.below(8)) + text.slice(at);
}

/** Two lines, or two words, change places. */
function swapParts(text: string, random: Random): string {
  const separator = random.pick(['\n', ' ']);
  const parts = text.split(separator);
  const [one, two] = [random.below(parts.length), random.below(parts.length)];
  return parts
    .with(one, parts[two] ?? '')
    .with(two, parts[one] ?? '')
    .join(separator);
}

function nested(random: Random): string {
  const [open, inner, close] = random.pick([
    ['(', '1元', ')'],
    ['{ 其余：', '1元', ' }'],
    ['最大(1元, ', '2元', ')'],
    ['条「一」 { ', '', ' }'],
    ['非 ', '年龄 1周岁以上', ''],
  ]);
  const depth = 1 + random.below(400);
  return open.repeat(depth) + inner + close.repeat(depth);
}

function noise(random: Random): string {
  const length = random.below(400);
  return Array.from({ length }, () => String.fromCharCode(random.below(0x10000))).join('');
}
