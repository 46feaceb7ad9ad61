import type { DayNumber, Diagnostic, Span, Validity } from '@tiaoli/base';
import { parseDate, printDate } from '@tiaoli/base';
import type { AstNode } from 'langium';
import type { Validity as ValidityNode } from '../generated/ast.ts';
import { finding, related } from '../messages.ts';
import { spanOf } from '../span-of.ts';

/** One version of a key: a parameter, a slot, a group … */
export interface Version {
  readonly validity: Validity;
  readonly span: Span;
}

export function versionOf(node: AstNode, validity: ValidityNode | undefined): Version {
  const from = validity && parseDate(validity.from);
  const to = validity?.until === undefined ? undefined : parseDate(validity.until);
  return {
    validity: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
    span: spanOf(node),
  };
}

/**
 * What is wrong between the versions of one key: two without a date, two with one start, one that ends behind the start
 * of the next. Days between two versions without any are a warning.
 */
export function versionFindings(
  name: string,
  versions: readonly Version[],
  twice: (span: Span, first: Span) => Diagnostic,
): readonly Diagnostic[] {
  const sorted = versions.toSorted((left, right) => startOf(left) - startOf(right));
  return sorted.flatMap((version, index) => {
    const before = sorted[index - 1];
    return before ? betweenVersions(name, before, version, twice) : [];
  });
}

function startOf({ validity }: Version): number {
  return validity.from ?? Number.NEGATIVE_INFINITY;
}

function betweenVersions(
  name: string,
  before: Version,
  version: Version,
  twice: (span: Span, first: Span) => Diagnostic,
): readonly Diagnostic[] {
  const [first, second] = inTextOrder(before, version);
  const { from } = version.validity;
  if (from === undefined) return [twice(second.span, first.span)];
  const other = [related(first.span, '另一个版本在这里', 'the other version is here')];
  const date = printDate(from);
  if (before.validity.from === from) {
    return [finding('same-start', second.span, { name, date }, other)];
  }
  const end: DayNumber | undefined = before.validity.to;
  if (end === undefined || end === from - 1) return [];
  if (end >= from) return [finding('overlapping-validity', second.span, { name, date }, other)];
  const gap = { name, from: printDate(end + 1), to: printDate(from - 1) };
  return [finding('validity-gap', version.span, gap, other)];
}

function inTextOrder(left: Version, right: Version): readonly [Version, Version] {
  return left.span.start.offset <= right.span.start.offset ? [left, right] : [right, left];
}
