import type { Diagnostic } from '@tiaoli/base';
import type { LeafCstNode } from 'langium';
import { CstUtils } from 'langium';
import type { SourceParser } from '../parser.ts';
import type { KeywordLanguage } from '../spellings.ts';
import type { LanguageOf } from './layout.ts';
import { layOut } from './layout.ts';
import { languageOf } from './print-token.ts';
import { readItems } from './syntax-tree.ts';

export interface FormatOptions {
  /** `keep`: every keyword in the language it was written in, the rest in that of the first keyword. */
  readonly keywords: KeywordLanguage | 'keep';
}

export type FormatResult =
  | { readonly kind: 'formatted'; readonly text: string }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] };

/**
 * The text in its canonical form: canonical spelling in the wanted keyword language, one statement a line, tables aligned.
 *
 * It prints tokens and never looks at their meaning, so it covers every construct, keeps comments and converts between the
 * keyword languages. Short blocks that stood on one line stay there. Idempotent; the AST of the result is that of the source.
 * A text with findings is refused.
 */
export function formatSource(
  parser: SourceParser,
  text: string,
  options: FormatOptions,
): FormatResult {
  const { ast, findings } = parser.parse(text);
  if (findings.length > 0) return { kind: 'refused', findings };
  const root = ast.$cstNode?.root;
  if (!root) return { kind: 'formatted', text: '' };
  const leaves = [...CstUtils.flattenCst(root)];
  const lines = layOut(readItems(root), languageChoice(leaves, options));
  return { kind: 'formatted', text: lines.length === 0 ? '' : `${lines.join('\n')}\n` };
}

function languageChoice(leaves: readonly LeafCstNode[], { keywords }: FormatOptions): LanguageOf {
  if (keywords !== 'keep') return () => keywords;
  const first = leaves.map(languageOf).find((language) => language !== undefined) ?? 'zh';
  return (leaf) => languageOf(leaf) ?? first;
}
