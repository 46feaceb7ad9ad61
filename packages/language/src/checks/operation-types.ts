import type { Diagnostic } from '@tiaoli/base';
import type { Binary, Expression } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import { binaryType } from '../types/infer.ts';
import type { LanguageType } from '../types/language-type.ts';
import { typeText } from '../types/type-text.ts';
import { isZero, numericLiteral } from '../types/type-use.ts';
import type { CheckContext } from './check.ts';

/** + − × / : units agree, one factor is known or small, a divisor is written there. */
export function checkOperationTypes(context: CheckContext): readonly Diagnostic[] {
  return context.nodes('Binary').flatMap((node) => checkOperation(node, context));
}

function checkOperation(node: Binary, context: CheckContext): readonly Diagnostic[] {
  const { scope } = context;
  const { left, operator, right } = node;
  if (operator === '/') {
    const divisor = numericLiteral(right);
    if (divisor === undefined || isZero(divisor)) {
      return [finding('division-by-value', spanOf(right), {})];
    }
  }
  const [leftType, rightType] = [scope.typeOf(left).type, scope.typeOf(right).type];
  if (binaryType(operator, leftType, rightType) === undefined) {
    return [mismatch(node, leftType, rightType, context)];
  }
  return operator === '*' ? checkFactors(node, context) : [];
}

const operations = {
  '+': { zh: '相加', en: 'added' },
  '-': { zh: '相减', en: 'subtracted' },
  '*': { zh: '相乘', en: 'multiplied' },
  '/': { zh: '相除', en: 'divided' },
} as const;

function mismatch(
  { left, operator, right }: Binary,
  leftType: LanguageType,
  rightType: LanguageType,
  { scope }: CheckContext,
): Diagnostic {
  const bare = bareNumber(left, leftType, rightType) ?? bareNumber(right, rightType, leftType);
  if (bare && operator !== '*') {
    return finding('plain-number-as-money', spanOf(bare), { text: bare.$cstNode?.text ?? '' });
  }
  const [first, second] = [typeText(leftType, scope), typeText(rightType, scope)];
  const operation = operations[operator];
  return finding('unit-mismatch', spanOf(right), {
    left: first.zh,
    leftEn: first.en,
    right: second.zh,
    rightEn: second.en,
    operation: operation.zh,
    operationEn: operation.en,
  });
}

/** A number without 元 beside an amount of money. */
function bareNumber(
  node: Expression,
  type: LanguageType,
  other: LanguageType,
): Expression | undefined {
  return type.kind === 'number' && other.kind === 'money' ? node : undefined;
}

function checkFactors(node: Binary, { scope }: CheckContext): readonly Diagnostic[] {
  const open = [node.left, node.right].every((each) => scope.typeOf(each).constness === 'open');
  return open && !isRoundedAtOnce(node) ? [finding('input-times-input', spanOf(node), {})] : [];
}

/** The product is a factor or the whole of a formula that says how it is rounded. */
function isRoundedAtOnce(node: Binary): boolean {
  let each: { readonly $type: string; readonly $container?: unknown } = node;
  while (
    each.$type === 'Binary' ||
    each.$type === 'Guarded' ||
    each.$type === 'Call' ||
    each.$type === 'Argument'
  ) {
    each = each.$container as typeof each;
  }
  return 'rounding' in each && each.rounding !== undefined ? true : each.$type === 'Share';
}
