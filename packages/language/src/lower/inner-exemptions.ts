import type { Exemption, Expr } from '@tiaoli/ir';
import { both, either, not } from '@tiaoli/ir';
import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { CaseSlot, ExceptionCase, ExceptionSlot, Waiver, WhenCase } from '../generated/ast.ts';
import {
  isCaseSlot,
  isExceptionCase,
  isExceptionSlot,
  isOtherwiseCase,
  isOtherwiseSlot,
  isWaiver,
  isWhenCase,
} from '../generated/ast.ts';
import { spanOf } from '../span-of.ts';
import { lowerCondition } from './expressions/lower-condition.ts';
import type { Place } from './lower-context.ts';

/** 豁免 inside of a statement, on a slot or a case: each holds for whom its case is about, and nobody else. */
export function innerExemptions(statement: AstNode, place: Place): readonly Exemption[] {
  return AstUtils.streamAllContents(statement)
    .filter(isWaiver)
    .filter(({ $container }) => $container !== statement)
    .map((waiver) => exemptionOf(waiver, statement, place))
    .toArray();
}

function exemptionOf(waiver: Waiver, statement: AstNode, place: Place): Exemption {
  const { code, reason, condition } = waiver;
  const conditions = [
    ...casesAround(waiver, statement).flatMap((each) => conditionsOf(each, place)),
    ...(condition ? [lowerCondition(condition, place)] : []),
  ];
  const [first, ...others] = conditions;
  const when = first && others.length > 0 ? both(...conditions) : first;
  return { code, reason, ...(when && { when }), span: spanOf(waiver) };
}

function casesAround(waiver: Waiver, statement: AstNode): readonly AstNode[] {
  const found: AstNode[] = [];
  for (let node: AstNode = waiver; node.$container && node !== statement; node = node.$container) {
    found.push(node);
  }
  return found;
}

/** What must hold for a case to be the one; of 其余 that none of the others does. */
function conditionsOf(node: AstNode, place: Place): readonly Expr[] {
  if (isConditional(node)) return [lowerCondition(node.condition, place)];
  if (!isOtherwiseSlot(node) && !isOtherwiseCase(node)) return [];
  const beside = AstUtils.streamContents(node.$container).filter(isConditional);
  const others = beside.map(({ condition }) => lowerCondition(condition, place)).toArray();
  return others.length === 0 ? [] : [not(either(...others))];
}

type Conditional = CaseSlot | ExceptionSlot | WhenCase | ExceptionCase;

function isConditional(node: AstNode): node is Conditional {
  return isCaseSlot(node) || isExceptionSlot(node) || isWhenCase(node) || isExceptionCase(node);
}
