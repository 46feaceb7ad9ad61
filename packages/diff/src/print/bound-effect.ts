import { compare, parseRational } from '@tiaoli/base';
import type { Change, FactValue } from '../structure/structure.ts';

type Changed = Extract<Change, { kind: 'changed' }>;
export type BoundEffect = 'narrowed' | 'widened';

/** Fields of a delegation, and which way of their value leaves lower levels less room. */
const narrower: Readonly<Record<string, 'higher' | 'lower' | 'set' | 'unset'>> = {
  'at-least': 'higher',
  'between-low': 'higher',
  'at-most': 'lower',
  'between-high': 'lower',
  step: 'set',
  'no-worse': 'set',
  monotone: 'set',
  until: 'lower',
  splits: 'unset',
};

/** Whether a change of a delegation leaves lower levels less room or more; undefined where it cannot be told, or is none. */
export function boundEffect({ subject, part, before, after }: Changed): BoundEffect | undefined {
  if (subject.kind !== 'delegation') return undefined;
  if (part.field === 'levels') return levelsEffect(before?.value, after?.value);
  const direction = narrower[part.field];
  if (direction === undefined) return undefined;
  if (!before || !after) {
    const isSet = after !== undefined;
    return isSet === (direction !== 'unset') ? 'narrowed' : 'widened';
  }
  if (direction !== 'higher' && direction !== 'lower') return undefined;
  const order = orderOf(before.value, after.value);
  if (order === undefined || order === 0) return undefined;
  return order > 0 === (direction === 'higher') ? 'narrowed' : 'widened';
}

function orderOf(before: FactValue, after: FactValue): number | undefined {
  if (before.kind === 'date' && after.kind === 'date') {
    return before.value < after.value ? 1 : -1;
  }
  if (before.kind !== 'number' || after.kind !== 'number') return undefined;
  const [old, now] = [parseRational(before.value), parseRational(after.value)];
  return old && now && compare(now, old);
}

function levelsEffect(
  before: FactValue | undefined,
  after: FactValue | undefined,
): BoundEffect | undefined {
  if (before?.kind !== 'names' || after?.kind !== 'names') return undefined;
  const came = after.values.some((level) => !before.values.includes(level));
  const went = before.values.some((level) => !after.values.includes(level));
  if (came === went) return undefined;
  return came ? 'widened' : 'narrowed';
}
