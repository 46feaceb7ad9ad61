import type { Diagnostic } from '@tiaoli/base';
import { fileSpan, sortDiagnostics } from '@tiaoli/base';
import { createFormatter } from '@tiaoli/language';
import { report } from './messages.ts';
import { decodeText } from './open-policies.ts';
import type { SourceFolder } from './source-folder.ts';

export interface FormatResult {
  /** Files that were not in canonical form; rewritten unless `check`. */
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  /** Files that do not parse: left as they are. */
  readonly refused: readonly string[];
  readonly findings: readonly Diagnostic[];
}

/** Brings the files to canonical form, in the keyword language asked for. */
export async function formatPolicies(
  folder: SourceFolder,
  paths: readonly string[],
  options: { readonly check?: boolean; readonly keywords?: 'zh' | 'en' } = {},
): Promise<FormatResult> {
  const changed: string[] = [];
  const unchanged: string[] = [];
  const refused: string[] = [];
  const findings: Diagnostic[] = [];
  const formatter = createFormatter();
  for (const path of paths) {
    const text = decodeText(await folder.read(path));
    if (text === undefined) {
      findings.push(report('not-utf8', {}, fileSpan(path)));
      refused.push(path);
      continue;
    }
    const { keywords } = options;
    const formatted = formatter.format({ path, text }, keywords ? { keywords } : {});
    findings.push(...formatted.diagnostics);
    if (formatted.text === undefined) {
      refused.push(path);
      continue;
    }
    (formatted.text === text ? unchanged : changed).push(path);
    if (formatted.text !== text && !options.check) await folder.write(path, formatted.text);
  }
  return { changed, unchanged, refused, findings: sortDiagnostics(findings) };
}
