import type { DayNumber, Diagnostic } from '@tiaoli/base';
import { fileSpan, parseDate, printDate } from '@tiaoli/base';
import { documentHash } from '@tiaoli/ir';
import type { DocumentHeader } from '@tiaoli/language';
import { headersOf } from '@tiaoli/language';
import { nearName } from '@tiaoli/settlement';
import { versionSpans } from './list-versions.ts';
import { report } from './messages.ts';
import type { Policies } from './open-policies.ts';

/** A document as named by a person, with the version that the name pins. */
export interface DocumentReference {
  readonly id: string;
  /** The files that hold its versions, oldest first; one only when a version is pinned. */
  readonly headers: readonly DocumentHeader[];
  /** The day whose rules are asked for; without it each claim is settled under the rules of its own dates. */
  readonly on?: DayNumber;
}

/**
 * What `text` stands for: a path, `ID`, `ID@VERSION` or `ID@YYYY-MM-DD`.
 *
 * The ID is a document's 标识, its 文号 or its title; the VERSION is its effective date or the start of the hash of its
 * text.
 */
export function resolveReference(
  policies: Policies,
  text: string,
): { readonly reference?: DocumentReference; readonly diagnostics: readonly Diagnostic[] } {
  const headers = headersOf(policies.language);
  const file = headers.find(({ path }) => path === text);
  if (file) return { reference: { id: file.id, headers: [file] }, diagnostics: [] };
  const at = text.lastIndexOf('@');
  const [name, version] = at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
  const named = headers.filter((header) => namesOf(header).includes(normalise(name)));
  const [first] = named;
  if (!first) {
    const near = nearName(
      name,
      headers.map(({ id }) => id),
    );
    return refuse(
      report('unknown-document', { reference: text, ...(near && { near }) }, fileSpan(text)),
    );
  }
  const id = first.id;
  const same = named.filter((header) => header.id === id);
  if (version === undefined) return { reference: { id, headers: same }, diagnostics: [] };
  return resolveVersion(policies, id, same, version);
}

function resolveVersion(
  policies: Policies,
  id: string,
  headers: readonly DocumentHeader[],
  version: string,
): { readonly reference?: DocumentReference; readonly diagnostics: readonly Diagnostic[] } {
  const spans = versionSpans(headers);
  const day = parseDate(version);
  if (day !== undefined) {
    const span = spans.find(({ from, to }) => from <= day && (to === undefined || day <= to));
    if (span) return { reference: { id, headers: [span.header], on: day }, diagnostics: [] };
  }
  const hashed = /^[0-9a-f]{4,64}$/.test(version)
    ? headers.filter(({ path }) => documentHash(policies.texts.get(path) ?? '').startsWith(version))
    : [];
  const [only] = hashed;
  if (hashed.length > 1) return refuse(report('ambiguous-version', { id, version }, fileSpan(id)));
  if (only) return { reference: { id, headers: [only] }, diagnostics: [] };
  const known = spans.map(({ from }) => printDate(from)).join('、');
  const near = nearestVersion(spans, day);
  const place = fileSpan(`${id}@${version}`);
  return refuse(report('unknown-version', { id, version, known, ...(near && { near }) }, place));
}

/** Of several versions the one that begins nearest to the day. */
function nearestVersion(
  spans: readonly { readonly from: DayNumber }[],
  day: DayNumber | undefined,
): string | undefined {
  if (day === undefined || spans.length < 2) return undefined;
  const [near] = spans
    .map(({ from }) => from)
    .toSorted((left, right) => Math.abs(left - day) - Math.abs(right - day));
  return near === undefined ? undefined : printDate(near);
}

function refuse(finding: Diagnostic): { readonly diagnostics: readonly Diagnostic[] } {
  return { diagnostics: [finding] };
}

function namesOf({ id, number, title }: DocumentHeader): readonly string[] {
  return [id, number ?? id, title].map(normalise);
}

/** 文号 are typed with many brackets: 〔2022〕, [2022], （2022）. */
function normalise(name: string): string {
  return name
    .trim()
    .replace(/[[(（【［]/g, '〔')
    .replace(/[\])）】］]/g, '〕');
}
