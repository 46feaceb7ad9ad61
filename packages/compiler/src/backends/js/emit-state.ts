import type { Accumulator, Program } from '@tiaoli/ir';
import type { AccumulatorSlot } from './accumulator-slots.ts';
import { keyTextOf, slotOf } from './accumulator-slots.ts';
import type { Code } from './code.ts';
import { inKind, inScale, joinStatus } from './code.ts';
import type { Scope } from './emission.ts';
import { nameStatus, topScope } from './emission.ts';
import { emitExpr } from './emit-expr.ts';
import { emitDefinition } from './emit-reference.ts';

/** The fields of the new state. */
export function emitState({ accumulators }: Program, scope: Scope): readonly string[] {
  const top = topScope(scope, scope.record);
  const fields = new Map<string, string>();
  for (const accumulator of accumulators) {
    const slot = slotOf(accumulator, top, emitExpr);
    const { group, key, instance } = slot;
    if (slot.by !== undefined) {
      fields.set(key, keyedState(accumulator, { ...slot, by: slot.by }, top));
      continue;
    }
    const next = emitDefinition(accumulator.next, scope, emitExpr);
    const status = joinStatus(slot.status, next.status);
    if (group !== undefined) fields.set(group, written(status, instance.text, `s.${group}`));
    fields.set(key, written(status, held(next, slot), `s.${key}`));
  }
  return [...fields].map(([key, text]) => `${key}: ${text}`);
}

function held(next: Code, { form }: AccumulatorSlot): string {
  if (form.kind !== 'number' && form.kind !== 'bigint') return next.text;
  return inKind(inScale(next, form.scale), form.kind);
}

function written(status: string | undefined, text: string, before: string): string {
  return status === undefined ? text : `${status} === 0 ? ${text} : ${before}`;
}

type KeyedSlot = AccumulatorSlot & { readonly by: string };

/** The map with what the claim writes to it: under its own key, and under each other that it names. */
function keyedState(accumulator: Accumulator, slot: KeyedSlot, top: Scope): string {
  const own = emitDefinition(accumulator.next, top, emitExpr);
  const entry = (next: Code): string => `[${slot.instance.text}, ${held(next, slot)}]`;
  const before = `s.${slot.key}`;
  const after = `new Map(${before}).set(${slot.by}, ${entry(own)})`;
  const { writes = [] } = accumulator;
  const ownStatus = joinStatus(slot.status, own.status);
  if (writes.length === 0) return written(ownStatus, after, before);
  const map = `m${slot.key}`;
  const set = (status: string | undefined, key: string, next: Code): void => {
    const statement = `${map}.set(${key}, ${entry(next)});`;
    top.block.push(status === undefined ? statement : `if (${status} === 0) ${statement}`);
  };
  top.block.push(`const ${map} = new Map(${before});`);
  set(ownStatus, slot.by, own);
  for (const { keys, next: id } of writes) {
    const next = emitDefinition(id, top, emitExpr);
    const codes = keys.map((each) => nameStatus(top, emitExpr(each, top)));
    const status = joinStatus(
      next.status,
      slot.instance.status,
      ...codes.map((each) => each.status),
    );
    set(status, keyTextOf(codes, top), next);
  }
  return map;
}
