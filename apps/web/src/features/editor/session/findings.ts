import type { DiagnosticExtra, FixView } from '@tiaoli/language-server';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { pathOf } from '../bridge/document-uri.ts';
import { messageOf } from '../bridge/markers.ts';

/** What the server last said about one document. */
export interface FileFindings {
  /** Of the text that was checked; undefined for a document that is not open. */
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export type Findings = ReadonlyMap<string, FileFindings>;

export type FindingSeverity = 'error' | 'warning' | 'info';

/** A finding as the panel shows it. */
export interface FindingRow {
  readonly key: string;
  readonly path: string;
  readonly severity: FindingSeverity;
  readonly code: string;
  readonly fact: string;
  readonly remedy?: string | undefined;
  readonly fixes: readonly FixView[];
  readonly related: readonly RelatedPlace[];
  readonly diagnostic: Diagnostic;
}

export interface RelatedPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export function withFindings(
  known: Findings,
  { uri, version, diagnostics }: PublishDiagnosticsParams,
): Findings {
  const path = pathOf(uri);
  if (path === undefined) return known;
  return new Map([...known, [path, { version, diagnostics }]]);
}

const severities: readonly FindingSeverity[] = ['error', 'error', 'warning', 'info', 'info'];

/** The findings of a document in the order of the text, errors first where they stand in one place. */
export function rowsOf(path: string, diagnostics: readonly Diagnostic[]): readonly FindingRow[] {
  return diagnostics.map((diagnostic, index) => rowOf(path, diagnostic, index));
}

function rowOf(path: string, diagnostic: Diagnostic, index: number): FindingRow {
  const { hint, fixes = [] } = extraOf(diagnostic);
  const message = messageOf(diagnostic);
  return {
    key: `${path} ${index} ${diagnostic.code}`,
    path,
    severity: severities[diagnostic.severity ?? 1] ?? 'error',
    code: String(diagnostic.code ?? ''),
    // The remedy stands on a line of its own below the fact.
    fact: hint === undefined ? message : (message.split('\n')[0] ?? message),
    remedy: hint,
    fixes,
    related: (diagnostic.relatedInformation ?? []).map(({ location, message: said }) => ({
      path: pathOf(location.uri) ?? location.uri,
      line: location.range.start.line + 1,
      column: location.range.start.character + 1,
      message: said,
    })),
    diagnostic,
  };
}

/** The server is ours: what it sends beside a diagnostic has the shape that its own type says. */
function extraOf({ data }: Diagnostic): DiagnosticExtra {
  return typeof data === 'object' && data !== null ? (data as DiagnosticExtra) : {};
}

export interface SeverityCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export function countRows(rows: readonly Pick<FindingRow, 'severity'>[]): SeverityCounts {
  const count = (wanted: FindingSeverity): number =>
    rows.filter(({ severity }) => severity === wanted).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}
