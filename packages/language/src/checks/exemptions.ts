import type { Diagnostic, Severity, Span } from '@tiaoli/base';
import type { AstNode } from 'langium';
import type { Waiver } from '../generated/ast.ts';
import { finding, languageMessages } from '../messages.ts';
import { closestName } from '../references/closest-name.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';
import { rewrite, withFixes } from './fixes.ts';

/** Warnings of packages behind this one, which keep to the exemptions themselves; on whole declarations only. */
export const laterWarnings: ReadonlySet<string> = new Set([
  'bound-undecided',
  'broken-invariant',
  'broken-monotony',
  'cliff',
  'default-out-of-bounds',
  'gap',
  'idle-slot',
  'negative-payment',
  'no-value-in-force',
  'overlap',
  'payment-beyond-total',
  'redundant-case',
  'threshold-order',
  'unreachable-case',
]);

/**
 * Leaves out what a 豁免 on the statement (or one around it) accepts, and reports exemptions that do nothing.
 *
 * INVARIANT: an error is never left out: lowering rests on there being none.
 */
export function withoutExempted(
  found: readonly Diagnostic[],
  { nodes }: CheckContext,
): readonly Diagnostic[] {
  const waivers = nodes('Waiver').map((node) => ({ node, span: spanOf(statementOf(node)) }));
  if (waivers.length === 0) return found;
  const accepts = (
    waiver: (typeof waivers)[number],
    { code, severity, span }: Diagnostic,
  ): boolean => severity !== 'error' && waiver.node.code === code && isWithin(span, waiver.span);
  const kept = found.filter((each) => !waivers.some((waiver) => accepts(waiver, each)));
  const about = waivers.flatMap((waiver) =>
    aboutWaiver(
      waiver.node,
      found.some((each) => accepts(waiver, each)),
    ),
  );
  return [...kept, ...about];
}

/** Parts that end a statement or a slot: what is annotated behind them is the whole of it. */
const endings: ReadonlySet<string> = new Set([
  'AnnotationField',
  'BracketRate',
  'FlatRate',
  'NoCap',
  'PeriodCap',
  'PlainVersion',
]);

/** The statement, slot, version or cell that a 豁免 is about. */
function statementOf({ $container }: Waiver): AstNode {
  return wholeOf($container);
}

/** What a 豁免 among the annotations of `annotated` accepts findings in. */
export function wholeOf(annotated: AstNode): AstNode {
  const { $type, $container: owner } = annotated;
  return endings.has($type) && owner ? owner : annotated;
}

/** True when all of the first stretch lies in the second. */
export function isWithin(inner: Span, outer: Span): boolean {
  return outer.start.offset <= inner.start.offset && inner.end.offset <= outer.end.offset;
}

function aboutWaiver(node: Waiver, isUsed: boolean): readonly Diagnostic[] {
  const { code, reason } = node;
  if (reason.trim() === '') return [finding('empty-reason', spanOf(node), { word: '豁免' })];
  if (laterWarnings.has(code)) return [];
  const entry = new Map<string, { readonly severity: Severity }>(
    Object.entries(languageMessages),
  ).get(code);
  if (entry === undefined) {
    const suggestion = closestName(code, [...Object.keys(languageMessages), ...laterWarnings]);
    const found = finding('unknown-exemption', spanOf(node), { code, suggestion });
    return [
      withFixes(found, [suggestion === undefined ? undefined : rewrite(node, 'code', suggestion)]),
    ];
  }
  if (entry.severity === 'error') return [finding('exempted-error', spanOf(node), { code })];
  return isUsed ? [] : [finding('unused-exemption', spanOf(node), { code })];
}
