import type { Diagnostic } from '@tiaoli/base';
import type { Source } from './source.ts';
import { formatSource as formatText } from './syntax/format/formatter.ts';
import { createParser } from './syntax/parser.ts';

/** The canonical form of a source, or why it has none. */
export interface Formatted {
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Puts sources into canonical form, their keywords in the language asked for (else each in its own). A source that does
 * not parse is refused with its findings.
 */
export interface Formatter {
  format(source: Source, options?: { readonly keywords?: 'zh' | 'en' }): Formatted;
}

/** A formatter keeps its parser, which costs more to make than most sources to format. */
export function createFormatter(): Formatter {
  const parser = createParser();
  return {
    format: ({ path, text }, { keywords } = {}) => {
      const inFile = { parse: (content: string) => parser.parse(content, path) };
      const formatted = formatText(inFile, text, { keywords: keywords ?? 'keep' });
      if (formatted.kind === 'refused') return { diagnostics: formatted.findings };
      return { text: formatted.text, diagnostics: [] };
    },
  };
}
