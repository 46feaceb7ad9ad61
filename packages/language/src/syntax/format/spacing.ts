import type { LeafCstNode } from 'langium';
import type { KeywordLanguage } from '../spellings.ts';
import { isKeyword, ruleOf } from './print-token.ts';

const tightBefore = new Set([';', ':', ',', ')', ']', '.', '..', '[']);
const tightAfter = new Set(['(', '[', '.', '..']);
/** Keywords whose label follows at once in Chinese: 文件「…」, 情形「…」, 例外「…」 于「…」. */
const labelled = new Set([
  'document',
  'article',
  'example',
  'adjust',
  'case',
  'exception',
  'over',
  'cap',
  'cap_pool',
  'ahead_of',
  'attach',
  'waterfall',
  'constraint',
]);
const numbers = new Set(['QUANTITY', 'NUMBER', 'DATE']);
const intervalRules = new Set(['BeforeWord', 'Interval', 'AfterWord']);

/** Whether a space stands between two tokens of one statement; `printed` is how the second one is printed. */
export function isSpaced(
  previous: LeafCstNode,
  leaf: LeafCstNode,
  language: KeywordLanguage,
  printed: string,
): boolean {
  const before = previous.tokenType.name;
  const type = leaf.tokenType.name;
  if (tightBefore.has(type) && isKeyword(leaf)) return false;
  if (tightAfter.has(before) && isKeyword(previous)) return false;
  if (type === '(' && ruleOf(leaf) === 'Path') return false;
  if (type === 'QNAME' && ruleOf(leaf) === 'Path') return false;
  if (type === '/' && ruleOf(leaf) === 'TypeUse') return false;
  if (before === '/' && ruleOf(previous) === 'TypeUse') return false;
  if (before === '-' && isSign(previous)) return false;
  if (before === '{' || type === '}') return false; // only sets are printed inside a statement
  return language === 'en' || isSpacedInChinese(previous, leaf, printed);
}

function isSpacedInChinese(previous: LeafCstNode, leaf: LeafCstNode, printed: string): boolean {
  const before = previous.tokenType.name;
  const type = leaf.tokenType.name;
  if (isKeyword(previous) && (before === ':' || before === ',')) return false;
  if (printed.startsWith('「') && labelled.has(before) && isKeyword(previous)) return false;
  if (type === 'TEXT' && ruleOf(leaf) === 'Article' && before === 'QNAME') return false;
  return !isGlued(previous, leaf);
}

/** 超过10万元至20万元, 18周岁以上: read as one in Chinese, and the scanner takes them apart at the number. */
function isGlued(previous: LeafCstNode, leaf: LeafCstNode): boolean {
  const isNumber = numbers.has(leaf.tokenType.name);
  const isBehindNumber = numbers.has(previous.tokenType.name);
  if (isBehindNumber && ruleOf(leaf) === 'AfterWord') return true;
  if (!isInInterval(previous) && !isInInterval(leaf)) return false;
  if (isNumber) return intervalRules.has(ruleOf(previous)) && isKeyword(previous);
  if (isBehindNumber) return intervalRules.has(ruleOf(leaf));
  // 至不满70周岁, 以上不满70周岁: behind a number the scanner cuts both words
  const isFirst = ruleOf(previous) === 'Interval' || ruleOf(previous) === 'AfterWord';
  return isFirst && ruleOf(leaf) === 'BeforeWord';
}

function isInInterval(leaf: LeafCstNode): boolean {
  const type = leaf.astNode.$type;
  return type === 'Interval' || type === 'WordBound' || type === 'ValueBound';
}

function isSign(leaf: LeafCstNode): boolean {
  const rule = ruleOf(leaf);
  return rule === 'Unary' || rule === 'DomainEnd';
}
