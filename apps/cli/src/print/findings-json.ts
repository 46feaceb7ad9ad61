import type { Diagnostic, Span, TextLanguage } from '@tiaoli/base';
import type { ClauseCoverage } from '@tiaoli/workspace';
import { countFindings } from '@tiaoli/workspace';

/** The JSON form of `check` (schema `check.schema.json`). */
export function checkJson(
  findings: readonly Diagnostic[],
  coverage: readonly ClauseCoverage[],
  language: TextLanguage,
) {
  return { ...findingsJson(findings, language), documents: coverage };
}

/** Findings and how many they are: lines and columns from 1, columns in UTF-16 code units. */
export function findingsJson(findings: readonly Diagnostic[], language: TextLanguage) {
  return {
    findings: findings.map((finding) => findingJson(finding, language)),
    counts: countFindings(findings),
  };
}

export function findingJson(
  { code, severity, message, span, hint, related }: Diagnostic,
  language: TextLanguage,
) {
  return {
    code,
    severity,
    message: message[language],
    file: span.file,
    range: rangeJson(span),
    ...(hint && { hint: hint[language] }),
    related: related.map((each) => ({
      message: each.message[language],
      file: each.span.file,
      range: rangeJson(each.span),
    })),
  };
}

function rangeJson({ start, end }: Span) {
  return {
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}
