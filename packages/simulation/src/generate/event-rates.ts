import { exp } from '../random/elementary.ts';
import type { EventShape } from './assumptions.ts';
import { eventShapes, severeFrailty } from './assumptions.ts';
import { RESIDENT, SEVERE } from './block.ts';
import { targetValue } from './hard-targets.ts';
import type { Frame } from './make-frame.ts';

/** Published events per head, employees and residents, in the order of `medTypes`. */
const perHead: readonly (readonly [string, string])[] = [
  ['employee-discharges', 'resident-discharges'],
  ['employee-outpatient-visits', 'resident-outpatient-visits'],
  ['employee-chronic-visits', 'resident-chronic-visits'],
  ['employee-pharmacy', 'resident-pharmacy'],
];

/**
 * How many events of a process each person of the block is expected to have: relative rates by age, illness, class and
 * frailty, scaled so that the people of each scheme together expect exactly the published number.
 */
export function eventRates(frame: Frame, process: number): Float64Array {
  const shape = eventShapes[process];
  const targets = perHead[process];
  if (!shape || !targets) throw new Error(`no process ${process}`);
  const rates = new Float64Array(frame.count);
  const sums = [0, 0];
  const people = [0, 0];
  for (let row = 0; row < frame.count; row += 1) {
    const scheme = frame.insured[row] === RESIDENT ? 1 : 0;
    const rate = relativeRate(shape, frame, row);
    rates[row] = rate;
    sums[scheme] = (sums[scheme] ?? 0) + rate;
    people[scheme] = (people[scheme] ?? 0) + 1;
  }
  const scales = targets.map((id, scheme) => {
    const sum = sums[scheme] ?? 0;
    return sum > 0 ? (targetValue(id) * (people[scheme] ?? 0)) / sum : 0;
  });
  for (let row = 0; row < frame.count; row += 1) {
    rates[row] = (rates[row] ?? 0) * (scales[frame.insured[row] === RESIDENT ? 1 : 0] ?? 0);
  }
  return rates;
}

function relativeRate(
  { byBand, byIllness, byClass, onCount }: EventShape,
  frame: Frame,
  row: number,
): number {
  const frailty = frame.frailty[row] ?? 0;
  const isSevere = frame.disease[row] === SEVERE;
  const slope = isSevere ? onCount * severeFrailty : onCount;
  return (
    // What the severely ill need goes by their illness, not by their age.
    (isSevere ? 1 : (byBand[frame.band[row] ?? 0] ?? 0)) *
    (byIllness[frame.disease[row] ?? 0] ?? 0) *
    (byClass[frame.insured[row] ?? 0] ?? 0) *
    exp(slope * frailty - (slope * slope) / 2)
  );
}
