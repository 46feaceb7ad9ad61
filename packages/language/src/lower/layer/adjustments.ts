import type { DateRef, Expr, LayerSlot } from '@tiaoli/ir';
import {
  both,
  choose,
  maximum,
  minimum,
  minus,
  noMoney,
  plus,
  times,
  whole,
  yes,
} from '@tiaoli/ir';
import type { SlotOf } from './layer-source.ts';
import { slotsOf } from './layer-source.ts';
import { closedValidities, inForce } from './versions.ts';

/** An adjustment with the condition under which it changes anything: in force, and its own 当. */
export interface ActiveAdjustment {
  readonly slot: SlotOf<'adjustment'>;
  readonly when: Expr;
}

/**
 * The adjustments of a variant that change one of `targets`, in the order in which they apply: what 先于 says, else the
 * rate before the person's share of it, factors before amounts, then by label (those commute: the checks refuse a pair
 * that does not and has no 先于).
 */
export function adjustmentsOf(
  slots: readonly LayerSlot[],
  targets: readonly SlotOf<'adjustment'>['target'][],
  on: DateRef,
  without?: string,
): readonly ActiveAdjustment[] {
  const own = slotsOf(slots, 'adjustment').filter((slot) => targets.includes(slot.target));
  const labelled = Map.groupBy(own, ({ label, target, cap }) => `${label} ${target} ${cap ?? ''}`);
  const active = [...labelled.values()].flatMap((versions) => {
    const closed = closedValidities(versions.map((slot) => slot.validity));
    return versions.map((slot, index) => ({
      slot,
      when: both(inForce(closed[index] ?? slot.validity, on), slot.when ?? yes),
    }));
  });
  return inOrder(active.filter(({ slot }) => slot.label !== without));
}

function inOrder(active: readonly ActiveAdjustment[]): readonly ActiveAdjustment[] {
  const rest = [...active].sort(
    (left, right) => rank(left) - rank(right) || (left.slot.label < right.slot.label ? -1 : 1),
  );
  const ordered: ActiveAdjustment[] = [];
  while (rest.length > 0) {
    const free = rest.findIndex(({ slot }) =>
      rest.every((other) => other.slot === slot || !other.slot.before.includes(slot.label)),
    );
    ordered.push(...rest.splice(Math.max(free, 0), 1));
  }
  return ordered;
}

function rank({ slot }: ActiveAdjustment): number {
  return (slot.target === 'person-share' ? 2 : 0) + (slot.change.kind === 'times' ? 0 : 1);
}

/** `amount` after the adjustments of a deductible or of a cap; a waiver is not among them (`isWaived`). */
export function adjustAmount(amount: Expr, adjustments: readonly ActiveAdjustment[]): Expr {
  return adjustments.reduce((value, { slot, when }) => {
    if (slot.change.kind === 'waive') return value;
    const changed =
      slot.change.kind === 'times'
        ? times(value, slot.change.factor)
        : plus(value, slot.change.amount);
    return choose(when, bounded(changed, slot), value);
  }, amount);
}

/** Whether an adjustment by an amount can take some away. */
export function mayLower({ slot: { change } }: ActiveAdjustment): boolean {
  if (change.kind !== 'add') return false;
  const { amount } = change;
  return amount.kind !== 'literal' || String(amount.value).startsWith('-');
}

/** The conditions under which a deductible is waived (免) or a cap lifted (取消). */
export function waivers(adjustments: readonly ActiveAdjustment[]): readonly Expr[] {
  return adjustments.filter(({ slot }) => slot.change.kind === 'waive').map(({ when }) => when);
}

/**
 * A rate after the adjustments of it and of the person's share (`个人比例 乘 80%` takes 1 − (1 − r) × 80%), then held
 * under `1 − floor` of the person's share and between 0 and 1 (reference 3.1, steps 5 and 6).
 */
export function adjustRate(
  rate: Expr,
  adjustments: readonly ActiveAdjustment[],
  shareAtLeast: Expr | undefined,
): Expr {
  const adjusted = adjustments.reduce((value, adjustment) => {
    if (adjustment.slot.target === 'rate') return adjustAmount(value, [adjustment]);
    return minus(whole, adjustAmount(minus(whole, value), [adjustment]));
  }, rate);
  const limited = shareAtLeast ? minimum(adjusted, minus(whole, shareAtLeast)) : adjusted;
  return isStaticRate(limited) ? limited : minimum(whole, maximum(noRate, limited));
}

const noRate: Expr = { kind: 'literal', type: { kind: 'rate' }, value: '0' };

/** Rates that stand in the text or in a table are checked there; only computed ones are clamped. */
function isStaticRate(expr: Expr): boolean {
  if (expr.kind === 'dated') return expr.versions.every(({ value }) => isStaticRate(value));
  return expr.kind === 'literal' || expr.kind === 'parameter';
}

function bounded(value: Expr, slot: { readonly atLeast?: Expr; readonly atMost?: Expr }): Expr {
  const raised = slot.atLeast ? maximum(slot.atLeast, value) : value;
  return slot.atMost ? minimum(slot.atMost, raised) : raised;
}

/** `when` any of the conditions: 0, else `amount`. */
export function waivedAmount(amount: Expr, conditions: readonly Expr[]): Expr {
  return conditions.reduce((value, when) => choose(when, noMoney, value), amount);
}
