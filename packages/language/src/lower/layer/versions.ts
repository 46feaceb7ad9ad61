import type { Validity } from '@tiaoli/base';
import type { DateRef, Expr } from '@tiaoli/ir';
import { no, yes } from '@tiaoli/ir';

/**
 * The validities of versions of one key, as they are in force: a version without an end lasts until the day before
 * the next one starts (reference section 2, validity). In the order given.
 */
export function closedValidities(validities: readonly Validity[]): readonly Validity[] {
  const starts = validities
    .map((validity) => validity.from)
    .filter((from) => from !== undefined)
    .sort((left, right) => left - right);
  return validities.map((validity) => {
    const next = starts.find((start) => validity.from === undefined || start > validity.from);
    if (next === undefined || (validity.to !== undefined && validity.to < next)) return validity;
    return { ...validity, to: next - 1 };
  });
}

/** The version in force at `on`; `absent` where none is (undetermined without it). */
export function byVersion<Version extends { readonly validity: Validity }>(
  versions: readonly Version[],
  on: DateRef,
  exprOf: (version: Version) => Expr,
  absent?: Expr,
): Expr {
  const [first] = versions;
  if (!first) {
    if (absent) return absent;
    throw new Error('a slot without versions was lowered');
  }
  if (versions.length === 1 && isAlways(first.validity)) return exprOf(first);
  const closed = closedValidities(versions.map((version) => version.validity));
  return {
    kind: 'dated',
    on,
    versions: versions.map((version, index) => ({
      validity: closed[index] ?? version.validity,
      value: exprOf(version),
    })),
    ...(absent && { otherwise: absent }),
  };
}

/** True on the days of `validity`. */
export function inForce(validity: Validity, on: DateRef): Expr {
  if (isAlways(validity)) return yes;
  return { kind: 'dated', on, versions: [{ validity, value: yes }], otherwise: no };
}

/** The days of both. */
export function intersection(left: Validity, right: Validity): Validity {
  const from = Math.max(left.from ?? -Infinity, right.from ?? -Infinity);
  const to = Math.min(left.to ?? Infinity, right.to ?? Infinity);
  return { ...(Number.isFinite(from) && { from }), ...(Number.isFinite(to) && { to }) };
}

/** True for days that end before they begin. */
export function isNever({ from, to }: Validity): boolean {
  return from !== undefined && to !== undefined && to < from;
}

function isAlways(validity: Validity): boolean {
  return validity.from === undefined && validity.to === undefined;
}
