import type { Diagnostic } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { finding, languageMessages } from '../messages.ts';
import { closestName } from '../references/closest-name.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';

/** Leaves out what a 豁免 on the statement (or one around it) accepts, and reports exemptions that name no code. */
export function withoutExempted(
  found: readonly Diagnostic[],
  { nodes }: CheckContext,
): readonly Diagnostic[] {
  const waivers = nodes('Waiver').map(({ code, $container, ...rest }) => ({
    code,
    span: spanOf($container as AstNode),
    own: rest,
  }));
  if (waivers.length === 0) return found;
  const isExempt = ({ code, span }: Diagnostic): boolean =>
    waivers.some(
      (waiver) =>
        waiver.code === code &&
        waiver.span.start.offset <= span.start.offset &&
        span.end.offset <= waiver.span.end.offset,
    );
  const kept = found.filter((each) => !isExempt(each));
  return [...kept, ...aboutWaivers(found, nodes('Waiver'))];
}

function aboutWaivers(
  found: readonly Diagnostic[],
  waivers: ReturnType<CheckContext['nodes']>,
): readonly Diagnostic[] {
  return waivers.flatMap((node) => {
    if (node.$type !== 'Waiver') return [];
    const { code, reason, condition } = node;
    const span = spanOf(node);
    if (!(code in languageMessages)) {
      const suggestion = closestName(code, Object.keys(languageMessages));
      return [finding('unknown-exemption', span, { code, suggestion })];
    }
    if (reason.trim() === '') return [finding('empty-reason', span, { word: '豁免' })];
    const used = found.some((each) => each.code === code);
    return used || condition ? [] : [finding('unused-exemption', span, { code })];
  });
}
