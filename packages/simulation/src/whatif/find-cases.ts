import type { Facts } from '@tiaoli/interpreter';
import type { ClaimSource } from '../run/claim-source.ts';
import { columnOf } from '../run/claim-source.ts';
import type { PlannedScenario } from '../run/run-plan.ts';
import { factsOf } from '../run/settle-exactly.ts';
import type { PersonAmounts, TalliedBucket } from '../run/tally-bucket.ts';
import { categories, employments, schemes } from '../table/columns.ts';

/** Somebody of a bucket, to be opened claim by claim. */
export interface FoundCase {
  readonly kind: 'typical' | 'gain' | 'loss';
  /** Of what somebody is typical: `居民·低保对象`. */
  readonly group: string;
  readonly age: number;
  /** Row of the persons. */
  readonly row: number;
  /** Fen that the person bears in the year. */
  readonly baseline: number;
  readonly reform: number;
  /** Fen that each layer pays in the year, of those that pay something. */
  readonly layers: readonly PaidLayer[];
  /** Of each claim, in order. */
  readonly claims: readonly Facts[];
}

export interface PaidLayer {
  readonly layer: string;
  readonly baseline: number;
  readonly reform: number;
}

/** Gains and losses that are shown. */
export const MOST_CASES = 20;

/**
 * People of a bucket worth a look under the `r`-th reform: of each scheme and category the one whose costs are the median
 * of all who have claims, and those who gain and lose most, in a fixed order.
 */
export function findCases(
  bucket: TalliedBucket,
  scenarios: readonly PlannedScenario[],
  r: number,
): readonly FoundCase[] {
  const [before, planned] = [scenarios[0], scenarios[r]];
  if (!before || !planned) throw new Error(`no reform ${r}`);
  const people = peopleOf(bucket, r);
  const gains = people.filter(({ gain }) => gain > 0).toSorted((a, b) => b.gain - a.gain);
  const losses = people.filter(({ gain }) => gain < 0).toSorted((a, b) => a.gain - b.gain);
  const told = (kind: FoundCase['kind']) => (one: OnePerson) =>
    foundCase(kind, one, bucket.claims, {
      planned,
      layers: layersOf(
        paidIn(before, bucket.amounts[0], one.row),
        paidIn(planned, bucket.amounts[r], one.row),
      ),
    });
  return [
    ...typicalOf(people).map(told('typical')),
    ...gains.slice(0, MOST_CASES).map(told('gain')),
    ...losses.slice(0, MOST_CASES).map(told('loss')),
  ];
}

/** Fen by name of the layer; layers of one name are one. */
function paidIn(
  { layers }: PlannedScenario,
  amounts: PersonAmounts | undefined,
  row: number,
): ReadonlyMap<string, number> {
  const paid = new Map<string, number>();
  for (const [at, { layer }] of layers.entries()) {
    paid.set(layer, (paid.get(layer) ?? 0) + (amounts?.layers[at]?.[row] ?? 0));
  }
  return paid;
}

/** In the order of the reform, then what the baseline alone has. */
function layersOf(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): readonly PaidLayer[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((layer) => {
    const [baseline, reform] = [before.get(layer) ?? 0, after.get(layer) ?? 0];
    return baseline === 0 && reform === 0 ? [] : [{ layer, baseline, reform }];
  });
}

interface OnePerson {
  /** Place in `ClaimSource.people`. */
  readonly place: number;
  readonly row: number;
  readonly group: string;
  readonly age: number;
  readonly costs: number;
  readonly baseline: number;
  readonly reform: number;
  readonly gain: number;
}

/** By row: sorting keeps that order among equals. */
function peopleOf({ claims, costs, amounts, counted }: TalliedBucket, r: number) {
  const { persons, people } = claims;
  const [scheme, category, age] = ['scheme', 'category', 'age'].map((name) =>
    columnOf(persons, name),
  );
  // Read only where some rules ask for it.
  const employment = persons.columns.emp_status;
  return [...people].flatMap((row, place): readonly OnePerson[] => {
    if (counted[row] === 0) return [];
    const [baseline, reform] = [amounts[0], amounts[r]].map((each) => each?.burden[row] ?? 0);
    if (baseline === undefined || reform === undefined) return [];
    const group = [
      schemeWords[schemes[scheme?.[row] ?? 0] ?? 'resident'],
      ...(employment ? employmentWords[employments[employment[row] ?? 0] ?? 'none'] : []),
      categoryWords[categories[category?.[row] ?? 0] ?? 'ordinary'],
    ].join('·');
    const gain = baseline - reform;
    const spent = costs.costs[row] ?? 0;
    return [{ place, row, group, age: age?.[row] ?? 0, costs: spent, baseline, reform, gain }];
  });
}

const employmentWords = { active: ['在职'], retired: ['退休'], none: [] } as const;

const schemeWords = { employee: '职工', resident: '居民' } as const;

const categoryWords = {
  ordinary: '普通',
  destitute: '特困人员',
  subsistence: '低保对象',
  returned_to_poverty: '返贫致贫人口',
  low_income_edge: '低保边缘家庭成员',
  monitored: '监测对象',
  poor_by_illness: '因病致贫重病患者',
} as const;

/** One of each group: the lower median of what their claims cost. */
function typicalOf(people: readonly OnePerson[]): readonly OnePerson[] {
  const groups = [...Map.groupBy(people, ({ group }) => group)].toSorted(([left], [right]) =>
    left < right ? -1 : 1,
  );
  return groups.flatMap(([, own]) => {
    const byCosts = own.toSorted((a, b) => a.costs - b.costs);
    const median = byCosts[Math.floor((byCosts.length - 1) / 2)];
    return median ? [median] : [];
  });
}

function foundCase(
  kind: FoundCase['kind'],
  { place, row, group, age, baseline, reform }: OnePerson,
  source: ClaimSource,
  { planned, layers }: { readonly planned: PlannedScenario; readonly layers: readonly PaidLayer[] },
): FoundCase {
  const first = source.firsts[place] ?? 0;
  const last = source.firsts[place + 1] ?? first;
  const claims = Array.from({ length: last - first }, (_, at) =>
    factsOf(planned, source, first + at),
  );
  return { kind, group, age, row, baseline, reform, layers, claims };
}

export type ChosenCase = FoundCase & { readonly bucket: number };

/**
 * Of several buckets: who is typical from the first bucket that has such people, each bucket being a sample of the whole;
 * those who gain and lose most, of equal ones the first. What was chosen of some buckets may stand for them among others,
 * so that no more is kept than is shown.
 */
export function chooseCases(found: readonly ChosenCase[]): readonly ChosenCase[] {
  const all = found.toSorted((left, right) => left.bucket - right.bucket);
  const of = (kind: FoundCase['kind']): readonly ChosenCase[] =>
    all.filter((each) => each.kind === kind);
  const typical = new Map(
    of('typical')
      .toReversed()
      .map((each) => [each.group, each]),
  );
  const gainOf = ({ baseline, reform }: ChosenCase): number => baseline - reform;
  return [
    ...[...typical.values()].toSorted((left, right) => (left.group < right.group ? -1 : 1)),
    ...of('loss')
      .toSorted((a, b) => gainOf(a) - gainOf(b))
      .slice(0, MOST_CASES),
    ...of('gain')
      .toSorted((a, b) => gainOf(b) - gainOf(a))
      .slice(0, MOST_CASES),
  ];
}
