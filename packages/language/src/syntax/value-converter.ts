import type { CstNode, ValueType } from 'langium';
import { AstUtils, DefaultValueConverter, GrammarAST } from 'langium';
import { canonicalDate, canonicalMonthDay, canonicalYear, spellQuantity } from './literals.ts';
import { markOf } from './punctuation.ts';
import { spellRounding } from './roundings.ts';
import { visible } from './scanner/push-word.ts';
import { canonicalBySpelling, reservedSpellings } from './spellings.ts';

/** Gives every token its canonical form in the AST, so that two spellings of one thing are equal there. */
export class CanonicalValueConverter extends DefaultValueConverter {
  protected override runConverter(
    rule: GrammarAST.AbstractRule,
    input: string,
    cstNode: CstNode,
  ): ValueType {
    if (isKeywordRule(rule)) return canonicalWord(input);
    const convert = byRule.get(rule.name);
    return convert ? convert(input, cstNode) : input;
  }
}

type Convert = (input: string, cstNode: CstNode) => string;

const byRule: ReadonlyMap<string, Convert> = new Map<string, Convert>([
  ['QNAME', unquoted],
  ['LABEL', unquoted],
  ['TEXT', unquoted],
  ['QUANTITY', canonicalQuantity],
  ['NUMBER', canonicalQuantity],
  ['DATE', canonicalDate],
  ['YEAR', canonicalYear],
  ['MONTHDAY', canonicalMonthDay],
  ['ROUNDING', (input) => spellRounding(input, 'zh')],
  ['Clause', (input) => input.replace(/^(?:条|article)/, '')],
  ['MemberName', (input, node) => (isReservedMember(node) ? canonicalWord(input) : input)],
  ['ID', (input) => visible(input).normalize('NFKC')],
]);

function unquoted(input: string): string {
  return visible(input.slice(1, /[」』"＂”“’`]$/.test(input) ? -1 : undefined));
}

function canonicalQuantity(input: string): string {
  return spellQuantity(input, 'zh');
}

function canonicalWord(input: string): string {
  return canonicalBySpelling.get(input.replace(/\s+/g, ' ')) ?? markOf(input) ?? input;
}

/** `x.之前` is the accumulator before the claim; 「之前」 in quotes, and a soft word such as 起付, is a name. */
function isReservedMember(node: CstNode): boolean {
  return reservedSpellings.has(node.text);
}

/** A data type rule made of keywords only, its own or those of another such rule: its value is the canonical name, whatever the spelling. */
function isKeywordRule(rule: GrammarAST.AbstractRule): boolean {
  const known = keywordRules.get(rule);
  if (known !== undefined) return known;
  const isKeywords =
    GrammarAST.isParserRule(rule) &&
    rule.dataType !== undefined &&
    [...AstUtils.streamAllContents(rule)].every(
      (node) => !GrammarAST.isRuleCall(node) || (node.rule.ref && isKeywordRule(node.rule.ref)),
    );
  keywordRules.set(rule, isKeywords);
  return isKeywords;
}

const keywordRules = new WeakMap<GrammarAST.AbstractRule, boolean>();
