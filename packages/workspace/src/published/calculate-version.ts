import type { TextLanguage } from '@tiaoli/base';
import { fileSpan, parseDate } from '@tiaoli/base';
import { headersOf } from '@tiaoli/language';
import type { JsonNode } from '@tiaoli/settlement';
import { readJson } from '@tiaoli/settlement';
import { report } from '../messages.ts';
import type { PoliciesOfDays } from '../open-settler.ts';
import { openSettlerOver } from '../open-settler.ts';
import type { Outcome } from '../records/outcome.ts';
import type { SettledCase } from '../settle-case.ts';
import { settleCase } from '../settle-case.ts';
import type { OpenedPart, OpenedVersion } from './open-version.ts';

export interface CalculationRequest {
  /** JSON of an object whose member `case` is the case: read as text, so that no number passes through floating point. */
  readonly json: string;
  readonly jurisdiction?: string;
  /** The day whose rules are wanted for every claim, `YYYY-MM-DD`; else each has those of its own dates. */
  readonly on?: string;
  readonly trace: boolean;
  readonly language: TextLanguage;
}

/**
 * Settles a case under one version, as `tiaoli calc` does, each claim among the other documents of its day; refused whole where
 * something about the case is wrong.
 */
export function calculateVersion(
  { version, parts }: OpenedVersion,
  { json, jurisdiction, on, trace, language }: CalculationRequest,
): Outcome<Extract<SettledCase, { kind: 'settled' }>> {
  const { values, diagnostics } = readJson('case', json);
  const node = caseIn(values);
  if (diagnostics.length > 0 || !node) return { kind: 'refused', diagnostics };
  const [first, ...later] = parts.flatMap((part) => placed(part, version.path));
  if (!first) {
    const finding = report('nothing-to-publish', {}, fileSpan(version.path));
    return { kind: 'refused', diagnostics: [finding] };
  }
  const day = on === undefined ? undefined : parseDate(on);
  const { settler, diagnostics: findings } = openSettlerOver([first, ...later], {
    ...(jurisdiction !== undefined && { jurisdiction }),
    ...(day !== undefined && { on: day }),
  });
  if (!settler) return { kind: 'refused', diagnostics: findings };
  const settled = settleCase(settler, node, { trace, language });
  return settled.kind === 'refused' ? settled : { kind: 'done', value: settled };
}

/** Every day that a case names: claims are settled on some of them. */
export function daysNamedIn(json: string): readonly string[] {
  return [...new Set(json.match(/\b\d{4}-\d{2}-\d{2}\b/g))];
}

function placed({ policies, days }: OpenedPart, path: string): readonly PoliciesOfDays[] {
  const headers = headersOf(policies.language).filter((each) => each.path === path);
  const [header] = headers;
  return header ? [{ policies, reference: { id: header.id, headers }, days }] : [];
}

function caseIn([value]: readonly JsonNode[]): JsonNode | undefined {
  return value?.kind === 'object'
    ? value.members.find(({ key }) => key === 'case')?.value
    : undefined;
}
