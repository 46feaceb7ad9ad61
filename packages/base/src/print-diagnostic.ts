import { compareText } from './compare-text.ts';
import type { Diagnostic, RelatedSpan, Severity } from './diagnostic.ts';
import { displayWidth } from './display-width.ts';
import type { LocalText, TextLanguage } from './local-text.ts';
import type { Span } from './span.ts';

const SEVERITIES: Readonly<Record<Severity, LocalText>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

/** Code units of a source line that are shown on either side of the start of the span. */
const SHOWN = 80;

/**
 * A diagnostic for a terminal: severity and code, place, the source line with the span underlined, related places,
 * and the way out. Without a final line break.
 *
 * @param source text of the file in which the diagnostic stands; without it no line is shown
 */
export function printDiagnostic(
  diagnostic: Diagnostic,
  language: TextLanguage,
  source?: string,
): string {
  const { code, severity, message, span, related, hint } = diagnostic;
  const colon = language === 'zh' ? '：' : ': ';
  return [
    `${SEVERITIES[severity][language]}[${code}]${colon}${message[language]}`,
    `  ${printPlace(span)}`,
    ...(source === undefined ? [] : excerpt(span, source)),
    ...related.map((each) => `  ${printRelated(each, language, colon)}`),
    ...(hint ? [`  ${language === 'zh' ? '建议' : 'hint'}${colon}${hint[language]}`] : []),
  ].join('\n');
}

/** `file:line:column`, both from 1. */
export function printPlace({ file, start }: Span): string {
  return `${file}:${start.line}:${start.column}`;
}

/** By file, position, code: the order in which findings are shown, whatever found them first. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (left, right) =>
      compareText(left.span.file, right.span.file) ||
      left.span.start.offset - right.span.start.offset ||
      left.span.end.offset - right.span.end.offset ||
      compareText(left.code, right.code) ||
      compareText(left.message.zh, right.message.zh),
  );
}

function printRelated(
  { message, span }: RelatedSpan,
  language: TextLanguage,
  colon: string,
): string {
  return `${message[language]}${colon}${printPlace(span)}`;
}

/** The first line of the span and a line of carets below it, aligned by display width. */
function excerpt({ start, end }: Span, source: string): readonly string[] {
  const lineStart = start.offset - (start.column - 1);
  const lineEnd = endOfLine(source, start.offset);
  const from = Math.max(lineStart, start.offset - SHOWN);
  const to = Math.min(lineEnd, start.offset + SHOWN);
  const before = (from > lineStart ? '…' : '') + printable(source.slice(from, start.offset));
  const markedEnd = Math.max(start.offset, Math.min(end.offset, to));
  const marked = printable(source.slice(start.offset, markedEnd));
  const after = printable(source.slice(markedEnd, to)) + (to < lineEnd ? '…' : '');
  const number = String(start.line);
  const carets = '^'.repeat(Math.max(1, displayWidth(marked)));
  return [
    `  ${number} | ${before}${marked}${after}`.trimEnd(),
    `  ${' '.repeat(number.length)} | ${' '.repeat(displayWidth(before))}${carets}`,
  ];
}

function endOfLine(source: string, offset: number): number {
  const found = source.slice(offset).search(/[\r\n]/);
  return found < 0 ? source.length : offset + found;
}

/** Tabs as one space; characters that would move or hide their neighbours on the screen as U+FFFD. */
function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\u{FFFD}');
}
