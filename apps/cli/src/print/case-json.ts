import type { Diagnostic, TextLanguage } from '@tiaoli/base';
import type { CaseResult } from '@tiaoli/workspace';
import { findingJson, findingsJson } from './findings-json.ts';

/**
 * The JSON form of a settled case (schema `calc.schema.json`): money in yuan and rates per one as decimal strings.
 *
 * `findings` are the inputs that are still missing, each at its place in the case.
 */
export function caseJson(
  result: CaseResult,
  findings: readonly Diagnostic[],
  language: TextLanguage,
) {
  return { ...result, findings: findings.map((finding) => findingJson(finding, language)) };
}

/** The JSON form of a case that was refused: its findings, and nothing that could be taken for a result. */
export function refusedJson(findings: readonly Diagnostic[], language: TextLanguage) {
  return findingsJson(findings, language);
}
