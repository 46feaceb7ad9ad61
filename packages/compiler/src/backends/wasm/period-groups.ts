import type { Accumulator } from '@tiaoli/ir';
import { startsAbsent } from '@tiaoli/ir';
import { conditionOfValue } from '../../passes/condition-of-value.ts';
import { noPeriod, storeWord, word } from './columns.ts';
import type { Emission, Instance, Scope } from './emission.ts';
import { newRegion } from './emission.ts';
import type { Node, Region, Statement } from './node.ts';
import { int, long } from './node.ts';
import { compareLong } from './operators.ts';
import { named, truth } from './value.ts';

/** Accumulators of the same period that are written on the same claims, and so are always of one period. */
export interface PeriodGroup {
  /** The period of which their values are. */
  readonly region: Region;
  /** True where that is the period of the claim; a local. */
  readonly isCurrent: Node;
  /**
   * Where each claim writes all of them: what runs first on a claim of another period. It makes their values zero, so
   * that nobody asks of what period they are.
   */
  readonly renewal?: Statement[];
}

/** The place of the value of an accumulator in its group. */
export interface GroupPlace {
  readonly group: PeriodGroup;
  readonly region: Region;
  /** Constantly true where the value is made zero before it is read. */
  readonly isCurrent: Node;
}

export function groupPlace(
  accumulator: Accumulator,
  { instance, key }: { readonly instance: Instance; readonly key: string },
  top: Scope,
): GroupPlace {
  const { emission } = top;
  const group = groupOf(accumulator, { instance, key }, top);
  const region = newRegion(emission, 8);
  // Whether there was a claim of the period is a question of its own: 不适用 before the first one.
  if (!group.renewal || startsAbsent(accumulator)) {
    return { group, region, isCurrent: group.isCurrent };
  }
  group.renewal.push(storeWord(region, 0, long(0)));
  return { group, region, isCurrent: int(1) };
}

function groupOf(
  accumulator: Accumulator,
  { instance, key }: { readonly instance: Instance; readonly key: string },
  top: Scope,
): PeriodGroup {
  const { emission } = top;
  const condition = conditionOfValue(accumulator.next, emission);
  // What is written on other claims than the rest of its period may stay behind them: it keeps a period of its own.
  const isAlone = condition === undefined || instance.status !== undefined;
  const written = isAlone ? accumulator.id : condition;
  const name = JSON.stringify([key, written]);
  const known = emission.periodGroups.get(name);
  if (known) return known;
  const region = newRegion(emission, 8);
  const isCurrent = named(top, truth(compareLong['='](word(region, 0), instance.node))).node;
  const isAlwaysWritten = condition === '' && instance.status === undefined;
  const group = {
    region,
    isCurrent,
    ...(isAlwaysWritten && { renewal: renewalIn(top, region, instance) }),
  };
  emission.periodGroups.set(name, group);
  return group;
}

/** A branch that is taken by the first claim of a period, to which the accumulators of the group add theirs. */
function renewalIn(top: Scope, region: Region, { node }: Instance): Statement[] {
  const renewal: Statement[] = [storeWord(region, 0, node)];
  top.block.push({
    kind: 'if',
    condition: compareLong['!='](word(region, 0), node),
    yes: renewal,
    no: [],
  });
  return renewal;
}

/** Makes the groups those of someone without earlier claims. */
export function clearGroups({ periodGroups }: Emission): readonly Statement[] {
  return [...periodGroups.values()].map(({ region }) => storeWord(region, 0, noPeriod));
}
