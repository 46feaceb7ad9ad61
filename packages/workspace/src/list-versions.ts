import type { DayNumber } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import type { DocumentHeader } from '@tiaoli/language';
import { headersOf } from '@tiaoli/language';
import type { Policies } from './open-policies.ts';

/** A document with its versions, oldest first. */
export interface DocumentVersions {
  readonly id: string;
  readonly title: string;
  /** The place it belongs to; 国家 for the nation. */
  readonly jurisdiction: string;
  readonly versions: readonly Version[];
}

export interface Version {
  /** `ID@YYYY-MM-DD`: what `calc`, `diff` and `simulate` take. */
  readonly ref: string;
  readonly from: string;
  /** Last day in force; absent while it has no end. */
  readonly to?: string;
  readonly file: string;
  /** What this version is called in its own header. */
  readonly title: string;
}

/** A stretch of days in which one document means one thing. */
export interface VersionSpan {
  readonly header: DocumentHeader;
  readonly from: DayNumber;
  readonly to?: DayNumber;
}

/** Every document of `policies` and when each of its versions is in force. */
export function listVersions(
  policies: Policies,
  only: (path: string) => boolean = () => true,
): readonly DocumentVersions[] {
  const byId = Map.groupBy(headersOf(policies.language), ({ id }) => id);
  return [...byId]
    .filter(([, headers]) => headers.some(({ path }) => only(path)))
    .map(([id, headers]) => {
      const newest = headers.at(-1);
      return {
        id,
        title: newest?.title ?? id,
        jurisdiction: newest?.place ?? '国家',
        versions: versionSpans(headers).map(({ header, from, to }) => ({
          ref: `${id}@${printDate(from)}`,
          from: printDate(from),
          ...(to !== undefined && { to: printDate(to) }),
          file: header.path,
          title: header.title,
        })),
      };
    });
}

/**
 * The versions of one document, oldest first: each file's stretch, cut at the dates on which something in it changes.
 *
 * A file without an end lasts until the day before the next one. A file without 施行 has no version (a finding says so).
 */
export function versionSpans(headers: readonly DocumentHeader[]): readonly VersionSpan[] {
  const files = headers.flatMap((header) =>
    header.from === undefined ? [] : [{ header, from: header.from }],
  );
  return files.flatMap(({ header, from }, index) => {
    const next = files[index + 1]?.from;
    const last = earlier(header.to, next === undefined ? undefined : next - 1);
    const inside = header.changes.filter(
      (day) => day > from && (last === undefined || day <= last),
    );
    const starts = [from, ...[...new Set(inside)].sort((left, right) => left - right)];
    return starts.map((start, at) => {
      const following = starts[at + 1];
      const to = following === undefined ? last : following - 1;
      return { header, from: start, ...(to !== undefined && { to }) };
    });
  });
}

function earlier(left: DayNumber | undefined, right: DayNumber | undefined): DayNumber | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return Math.min(left, right);
}
