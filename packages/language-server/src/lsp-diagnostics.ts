import type { Diagnostic as Finding, Severity, TextLanguage } from '@tiaoli/base';
import type { Diagnostic, TextEdit } from 'vscode-languageserver';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Session } from './session.ts';
import { rangeOf } from './text-range.ts';

/** `data` of a diagnostic: the remedy, and what makes it exact, for editors that show them without asking. */
export interface DiagnosticExtra {
  readonly hint?: string;
  readonly fixes?: readonly FixView[];
}

export interface FixView {
  readonly title: string;
  /** In the document of the finding. */
  readonly edits: readonly TextEdit[];
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Findings about text that could as well be deleted; editors show it faded. */
const unnecessary: ReadonlySet<string> = new Set(['unused-name', 'unused-exemption']);

/** A finding as editors show it: the remedy stands on a line of its own below the fact. */
export function lspDiagnostic(finding: Finding, { language, uriOf }: Session): Diagnostic {
  const { code, severity, message, hint, span, related } = finding;
  return {
    range: rangeOf(span),
    // What was not decided is there for who looks for it, without a line below the text.
    severity: code === 'undecided' ? DiagnosticSeverity.Hint : severities[severity],
    code,
    source: 'tiaoli',
    message: hint
      ? `${message[language]}\n${hintLine(hint[language], language)}`
      : message[language],
    relatedInformation: related.map((each) => ({
      location: { uri: uriOf(each.span.file), range: rangeOf(each.span) },
      message: each.message[language],
    })),
    ...(unnecessary.has(code) && { tags: [DiagnosticTag.Unnecessary] }),
    data: extraOf(finding, language),
  };
}

function hintLine(hint: string, language: TextLanguage): string {
  return language === 'zh' ? `建议：${hint}` : `Hint: ${hint}`;
}

function extraOf({ hint, fixes = [] }: Finding, language: TextLanguage): DiagnosticExtra {
  return {
    ...(hint && { hint: hint[language] }),
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, edits }) => ({
        title: title[language],
        edits: edits.map(({ span, text }) => ({ range: rangeOf(span), newText: text })),
      })),
    }),
  };
}
