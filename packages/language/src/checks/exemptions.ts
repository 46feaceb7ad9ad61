import type { Diagnostic, Span } from '@tiaoli/base';
import type { Waiver } from '../generated/ast.ts';
import { finding, languageMessages } from '../messages.ts';
import { closestName } from '../references/closest-name.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';

/** Leaves out what a 豁免 on the statement (or one around it) accepts, and reports exemptions that do nothing. */
export function withoutExempted(
  found: readonly Diagnostic[],
  { nodes }: CheckContext,
): readonly Diagnostic[] {
  const waivers = nodes('Waiver').map((node) => ({ node, span: spanOf(node.$container) }));
  if (waivers.length === 0) return found;
  const accepts = (waiver: (typeof waivers)[number], { code, span }: Diagnostic): boolean =>
    waiver.node.code === code && isWithin(span, waiver.span);
  const kept = found.filter((each) => !waivers.some((waiver) => accepts(waiver, each)));
  const about = waivers.flatMap((waiver) =>
    aboutWaiver(
      waiver.node,
      found.some((each) => accepts(waiver, each)),
    ),
  );
  return [...kept, ...about];
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start.offset <= inner.start.offset && inner.end.offset <= outer.end.offset;
}

function aboutWaiver(node: Waiver, isUsed: boolean): readonly Diagnostic[] {
  const { code, reason, condition } = node;
  if (reason.trim() === '') return [finding('empty-reason', spanOf(node), { word: '豁免' })];
  if (!(code in languageMessages)) {
    // Other packages have findings of their own; only what looks like a slip of one of these is reported.
    const suggestion = closestName(code, Object.keys(languageMessages));
    return suggestion ? [finding('unknown-exemption', spanOf(node), { code, suggestion })] : [];
  }
  return isUsed || condition ? [] : [finding('unused-exemption', spanOf(node), { code })];
}
