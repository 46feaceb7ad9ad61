import type { TokenType } from 'chevrotain';
import { createToken, Lexer } from 'chevrotain';
import type { TokenBuilder } from 'langium';
import { AstUtils, GrammarAST, GrammarUtils } from 'langium';
import { punctuation } from './punctuation.ts';
import { wordByCanonical } from './spellings.ts';

/** Token types for Langium, made by `buildTokenTypes`. */
export function createTokenBuilder(): TokenBuilder {
  return { buildTokens: buildTokenTypes };
}

/**
 * One token type per keyword and terminal of the grammar, without patterns, because the scanner does the matching.
 *
 * A soft keyword has the category ID, which makes it a name wherever the grammar wants a name; where both fit the parser
 * prefers the keyword. Throws when the grammar has a keyword without a spelling: a mistake of ours, found at start-up.
 */
export function buildTokenTypes(grammar: GrammarAST.Grammar): TokenType[] {
  const rules = [...GrammarUtils.getAllReachableRules(grammar, false)];
  const terminals = rules
    .filter(GrammarAST.isTerminalRule)
    .filter((rule) => !rule.fragment)
    .map((rule) => createToken({ name: rule.name, pattern: Lexer.NA }));
  const name = terminals.find((type) => type.name === 'ID');
  if (!name) throw new Error('the grammar has no terminal ID');
  const keywords = keywordsOf(rules).map((keyword) => {
    const word = wordByCanonical.get(keyword);
    if (!word && !punctuation.has(keyword)) throw new Error(`no spelling for ${keyword}`);
    const categories = word && !word.reserved ? [name] : [];
    return createToken({ name: keyword, pattern: Lexer.NA, categories });
  });
  return [...keywords, ...terminals];
}

function keywordsOf(rules: readonly GrammarAST.AbstractRule[]): string[] {
  const found = rules
    .filter(GrammarAST.isAbstractParserRule)
    .flatMap((rule) => [...AstUtils.streamAllContents(rule)].filter(GrammarAST.isKeyword))
    .map((keyword) => keyword.value);
  return [...new Set(found)];
}
