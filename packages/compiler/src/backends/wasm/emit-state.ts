import type { Accumulator, Program } from '@tiaoli/ir';
import type { AccumulatorSlot } from './accumulator-slots.ts';
import { keyOf, putEntry, slotOf } from './accumulator-slots.ts';
import { storeWord } from './columns.ts';
import type { Scope } from './emission.ts';
import { topScope } from './emission.ts';
import { onlyIf } from './emit-aggregate.ts';
import { emitExpr } from './emit-expr.ts';
import { emitDefinition } from './emit-reference.ts';
import type { Node, Statement } from './node.ts';
import { isSameNode } from './node.ts';
import { extendUnsigned } from './operators.ts';
import { raiseFlag } from './overflow.ts';
import type { PeriodGroup } from './period-groups.ts';
import type { Status, Value } from './value.ts';
import { inScale, isThere, joinStatus, named } from './value.ts';
import type { Watch } from './watch-state.ts';
import { isBeyond, newWatch, watchOver } from './watch-state.ts';

/** What the claim writes to the state; everything that it reads is in locals by then. */
export function emitState({ accumulators }: Program, scope: Scope): readonly Statement[] {
  const top = topScope(scope, scope.record);
  const writes = accumulators.map((accumulator) => ({
    accumulator,
    slot: slotOf(accumulator, top, emitExpr),
  }));
  const watch = newWatch(
    writes.map(({ slot }) => slot),
    top,
  );
  const writing: Writing = { top, watch, dated: new Set() };
  const stores = writes.flatMap(({ accumulator, slot }) =>
    slot.keys
      ? keyedState(accumulator, { ...slot, keys: slot.keys }, writing)
      : plainState(accumulator, slot, writing),
  );
  return [...joinBranches(stores), ...onlyIf(isBeyond(watch), [raiseFlag])];
}

/** Branches behind each other on one condition become one. */
function joinBranches(statements: readonly Statement[]): readonly Statement[] {
  const joined: Statement[] = [];
  for (const statement of statements) {
    const last = joined.at(-1);
    const isSame =
      statement.kind === 'if' &&
      last?.kind === 'if' &&
      isSameNode(statement.condition, last.condition);
    if (!isSame) joined.push(statement);
    else joined.splice(-1, 1, { ...last, yes: [...last.yes, ...statement.yes] });
  }
  return joined;
}

/** Where the writes stand, and what watches over their ranges. */
interface Writing {
  readonly top: Scope;
  readonly watch: Watch;
  /** Groups of which the period is written already. */
  readonly dated: Set<PeriodGroup>;
}

function plainState(
  accumulator: Accumulator,
  slot: AccumulatorSlot,
  writing: Writing,
): readonly Statement[] {
  const { top, watch } = writing;
  const next = emitDefinition(accumulator.next, top, emitExpr);
  const held = heldNode(next, slot, top);
  const stores = [
    ...periodStore(slot, writing),
    storeWord(slot.region, 0, held),
    ...watchOver(watch, next, held, slot),
  ];
  return written(joinStatus(top, slot.status, next.status), stores);
}

/** Once for a group, by the first of its accumulators: the others are written on the same claims. */
function periodStore(
  { group, instance }: AccumulatorSlot,
  { dated }: Writing,
): readonly Statement[] {
  if (!group || group.renewal || dated.has(group)) return [];
  dated.add(group);
  return [storeWord(group.region, 0, instance.node)];
}

function written(status: Status | undefined, stores: readonly Statement[]): readonly Statement[] {
  return status === undefined ? stores : onlyIf(isThere(status), stores);
}

function heldNode(next: Value, { form }: AccumulatorSlot, top: Scope): Node {
  if (form.kind === 'boolean') return extendUnsigned(next.node);
  if (form.kind !== 'number') return next.node;
  return named(top, inScale(next, form.scale, top.emission)).node;
}

type KeyedSlot = AccumulatorSlot & { readonly keys: readonly Value[] };

/** What the claim writes under its own key, and under each other that it names. */
function keyedState(
  accumulator: Accumulator,
  slot: KeyedSlot,
  writing: Writing,
): readonly Statement[] {
  const { top, watch } = writing;
  const own = emitDefinition(accumulator.next, top, emitExpr);
  const others = (accumulator.writes ?? []).map(({ keys, next: id }) => {
    const next = emitDefinition(id, top, emitExpr);
    const values = keys.map((each) => keyOf(emitExpr(each, top), top));
    const statuses = values.map((each) => each.status);
    return { next, keys: values, status: joinStatus(top, slot.instance.status, ...statuses) };
  });
  const writes = [{ next: own, keys: slot.keys, status: slot.status }, ...others];
  return writes.flatMap(({ next, keys, status }) => {
    const held = heldNode(next, slot, top);
    const nodes = keys.map(({ node }) => node);
    const put = putEntry(slot.region, nodes, [slot.instance.node, held], top.emission);
    const stores = [put, ...watchOver(watch, next, held, slot)];
    return written(joinStatus(top, status, next.status), stores);
  });
}
