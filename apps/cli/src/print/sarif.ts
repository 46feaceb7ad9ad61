import type { Diagnostic, Severity, Span, TextLanguage } from '@tiaoli/base';
import { explainCode } from '@tiaoli/workspace';

/** SARIF's words for how grave a finding is. */
const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** Findings as a SARIF 2.1.0 log, for code review systems. */
export function sarifLog(findings: readonly Diagnostic[], language: TextLanguage) {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'tiaoli',
            language: language === 'zh' ? 'zh-CN' : 'en',
            rules: codes.map((code) => sarifRule(code, language)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => sarifResult(finding, codes, language)),
      },
    ],
  };
}

function sarifRule(id: string, language: TextLanguage) {
  const explained = explainCode(id);
  if (explained.kind === 'unknown') return { id };
  const { severity, explanation } = explained.explanation;
  return {
    id,
    shortDescription: { text: explanation[language] },
    defaultConfiguration: { level: levels[severity] },
  };
}

function sarifResult(finding: Diagnostic, codes: readonly string[], language: TextLanguage) {
  const { code, severity, message, hint, span, related } = finding;
  const text = hint ? `${message[language]} ${hint[language]}` : message[language];
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text },
    locations: [sarifLocation(span)],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, index) => ({
        id: index,
        message: { text: each.message[language] },
        ...sarifLocation(each.span),
      })),
    }),
  };
}

function sarifLocation({ file, start, end }: Span) {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(file) },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      },
    },
  };
}
