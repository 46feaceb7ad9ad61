import { assertNever } from '@tiaoli/base';
import type { CaseBranch, Cases, Combine, OrElse } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import { fitsDouble } from '../../passes/range.ts';
import type { Code } from './code.ts';
import { inKind, joinStatus, plainCode, unifyCodes, withStatus, zeroOf } from './code.ts';
import type { EmitExpr, Scope } from './emission.ts';
import {
  freshName,
  inBlock,
  isNeverMissing,
  nameCode,
  nameStatus,
  noteStatus,
  statusOfCause,
  statusOfNotApplicable,
} from './emission.ts';

/** Kinds that choose among operands and pass on the 不适用 of what they choose. */
export function emitChoice(
  expr: Cases | Combine | OrElse,
  range: Range,
  scope: Scope,
  emit: EmitExpr,
): Code {
  switch (expr.kind) {
    case 'cases':
      return expr.overlap === 'checked'
        ? emitChecked(expr, range, scope, emit)
        : emitFirst(expr, range, scope, emit);
    case 'combine': {
      const codes = expr.operands.map((operand) => emit(operand, scope));
      return combineCodes(expr.operator, codes, range, scope);
    }
    case 'or-else':
      return emitOrElse(expr, range, scope, emit);
    default:
      return assertNever(expr);
  }
}

/** One way to go: when `guard` holds, the value of `emit`. */
export interface Way {
  readonly guard: Code;
  readonly emit: (scope: Scope) => Code;
}

function emitFirst(expr: Cases, range: Range, scope: Scope, emit: EmitExpr): Code {
  const [branch, ...rest] = expr.branches;
  if (!branch) return emitOtherwise(expr, scope, emit);
  const others: Cases = { ...expr, branches: rest };
  return emitWay(
    {
      guard: nameStatus(scope, emit(branch.when, scope)),
      emit: (inner) => emit(branch.value, inner),
    },
    (inner) =>
      rest.length === 0 ? emitOtherwise(expr, inner, emit) : emitFirst(others, range, inner, emit),
    range,
    scope,
  );
}

function emitOtherwise({ otherwise, branches }: Cases, scope: Scope, emit: EmitExpr): Code {
  if (otherwise) return emit(otherwise, scope);
  const reason = `没有一种情形适用：${labelsOf(branches).join('、')}`;
  return gapCode(statusOfCause(scope.emission, 'gap', reason));
}

/** Cases without a label are known by their number, from 1. */
function labelsOf(branches: readonly CaseBranch[]): readonly string[] {
  return branches.map(({ label }, at) => label ?? String(at + 1));
}

/** No value of any kind. */
export function gapCode(status: string): Code {
  return { ...plainCode('0', 'number'), status };
}

/** One way or the other: an expression where both are plain, else branches that assign one variable. */
export function emitWay(
  way: Way,
  otherwise: (scope: Scope) => Code,
  range: Range,
  scope: Scope,
): Code {
  const yes = inBlock(scope, way.emit);
  const no = inBlock(scope, otherwise);
  const [value, other] = unifyWays(yes.result, no.result, range);
  const { guard } = way;
  const isPlain =
    yes.lines.length + no.lines.length === 0 &&
    value.status === other.status &&
    guard.status === undefined;
  if (isPlain) return { ...value, text: `(${guard.text} ? ${value.text} : ${other.text})` };
  const target = freshName(scope.emission, 't');
  const hasStatus = [value, other, guard].some(({ status }) => status !== undefined);
  const status = hasStatus ? freshName(scope.emission, 's') : undefined;
  const assign = (code: Code): readonly string[] => [
    `${target} = ${code.text};`,
    ...(status && code.status !== undefined ? [`${status} = ${code.status};`] : []),
  ];
  scope.block.push(`let ${target} = ${zeroOf(value.kind)};`);
  if (status) {
    scope.block.push(`let ${status} = 0;`);
    noteStatus(scope.emission, status, [value.status, other.status, guard.status]);
  }
  const unknown =
    guard.status === undefined
      ? []
      : [`if (${guard.status} !== 0) {`, `${status} = ${guard.status};`, '} else'];
  scope.block.push(
    ...unknown,
    `if (${guard.text}) {`,
    ...yes.lines,
    ...assign(value),
    '} else {',
    ...no.lines,
    ...assign(other),
    '}',
  );
  const { status: _, ...plain } = value;
  return withStatus({ ...plain, text: target }, status);
}

/** Both in one form; a way that gives no value takes the form of the other. */
export function unifyWays(left: Code, right: Code, range: Range): readonly [Code, Code] {
  if (isNothing(left)) return [likeOther(left, right), right];
  if (isNothing(right)) return [left, likeOther(right, left)];
  const [a = left, b = right] = unifyCodes([left, right], range);
  return [a, b];
}

/** A constant status means that there is never a value. */
function isNothing({ status }: Code): boolean {
  return status !== undefined && /^-?[1-9]\d*$/.test(status);
}

function likeOther({ status }: Code, other: Code): Code {
  const { status: _, ...form } = other;
  return withStatus({ ...form, text: zeroOf(other.kind) }, status);
}

/** Every guard is looked at; branches that hold must agree. */
function emitChecked(expr: Cases, range: Range, scope: Scope, emit: EmitExpr): Code {
  const guards = expr.branches.map(({ when }) =>
    nameCode(scope, nameStatus(scope, emit(when, scope))),
  );
  const ways = expr.branches.map(({ value }) => inBlock(scope, (inner) => emit(value, inner)));
  const rest = inBlock(scope, (inner) => emitOtherwise(expr, inner, emit));
  const codes = unifyAll([...ways.map(({ result }) => result), rest.result], range);
  const form = codes[0] ?? rest.result;
  const target = freshName(scope.emission, 't');
  const status = freshName(scope.emission, 's');
  const count = freshName(scope.emission, 'n');
  const conflict = statusOfCause(
    scope.emission,
    'conflict',
    `${labelsOf(expr.branches)
      .map((label) => `「${label}」`)
      .join('、')}中有同时适用而结果不同的`,
  );
  const missing = joinStatus(...guards.map((guard) => guard.status)) ?? '0';
  scope.block.push(`let ${target} = ${zeroOf(form.kind)}, ${status} = ${missing}, ${count} = 0;`);
  scope.block.push(`if (${status} === 0) {`);
  ways.forEach(({ lines }, index) => {
    const code = codes[index] ?? form;
    const own = code.status ?? '0';
    const differs = `${status} !== ${own} || (${own} === 0 && ${target} !== ${code.text})`;
    scope.block.push(
      `if (${guards[index]?.text}) {`,
      ...lines,
      `if (${count} === 0) { ${target} = ${code.text}; ${status} = ${own}; ${count} = 1; }`,
      `else if (${status} >= 0 && (${differs}) && !(${status} > 0 && ${own} > 0)) ${status} = ${own} < 0 ? ${own} : ${conflict};`,
      '}',
    );
  });
  const last = codes.at(-1) ?? form;
  scope.block.push(
    `if (${count} === 0) {`,
    ...rest.lines,
    `${target} = ${last.text}; ${status} = ${last.status ?? '0'};`,
    '}',
    '}',
  );
  const { status: _, ...plain } = form;
  return { ...plain, range, text: target, status };
}

/** All in one form; those that give no value take the form of the others. */
export function unifyAll(codes: readonly Code[], range: Range): readonly Code[] {
  const valued = codes.filter((code) => !isNothing(code));
  const unified = unifyCodes(valued, range);
  const [form] = unified;
  if (!form) return codes;
  return codes.map((code) => {
    const at = valued.indexOf(code);
    return at < 0 ? likeOther(code, form) : (unified[at] ?? code);
  });
}

function emitOrElse(expr: OrElse, range: Range, scope: Scope, emit: EmitExpr): Code {
  const operand = nameStatus(scope, nameCode(scope, emit(expr.operand, scope)));
  const { status, ...plain } = operand;
  if (status === undefined) return operand;
  const absent = plainCode(`(${status} > 0)`, 'boolean');
  const isValue = isNeverMissing(scope.emission, status);
  return emitWay(
    { guard: absent, emit: (inner) => emit(expr.fallback, inner) },
    () => (isValue ? plain : withStatus(plain, `(${status} > 0 ? 0 : ${status})`)),
    range,
    scope,
  );
}

/** 就高, 就低, 累加: skips 不适用; 不适用 when all are, with the reason of the first. */
export function combineCodes(
  operator: Combine['operator'],
  given: readonly Code[],
  range: Range,
  scope: Scope,
): Code {
  const codes = wideEnough(unifyAll(given, range), operator, range).map((code) =>
    nameStatus(scope, nameCode(scope, code)),
  );
  const [first] = codes;
  const form = codes.find((code) => !isNothing(code)) ?? first;
  if (!first || !form) throw new Error('a combination has an operand');
  const target = freshName(scope.emission, 't');
  const status = freshName(scope.emission, 's');
  const none = statusOfNotApplicable(scope.emission, '');
  scope.block.push(
    `let ${target} = ${zeroOf(form.kind)}, ${status} = ${first.status ?? none};`,
    `if (${status} === 0) ${status} = ${none};`,
    ...codes.flatMap((code) => takeLine(operator, code, { target, status })),
  );
  const { status: _, ...plain } = form;
  const missing = joinStatus(...codes.map((code) => code.status && `Math.min(${code.status}, 0)`));
  const always = codes.some((code) => code.status === undefined);
  const known = always ? missing : joinStatus(missing, status);
  return withStatus({ ...plain, range, text: target }, known);
}

/** A choice makes no number larger, a sum may. */
function wideEnough(
  codes: readonly Code[],
  operator: Combine['operator'],
  range: Range,
): readonly Code[] {
  if (operator !== 'sum' || codes.every(({ scale }) => fitsDouble(range, scale))) return codes;
  return codes.map((code) => ({ ...code, text: inKind(code, 'bigint'), kind: 'bigint' }));
}

function takeLine(
  operator: Combine['operator'],
  code: Code,
  { target, status }: { readonly target: string; readonly status: string },
): readonly string[] {
  if (isNothing(code)) return [];
  const better = { highest: '>', lowest: '<' } as const;
  const take =
    operator === 'sum'
      ? `${target} = ${target} + ${code.text}; ${status} = 0;`
      : `if (${status} !== 0 || ${code.text} ${better[operator]} ${target}) { ${target} = ${code.text}; ${status} = 0; }`;
  return [code.status === undefined ? `{ ${take} }` : `if (${code.status} === 0) { ${take} }`];
}
