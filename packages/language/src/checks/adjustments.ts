import type { Diagnostic } from '@tiaoli/base';
import { isInForce } from '@tiaoli/base';
import type { AdjustSlot, Layer, Slot } from '../generated/ast.ts';
import { finding, related } from '../messages.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';
import { areDisjoint, examplePerson } from './condition-facts.ts';
import { versionOf } from './versions.ts';

/** Two adjustments of one target that can both apply either commute or say which comes first (先于). */
export function checkAdjustments(context: CheckContext): readonly Diagnostic[] {
  return context.nodes('Layer').flatMap((layer) => {
    const own = adjustmentsIn(layer.slots);
    const inCases = layer.slots.flatMap((slot) =>
      slot.$type === 'CaseSlot' || slot.$type === 'ExceptionSlot'
        ? [adjustmentsIn(slot.slots)]
        : [],
    );
    return [
      ...pairs(own, own),
      ...inCases.flatMap((inner) => [...pairs(inner, inner), ...pairs(own, inner)]),
    ]
      .filter(([first, second]) => conflict(first, second, layer, context.scope))
      .map(([first, second]) => conflictFinding(first, second, context.scope));
  });
}

function adjustmentsIn(slots: readonly Slot[]): readonly AdjustSlot[] {
  return slots.filter((slot) => slot.$type === 'AdjustSlot');
}

function pairs(
  left: readonly AdjustSlot[],
  right: readonly AdjustSlot[],
): readonly (readonly [AdjustSlot, AdjustSlot])[] {
  return left.flatMap((first, index) =>
    (left === right ? right.slice(index + 1) : right).map((second) => [first, second] as const),
  );
}

function conflict(
  first: AdjustSlot,
  second: AdjustSlot,
  layer: Layer,
  scope: DocumentScope,
): boolean {
  if (first.name === second.name || targetOf(first) !== targetOf(second)) return false;
  const kinds = [changeKind(first, scope), changeKind(second, scope)];
  if (!kinds.includes('add') || !kinds.includes('factor')) return false;
  return (
    !isOrdered(first, second, layer) &&
    !isOrdered(second, first, layer) &&
    overlapInTime(first, second) &&
    !areDisjoint(first.condition, second.condition, scope)
  );
}

/** 比例 and 个人比例 are one number seen from two sides. */
function targetOf({ target, cap }: AdjustSlot): string {
  if (target === 'cap') return `cap ${cap?.$refText ?? ''}`;
  return target === 'person_share' ? 'rate' : target;
}

/** 提高5% is a factor, 提高5个百分点 and 提高100元 are additions; 免 and 取消 end the matter in any order. */
function changeKind({ change }: AdjustSlot, scope: DocumentScope): 'add' | 'factor' | 'end' {
  if (change?.$type === 'Scale') return 'factor';
  if (change?.$type !== 'Shift') return 'end';
  return scope.typeOf(change.by).type.kind === 'rate' ? 'factor' : 'add';
}

function isOrdered(first: AdjustSlot, second: AdjustSlot, layer: Layer): boolean {
  const labelled = layer.slots.filter((slot) => slot.$type === 'AdjustSlot');
  const seen = new Set<string>();
  const visit = (label: string): boolean => {
    if (label === second.name) return true;
    if (seen.has(label)) return false;
    seen.add(label);
    const slots = labelled.filter(({ name }) => name === label);
    return slots.some(({ ahead }) => ahead.some(({ $refText }) => visit($refText)));
  };
  return first.ahead.some(({ $refText }) => visit($refText));
}

function overlapInTime(first: AdjustSlot, second: AdjustSlot): boolean {
  const left = versionOf(first, first.validity).validity;
  const right = versionOf(second, second.validity).validity;
  const start = Math.max(left.from ?? 0, right.from ?? 0);
  return isInForce(left, start) && isInForce(right, start);
}

function conflictFinding(first: AdjustSlot, second: AdjustSlot, scope: DocumentScope): Diagnostic {
  const person = examplePerson([first.condition, second.condition], scope);
  return finding(
    'adjustments-conflict',
    spanOf(second),
    { first: first.name, second: second.name, person },
    [related(spanOf(first), `“${first.name}”在这里`, `“${first.name}” is here`)],
  );
}
