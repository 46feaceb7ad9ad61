import type { SharedBranch } from '../../passes/shared-branches.ts';
import type { Scope } from './emission.ts';
import { freshLocal, rangeIn } from './emission.ts';
import { emitExpr } from './emit-expr.ts';
import { emitDefinition } from './emit-reference.ts';
import { isZeroed, unifyWays } from './emit-way.ts';
import type { Node, Statement } from './node.ts';
import { int, isAtom, isSameNode, local } from './node.ts';
import { not, select } from './operators.ts';
import type { Status, Value } from './value.ts';
import { named, namedNode, namedStatus, withoutStatus } from './value.ts';

/** Definitions under one guard share one branch, where the guard itself has a value always. */
export function emitRun({ definitions: run, inner }: SharedBranch, scope: Scope): void {
  const [first, second] = run;
  const branch = first?.body.kind === 'cases' ? first.body.branches[0] : undefined;
  const isShared = second !== undefined || inner.size > 0;
  const guard = isShared && branch && named(scope, emitExpr(branch.when, scope));
  if (!guard || guard.status) {
    for (const { id } of run) emitDefinition(id, scope, emitExpr);
    return;
  }
  const [yes, no]: [Statement[], Statement[]] = [[], []];
  scope.record.branch = { block: yes, inner };
  for (const { id, body } of run) {
    if (body.kind !== 'cases' || scope.record.known.has(id)) continue;
    const [{ value } = {}] = body.branches;
    if (!value || !body.otherwise) continue;
    const ways = unifyWays(
      emitExpr(value, { ...scope, block: yes }),
      emitExpr(body.otherwise, { ...scope, block: no }),
      rangeIn(scope, body),
      scope,
    );
    scope.record.known.set(id, setBoth(ways, { scope, yes, no, guard: guard.node }));
  }
  delete scope.record.branch;
  scope.block.push({ kind: 'if', condition: guard.node, yes, no });
}

interface Branches {
  readonly scope: Scope;
  readonly yes: Statement[];
  readonly no: Statement[];
  readonly guard: Node;
}

/** One local that either branch sets. */
function setBoth([value, other]: readonly [Value, Value], branches: Branches): Value {
  const { scope, yes, no } = branches;
  const result = withoutStatus(value);
  const isSame = isAtom(value.node) && isSameNode(value.node, other.node);
  const target = isSame ? undefined : freshLocal(scope, value.node.type);
  if (target !== undefined) {
    yes.push({ kind: 'set', local: target, value: value.node });
    no.push({ kind: 'set', local: target, value: other.node });
  }
  const node = target === undefined ? value.node : local(value.node.type, target);
  if (!value.status && !other.status) return { ...result, node };
  const zeroed = [value, other].every(isZeroed);
  const status = setStatuses(value.status, other.status, branches);
  return { ...result, node, status: { ...status, zeroed } };
}

/** A status that the guard alone decides is no local: it is chosen where it is asked for. */
function setStatuses(
  value: Status | undefined,
  other: Status | undefined,
  { scope, yes, no, guard }: Branches,
): Status {
  const mayMiss = value?.mayMiss === true || other?.mayMiss === true;
  const [a, b] = [value?.node ?? int(0), other?.node ?? int(0)];
  if (a.kind === 'const' && b.kind === 'const' && (a.value === 0n) !== (b.value === 0n)) {
    const holds = a.value === 0n ? guard : namedNode(scope, not(guard));
    return { ...namedStatus(scope, select(guard, a, b), mayMiss), holds };
  }
  const status = freshLocal(scope, 'i32');
  yes.push({ kind: 'set', local: status, value: a });
  no.push({ kind: 'set', local: status, value: b });
  return { node: local('i32', status), mayMiss };
}
