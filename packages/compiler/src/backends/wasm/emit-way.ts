import type { Range } from '../../passes/range.ts';
import type { Scope } from './emission.ts';
import { freshLocal, inBlock } from './emission.ts';
import type { Node, Statement } from './node.ts';
import { constantOf, int, isSameNode, local, long } from './node.ts';
import { not, select } from './operators.ts';
import type { Status, Value } from './value.ts';
import {
  isNothing,
  joinStatus,
  likeOther,
  named,
  namedNode,
  namedStatus,
  plainValue,
  truth,
  unify,
  withoutStatus,
  zeroNode,
} from './value.ts';

/** One way to go: when `guard` holds, the value of `emit`. */
export interface Way {
  readonly guard: Value;
  readonly emit: (scope: Scope) => Value;
}

/** No value of any kind. */
export function gapValue(status: Status): Value {
  return { ...plainValue(long(0), 'number'), status };
}

/** What instructions cost about as much as a branch that is guessed wrongly half of the time. */
const cheapest = 12;

/** One way or the other: both worked out where that is cheap, else branches that set one local. */
export function emitWay(
  way: Way,
  otherwise: (scope: Scope) => Value,
  range: Range,
  scope: Scope,
): Value {
  const yes = inBlock(scope, way.emit);
  const no = inBlock(scope, otherwise);
  const [value, other] = unifyWays(yes.result, no.result, range, scope);
  const { guard } = way;
  const lines = [...yes.lines, ...no.lines];
  const cost = costOf(value.node) + costOf(other.node) + costOfLines(lines);
  if (cost <= cheapest) {
    scope.block.push(...lines);
    return selectWay(guard, value, other, scope);
  }
  const target = freshLocal(scope, value.node.type);
  const statuses = [value, other, guard].map(({ status }) => status);
  const status = statuses.some((each) => each) ? freshLocal(scope, 'i32') : undefined;
  const assign = (chosen: Value): readonly Statement[] => [
    { kind: 'set', local: target, value: chosen.node },
    ...setStatus(status, chosen.status?.node),
  ];
  const branch: Statement = {
    kind: 'if',
    condition: guard.node,
    yes: [...yes.lines, ...assign(value)],
    no: [...no.lines, ...assign(other)],
  };
  scope.block.push(
    ...unlessMissing(guard.status, { target, status, zero: zeroNode(value.kind) }, branch),
  );
  const result = { ...withoutStatus(value), range, node: local(value.node.type, target) };
  if (status === undefined) return result;
  const mayMiss = statuses.some((each) => each?.mayMiss);
  return { ...result, status: { node: local('i32', status), mayMiss } };
}

export function setStatus(status: number | undefined, node: Node = int(0)): readonly Statement[] {
  return status === undefined ? [] : [{ kind: 'set', local: status, value: node }];
}

function unlessMissing(
  missing: Status | undefined,
  { target, status, zero }: { target: number; status: number | undefined; zero: Node },
  branch: Statement,
): readonly Statement[] {
  if (!missing) return [branch];
  const none: Statement = { kind: 'set', local: target, value: zero };
  const lost = [none, ...setStatus(status, missing.node)];
  return [{ kind: 'if', condition: missing.node, yes: lost, no: [branch] }];
}

function selectWay(guard: Value, value: Value, other: Value, scope: Scope): Value {
  const { node: condition } = named(scope, truth(guard.node));
  const node = select(condition, value.node, other.node);
  const result = named(scope, { ...withoutStatus(value), node });
  const zeroed = [value, other].every(isZeroed);
  const own = selectStatus(condition, value.status, other.status, { scope, zeroed });
  const status = guard.status ? joinStatus(scope, guard.status, own) : own;
  return status ? { ...result, status } : result;
}

function selectStatus(
  condition: Node,
  yes: Status | undefined,
  no: Status | undefined,
  { scope, zeroed }: { readonly scope: Scope; readonly zeroed: boolean },
): Status | undefined {
  if (!yes && !no) return undefined;
  const [a, b] = [yes?.node ?? int(0), no?.node ?? int(0)];
  const mayMiss = yes?.mayMiss === true || no?.mayMiss === true;
  if (isSameNode(a, b)) return { node: a, mayMiss };
  const status = { ...namedStatus(scope, select(condition, a, b), mayMiss), zeroed };
  const [never, always] = [constantOf(a), constantOf(b)];
  if (never === undefined || always === undefined) return status;
  if (never !== 0n && always !== 0n) return status;
  return { ...status, holds: never === 0n ? condition : namedNode(scope, not(condition)) };
}

/** Whether what has no value is held as 0. */
export function isZeroed(value: Value): boolean {
  const { status } = value;
  if (status === undefined || status.zeroed) return true;
  return isNothing(value) && constantOf(value.node) === 0n;
}

/** Beyond the cheapest where anything but a local is set. */
function costOfLines(lines: readonly Statement[]): number {
  return lines.reduce(
    (sum, line) => sum + (line.kind === 'set' ? costOf(line.value) : cheapest + 1),
    0,
  );
}

/** How many instructions; a division or a call counts as many. */
function costOf(node: Node): number {
  if (node.kind === 'call') return cheapest + 1;
  if (node.kind !== 'op') return node.kind === 'load' ? 1 + costOf(node.address) : 0;
  const isDivision = node.code.length === 1 && (node.code[0] === 0x7f || node.code[0] === 0x80);
  return node.args.reduce((sum, each) => sum + costOf(each), isDivision ? 6 : 1);
}

/** Both in one form; a way that gives no value takes the form of the other. */
export function unifyWays(
  left: Value,
  right: Value,
  range: Range,
  { emission }: Scope,
): readonly [Value, Value] {
  if (isNothing(left)) return [likeOther(left, right), right];
  if (isNothing(right)) return [left, likeOther(right, left)];
  const [a = left, b = right] = unify([left, right], range, emission);
  return [a, b];
}

/** All in one form; those that give no value take the form of the others. */
export function unifyAll(values: readonly Value[], range: Range, scope: Scope): readonly Value[] {
  const valued = values.filter((value) => !isNothing(value));
  const unified = unify(valued, range, scope.emission);
  const [form] = unified;
  if (!form) return values;
  return values.map((value) => {
    const at = valued.indexOf(value);
    return at < 0 ? likeOther(value, form) : (unified[at] ?? value);
  });
}
