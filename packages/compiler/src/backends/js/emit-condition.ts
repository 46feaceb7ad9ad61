import { assertNever, ZERO } from '@tiaoli/base';
import type { Compare, Intersects, Logic, Member, Not, Present } from '@tiaoli/ir';
import { exactly } from '../../passes/range.ts';
import type { Code } from './code.ts';
import { alignCodes, plainCode, withStatus } from './code.ts';
import type { EmitExpr, Scope } from './emission.ts';
import {
  constantOf,
  memberCount,
  memberIndex,
  nameCode,
  nameStatus,
  textConstant,
} from './emission.ts';

export type ConditionKind = Compare | Logic | Not | Present | Member | Intersects;

/** Truth values; `logic` is Kleene's, `present` looks at the status, the others are strict. */
export function emitCondition(expr: ConditionKind, scope: Scope, emit: EmitExpr): Code {
  switch (expr.kind) {
    case 'compare':
      return emitCompare(expr, scope, emit);
    case 'logic':
      return emitLogic(expr, scope, emit);
    case 'not': {
      const operand = emit(expr.operand, scope);
      return withStatus(truth(`!${operand.text}`), operand.status);
    }
    case 'present':
      return emitPresent(nameStatus(scope, emit(expr.operand, scope)));
    case 'member':
      return emitMember(expr, scope, emit);
    case 'intersects': {
      const set = emit(expr.operand, scope);
      const bits = setBits(expr.members, set.enumeration ?? '', scope);
      const zero = isWideSet(set.enumeration, scope) ? '0n' : '0';
      return withStatus(truth(`(${set.text} & ${bits}) !== ${zero}`), set.status);
    }
    default:
      return assertNever(expr);
  }
}

function truth(text: string): Code {
  return plainCode(`(${text})`, 'boolean');
}

/** Sets of more members than a double has bits to work on are integers of any size. */
export function isWideSet(enumeration: string | undefined, { emission }: Scope): boolean {
  return memberCount(emission, enumeration) > 30;
}

/** The members as bits: a literal. */
export function setBits(members: readonly string[], enumeration: string, scope: Scope): string {
  const bits = members.reduce(
    (all, member) => all | (1n << BigInt(memberIndex(scope.emission, enumeration, member))),
    0n,
  );
  return isWideSet(enumeration, scope) ? `${bits}n` : `${bits}`;
}

function emitCompare(expr: Compare, scope: Scope, emit: EmitExpr): Code {
  const left = emit(expr.left, scope);
  const right = emit(expr.right, scope);
  const operator = { '=': '===', '!=': '!==', '<': '<', '<=': '<=', '>': '>', '>=': '>=' }[
    expr.operator
  ];
  const [a, b] = comparable(expr, [left, right], scope);
  return withStatus(truth(`${a} ${operator} ${b}`), left.status, right.status);
}

/** Both sides in a form in which JavaScript compares them as meant. */
function comparable(
  { order, operator }: Compare,
  codes: readonly Code[],
  scope: Scope,
): readonly string[] {
  const [first] = codes;
  if (first?.kind === 'number' || first?.kind === 'bigint') {
    return alignCodes(codes, exactly(ZERO)).texts;
  }
  if (first?.kind !== 'index' || !order || operator === '=' || operator === '!=') {
    return codes.map(({ text }) => text);
  }
  const { enumeration = '' } = first;
  const ranks = (scope.emission.members.get(enumeration) ?? []).map((name) => order.indexOf(name));
  if (ranks.every((rank, index) => rank === index)) return codes.map(({ text }) => text);
  const table = constantOf(scope.emission, `[${ranks.join(', ')}]`);
  return codes.map(({ text }) => `${table}[${text}]`);
}

/** One operand that decides is enough; only if none does, what is missing prevails. */
function emitLogic({ operator, operands }: Logic, scope: Scope, emit: EmitExpr): Code {
  const codes = operands.map((operand) => nameStatus(scope, emit(operand, scope)));
  const [joint, negation] = operator === 'and' ? [' && ', '!'] : [' || ', ''];
  if (codes.every(({ status }) => status === undefined)) {
    return truth(codes.map(({ text }) => text).join(joint));
  }
  const deciding = codes.map(({ text, status }) =>
    status === undefined ? `${negation}${text}` : `(${status} === 0 && ${negation}${text})`,
  );
  const decided = nameCode(scope, truth(deciding.join(' || ')));
  const missing = codes.flatMap(({ status }) => status ?? []).join(' || ');
  const value = operator === 'and' ? truth(`!${decided.text}`) : decided;
  return nameStatus(scope, withStatus(value, `(${decided.text} ? 0 : ${missing})`));
}

function emitPresent({ status }: Code): Code {
  if (status === undefined) return plainCode('true', 'boolean');
  return withStatus(truth(`${status} === 0`), `(${status} < 0 ? ${status} : 0)`);
}

function emitMember({ operand, members }: Member, scope: Scope, emit: EmitExpr): Code {
  const code = nameCode(scope, emit(operand, scope));
  const wanted = members.map((member) =>
    code.kind === 'text'
      ? textConstant(scope.emission, member)
      : `${memberIndex(scope.emission, code.enumeration ?? '', member)}`,
  );
  const text = wanted.map((each) => `${code.text} === ${each}`).join(' || ');
  return withStatus(truth(text || 'false'), code.status);
}
