import { ONE, parseRational, ZERO } from '@tiaoli/base';
import type { Arithmetic, Expr, Extremum, FloorDivide, Quotient } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import {
  addRanges,
  exactly,
  extremumOfRanges,
  fitsDouble,
  multiplyRanges,
  negateRange,
} from '../../passes/range.ts';
import type { Code } from './code.ts';
import { alignCodes, inKind, joinStatus, literalCode, numberCode, withStatus } from './code.ts';
import type { EmitExpr, Scope } from './emission.ts';
import { nameCode, nameStatus, statusOfCause } from './emission.ts';
import { keepRemainder } from './emit-rounding.ts';

export const noAmount: Code = literalCode(ZERO);

export function emitArithmetic(expr: Arithmetic, range: Range, scope: Scope, emit: EmitExpr): Code {
  const left = emit(expr.left, scope);
  const right = emit(expr.right, scope);
  return expr.operator === '*'
    ? multiplyCodes(left, right, range)
    : addCodes(left, right, expr.operator, range);
}

export function addCodes(
  left: Code,
  right: Code,
  operator: '+' | '-',
  range: Range = addRanges(left.range, operator === '+' ? right.range : negateRange(right.range)),
): Code {
  const { texts, kind, scale } = alignCodes([left, right], range);
  const code = numberCode(`(${texts.join(` ${operator} `)})`, kind, scale, range);
  return withStatus(code, left.status, right.status);
}

export function multiplyCodes(
  left: Code,
  right: Code,
  range: Range = multiplyRanges(left.range, right.range),
): Code {
  if (left.text === '1' && left.scale === 1n) return withStatus(right, left.status);
  const scale = left.scale * right.scale;
  const isNarrow = left.kind === 'number' && right.kind === 'number' && fitsDouble(range, scale);
  const kind = isNarrow ? 'number' : 'bigint';
  const text = `(${inKind(left, kind)} * ${inKind(right, kind)})`;
  return withStatus(numberCode(text, kind, scale, range), left.status, right.status);
}

export function emitExtremum(expr: Extremum, range: Range, scope: Scope, emit: EmitExpr): Code {
  const codes = expr.operands.map((operand) => nameCode(scope, emit(operand, scope)));
  return extremumCode(expr.operator, codes, range, scope);
}

/** The least or greatest of codes that are in variables. */
export function extremumCode(
  operator: 'min' | 'max',
  codes: readonly Code[],
  range: Range | undefined,
  scope: Scope,
): Code {
  const [first, ...rest] = codes;
  if (!first) throw new Error('an extremum has an operand');
  let best = first;
  rest.forEach((code, index) => {
    const isLast = index === rest.length - 1;
    best = betterOf(operator, [best, code], isLast ? range : undefined, scope);
  });
  return best;
}

function betterOf(
  operator: 'min' | 'max',
  [left, right]: readonly [Code, Code],
  range: Range | undefined,
  scope: Scope,
): Code {
  const own = range ?? extremumOfRanges(operator, left.range, right.range);
  const { texts, kind, scale } = alignCodes([left, right], exactly(ZERO));
  const [a, b] = texts.map((text) => nameCode(scope, { ...left, text }).text);
  const sign = operator === 'min' ? '<' : '>';
  const code = numberCode(`(${a} ${sign} ${b} ? ${a} : ${b})`, kind, scale, own);
  return withStatus(code, left.status, right.status);
}

/** ⌊left ÷ right⌋; undetermined where the divisor is not above zero. */
export function emitFloorDivide(
  expr: FloorDivide,
  range: Range,
  scope: Scope,
  emit: EmitExpr,
): Code {
  const left = emit(expr.left, scope);
  const right = emit(expr.right, scope);
  const { texts, kind } = alignCodes([left, right], exactly(ZERO));
  const [a, b] = texts.map((text) => nameCode(scope, { ...left, text }).text);
  if (kind === 'number') {
    const divided = `Math.floor(${a} / ${b})`;
    return guardDivisor(
      expr,
      [left, right],
      numberCode(`(${b} > 0 ? ${divided} : 0)`, kind, 1n, range),
      { scope, condition: `${b} > 0`, reason: '除数不大于零' },
    );
  }
  const floored = `(${a} < 0n ? (${a} - ${b} + 1n) / ${b} : ${a} / ${b})`;
  return guardDivisor(
    expr,
    [left, right],
    numberCode(`(${b} > 0n ? ${floored} : 0n)`, kind, 1n, range),
    { scope, condition: `${b} > 0n`, reason: '除数不大于零' },
  );
}

/** 商: rounded at once, in integers of any size, for its scale depends on the divisor. */
export function emitQuotient(expr: Quotient, range: Range, scope: Scope, emit: EmitExpr): Code {
  const left = emit(expr.left, scope);
  const right = emit(expr.right, scope);
  const { texts } = alignCodes([left, right], {});
  const [a, b] = texts.map((text) => nameCode(scope, { ...left, text }).text);
  const unit = parseRational(expr.unit) ?? ONE;
  // |a| / |b| in units, twice the numerator for the half.
  const size = `(${a} < 0n !== ${b} < 0n ? -1n : 1n)`;
  const dividend = `((${a} < 0n ? -${a} : ${a}) * ${unit.denominator}n)`;
  const divisor = `((${b} < 0n ? -${b} : ${b}) * ${unit.numerator}n)`;
  const added = {
    'half-away-from-zero': `(${dividend} * 2n + ${divisor}) / (${divisor} * 2n)`,
    'toward-zero': `${dividend} / ${divisor}`,
    'away-from-zero': `(${dividend} + ${divisor} - 1n) / ${divisor}`,
  }[expr.mode];
  const text = `(${b} === 0n ? 0n : ${size} * (${added}) * ${unit.numerator}n)`;
  const rounded = nameCode(scope, { ...left, text }).text;
  keepRemainder(scope, `${a} * ${unit.denominator}n - ${rounded} * ${b}`, {
    scale: `String(${b} * ${unit.denominator}n)`,
    condition: `${b} !== 0n && ${joinStatus(left.status, right.status) ?? '0'} === 0`,
  });
  return guardDivisor(expr, [left, right], numberCode(rounded, 'bigint', unit.denominator, range), {
    scope,
    condition: `${b} !== 0n`,
    reason: '除数为零',
  });
}

interface DivisorGuard {
  readonly scope: Scope;
  readonly condition: string;
  readonly reason: string;
}

function guardDivisor(
  expr: FloorDivide | Quotient,
  operands: readonly Code[],
  code: Code,
  { scope, condition, reason }: DivisorGuard,
): Code {
  const known = withStatus(code, ...operands.map(({ status }) => status));
  if (isPositiveLiteral(expr.right)) return known;
  const gap = statusOfCause(scope.emission, 'gap', reason);
  return nameStatus(scope, withStatus(known, `(${condition} ? 0 : ${gap})`));
}

function isPositiveLiteral(expr: Expr): boolean {
  return expr.kind === 'literal' && typeof expr.value === 'string' && /^[1-9]/.test(expr.value);
}
