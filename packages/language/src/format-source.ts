import type { Diagnostic } from '@tiaoli/base';
import type { Source } from './language-workspace.ts';
import { formatSource as formatText } from './syntax/format/formatter.ts';
import { createParser } from './syntax/parser.ts';

/**
 * The canonical form of a source, its keywords in the language asked for (else each in its own).
 *
 * A source that does not parse is refused with its findings.
 */
export function formatSource(
  { path, text }: Source,
  { keywords }: { readonly keywords?: 'zh' | 'en' } = {},
): { readonly text?: string; readonly diagnostics: readonly Diagnostic[] } {
  const parser = createParser();
  const inFile = { parse: (content: string) => parser.parse(content, path) };
  const formatted = formatText(inFile, text, { keywords: keywords ?? 'keep' });
  if (formatted.kind === 'refused') return { diagnostics: formatted.findings };
  return { text: formatted.text, diagnostics: [] };
}
