import type { LeafCstNode } from 'langium';
import { AstUtils, GrammarAST } from 'langium';
import { canonicalDate, canonicalMonthDay, canonicalYear, spellQuantity } from '../literals.ts';
import { isBareName } from '../names.ts';
import { spellRounding } from '../roundings.ts';
import type { KeywordLanguage } from '../spellings.ts';
import { canonicalBySpelling, spell, wordByCanonical } from '../spellings.ts';

/** One token in its canonical spelling; a name stays what it is, whatever the keyword language. */
export function printToken(
  leaf: LeafCstNode,
  language: KeywordLanguage,
  next?: LeafCstNode,
): string {
  const { text } = leaf;
  const type = leaf.tokenType.name;
  if (isKeyword(leaf)) return printKeyword(leaf, language, next);
  switch (type) {
    case 'QNAME':
    case 'LABEL':
      return printQuotedName(leaf);
    case 'TEXT':
      return printText(text);
    case 'QUANTITY':
    case 'NUMBER':
      return spellQuantity(text, language);
    case 'DATE':
      return canonicalDate(text);
    case 'YEAR':
      return canonicalYear(text);
    case 'MONTHDAY':
      return canonicalMonthDay(text);
    case 'ROUNDING':
      return spellRounding(text, language);
    case 'DOCNO':
    case 'CLAUSE':
      return text;
    default:
      return text.normalize('NFKC');
  }
}

/** Whether a token stands as a keyword or a mark: a soft word that stands as a name does not. */
export function isKeyword(leaf: LeafCstNode): boolean {
  return GrammarAST.isKeyword(leaf.grammarSource);
}

/** The rule of the grammar that a token was read by. */
export function ruleOf(leaf: LeafCstNode): string {
  const rule = AstUtils.getContainerOfType(leaf.grammarSource, GrammarAST.isParserRule);
  return rule?.name ?? '';
}

/** The language a keyword was written in; undefined for marks, names and words of both. */
export function languageOf(leaf: LeafCstNode): KeywordLanguage | undefined {
  const word = isKeyword(leaf) ? wordByCanonical.get(leaf.tokenType.name) : undefined;
  const written = leaf.text.replace(/\s+/g, ' ');
  if (!word || word.zh.includes(written) === word.en.includes(written)) return undefined;
  return word.zh.includes(written) ? 'zh' : 'en';
}

function printKeyword(leaf: LeafCstNode, language: KeywordLanguage, next?: LeafCstNode): string {
  const type = leaf.tokenType.name;
  // Arguments are parted by a comma, names in a list by a 、.
  if (type === ',' && language === 'zh' && ruleOf(leaf) === 'Path') return '，';
  // An age is 满18周岁, an amount 达到100元.
  const isAge = type === 'reaching' && spellQuantity(next?.text ?? '', 'zh').endsWith('周岁');
  return isAge && language === 'zh' ? '满' : spell(type, language);
}

/** Titles and labels keep their 「」; declared names and references lose them where they may. */
function printQuotedName(leaf: LeafCstNode): string {
  const name = leaf.text.slice(1, -1);
  const mayBeBare = ruleOf(leaf) === 'Name' && leaf.astNode.$type !== 'CapPool' && !isInTitle(leaf);
  if (mayBeBare && !canonicalBySpelling.has(name) && isBareName(name)) return name;
  return isBalanced(name, '「', '」') ? `「${name}」` : leaf.text;
}

function isInTitle(leaf: LeafCstNode): boolean {
  for (let node = leaf.container; node; node = node.container) {
    const rule = GrammarAST.isRuleCall(node.grammarSource) && node.grammarSource.rule.ref?.name;
    if (rule === 'Title' || rule === 'CitedDocument') return true;
  }
  return false;
}

function printText(text: string): string {
  const content = text.slice(1, -1);
  if (!content.includes('"')) return `"${content}"`;
  return isBalanced(content, '“', '”') ? `“${content}”` : text;
}

function isBalanced(text: string, open: string, close: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === open) depth += 1;
    else if (character === close) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
