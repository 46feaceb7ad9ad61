import type { Rounding, Span } from '@tiaoli/base';
import type { ClauseRef, DeclarationBase, Exemption, Expr, Provenance } from '@tiaoli/ir';
import { maximum, minimum, roundTo } from '@tiaoli/ir';
import type { AstNode } from 'langium';
import type { Annotation, Limit } from '../generated/ast.ts';
import { spanOf } from '../span-of.ts';
import { roundingOf } from '../syntax/roundings.ts';
import { lowerCondition } from './expressions/lower-condition.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import type { Place } from './lower-context.ts';
import { provenanceOf } from './provenance-of.ts';

/** What every declaration has, from the statement that it is lowered from. */
export function declarationBase(
  node: AstNode & { readonly annotations?: readonly Annotation[]; readonly alias?: string },
  { id, name }: { readonly id: string; readonly name: string },
  place: Place,
): DeclarationBase {
  return {
    id,
    name,
    ...(node.alias !== undefined && { alias: node.alias }),
    document: place.document.id,
    ...(place.clause && { clause: place.clause }),
    span: spanOf(node),
    ...notesOf(node.annotations ?? [], place),
  };
}

/** 出处, 等级, 推定｜约｜转述 and 豁免 behind a statement, a slot or a cell. */
export function notesOf(
  annotations: readonly Annotation[],
  place: Place,
): { readonly provenance?: Provenance; readonly exemptions?: readonly Exemption[] } {
  const provenance = provenanceOf(annotations);
  const exemptions = annotations.flatMap((each): readonly Exemption[] => {
    if (each.$type !== 'Waiver') return [];
    const when = each.condition && lowerCondition(each.condition, place);
    return [{ code: each.code, reason: each.reason, ...(when && { when }), span: spanOf(each) }];
  });
  return { ...(provenance && { provenance }), ...(exemptions.length > 0 && { exemptions }) };
}

export function withExemptions(
  base: DeclarationBase,
  inner: readonly Exemption[],
): DeclarationBase {
  if (inner.length === 0) return base;
  return { ...base, exemptions: [...(base.exemptions ?? []), ...inner] };
}

/** A ROUNDING as written. Precondition: checked. */
export function lowerRounding(text: string): Rounding {
  const rounding = roundingOf(text);
  if (!rounding) throw new Error(`a checked rounding is known: ${text}`);
  return { mode: rounding.mode, unit: rounding.unit };
}

/** A value with its `{ 不低于 a；不超过 b }` and then its 取整. */
export function withLimits(
  value: Expr,
  { limits, rounding }: { readonly limits?: readonly Limit[]; readonly rounding?: string },
  place: Place,
): Expr {
  const how = rounding === undefined ? undefined : lowerRounding(rounding);
  const made = how ? roundedRatio(value, how) : value;
  const limited = (limits ?? []).reduce<Expr>((amount, limit) => {
    const bound = lowerExpression(limit.value, place);
    return limit.word === 'at_least' ? maximum(bound, amount) : minimum(bound, amount);
  }, made);
  return !how || limited.kind === 'quotient' ? limited : roundTo(limited, how);
}

/** A ratio is rounded where it is made: it has no exact value to round again. */
export function roundedRatio(value: Expr, how: Rounding): Expr {
  return value.kind === 'quotient' ? { ...value, ...how } : value;
}

/** Place and clause of a node, as slots and versions carry them. */
export function whereOf(
  node: AstNode,
  place: Place,
): { readonly span: Span; readonly clause?: ClauseRef } {
  return { span: spanOf(node), ...(place.clause && { clause: place.clause }) };
}
