import type { IToken } from 'chevrotain';
import type { SyntaxFinding } from './messages.ts';
import { syntaxFinding } from './messages.ts';
import { wordByCanonical } from './spellings.ts';

/**
 * What the tokens around a mistake say better than the two that the parser knows of it; `index` is that of the token of the
 * parser's error. The finding itself where they say nothing more.
 */
export function refineFinding(
  finding: SyntaxFinding,
  tokens: readonly IToken[],
  index: number,
): SyntaxFinding {
  return (
    commaForSemicolon(finding, tokens, index) ??
    labelWithoutQuotes(finding, tokens, index) ??
    numberInName(finding, tokens, index) ??
    numberOfItem(finding, tokens, index) ??
    finding
  );
}

/** 基数 合规费用，起付 每年 0元: the word behind the comma begins a statement. */
function commaForSemicolon(
  { code }: SyntaxFinding,
  tokens: readonly IToken[],
  index: number,
): SyntaxFinding | undefined {
  // The parser takes the comma for one of a list, and the word for a name; or it wants the ; where the comma is.
  const comma = { 'unfinished-statement': index - 2, 'missing-semicolon': index }[code as string];
  const mark = comma === undefined ? undefined : tokens[comma];
  const word = comma === undefined ? undefined : tokens[comma + 1];
  if (!mark || !word || typeOf(mark) !== ',' || !wordByCanonical.has(typeOf(word)))
    return undefined;
  return over(mark, 'comma-for-semicolon', { mark: mark.image, before: word.image });
}

/**
 * 情形 重点：年龄 60周岁以上：2元, where the label is read as the condition and the condition as the value; in a layer it is
 * already the first colon that cannot stand there.
 */
function labelWithoutQuotes(
  { code }: SyntaxFinding,
  tokens: readonly IToken[],
  index: number,
): SyntaxFinding | undefined {
  const isColon = typeOf(tokens[index]) === ':';
  if (!isColon || (code !== 'missing-semicolon' && code !== 'extra-colon')) return undefined;
  const head = headOfStatement(tokens, index);
  const label = tokens[head + 1];
  const isLabelled = typeOf(tokens[head]) === 'case' && typeOf(tokens[head + 2]) === ':';
  return label && isLabelled ? over(label, 'bare-label', { label: label.image }) : undefined;
}

/** 参数 起步 100元：金额: the number belongs to the name, because the colon stands behind it. */
function numberInName(
  { code }: SyntaxFinding,
  tokens: readonly IToken[],
  index: number,
): SyntaxFinding | undefined {
  const isBehind = typeOf(tokens[index]) === 'QUANTITY' && typeOf(tokens[index + 1]) === ':';
  const name = tokens[index - 1];
  const number = tokens[index];
  if (code !== 'missing-colon' || !isBehind || !name || !number) return undefined;
  return over(name, 'number-in-name', { name: name.image + number.image });
}

/** （一） and 一、 where an item begins. */
function numberOfItem(
  { code }: SyntaxFinding,
  tokens: readonly IToken[],
  index: number,
): SyntaxFinding | undefined {
  if (code !== 'unexpected-token') return undefined;
  const [first, second, third] = tokens.slice(index, index + 3);
  if (first && second && third && typeOf(first) === '(' && typeOf(third) === ')') {
    return isCount(second.image)
      ? over(first, 'bare-number', { number: `（${second.image}）` })
      : undefined;
  }
  const isListed = second?.image === '、' || typeOf(second) === '.';
  return first && isListed && isCount(first.image)
    ? over(first, 'bare-number', { number: first.image })
    : undefined;
}

function isCount(text: string): boolean {
  return /^(?:[零一二三四五六七八九十百]+|[0-9０-９]+)$/.test(text);
}

/** The index of the first token of the statement that holds the token at `index`. */
function headOfStatement(tokens: readonly IToken[], index: number): number {
  let depth = 0;
  for (let i = index - 1; i >= 0; i -= 1) {
    const type = typeOf(tokens[i]);
    if (type === '}') depth += 1;
    else if (depth === 0 && (type === ';' || type === '{')) return i + 1;
    else if (type === '{') depth -= 1;
  }
  return 0;
}

function over<C extends Parameters<typeof syntaxFinding>[0]>(
  token: IToken,
  code: C,
  params: Parameters<typeof syntaxFinding<C>>[1],
): SyntaxFinding {
  const from = token.startOffset;
  return syntaxFinding(code, params, from, from + Math.max(1, token.image.length));
}

function typeOf(token: IToken | undefined): string {
  return token?.tokenType.name ?? '';
}
