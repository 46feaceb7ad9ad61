import type { Diagnostic, LocalText } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { Cell } from '../columnar/child-job.ts';
import type { JobLimits } from '../columnar/children.ts';
import { outcomeText } from '../columnar/outcome-text.ts';
import { queryBuckets } from '../columnar/query-buckets.ts';
import { report } from '../messages.ts';
import { WEIGHT_UNIT } from '../table/columns.ts';
import type { Manifest } from '../table/manifest.ts';
import { openPopulation } from '../table/open-population.ts';

/** A margin of a population: how much there is of each kind. */
export interface MarginTable {
  readonly id: string;
  readonly title: LocalText;
  /** No source splits what is shown by this. */
  readonly illustrative: boolean;
  readonly unit: 'persons' | 'claims' | 'yuan';
  readonly rows: readonly { readonly label: string; readonly value: number }[];
}

export type DescribedPopulation =
  | {
      readonly kind: 'described';
      readonly manifest: Manifest;
      readonly margins: readonly MarginTable[];
    }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

const FEN_PER_YUAN = 100;

interface MarginQuery extends Omit<MarginTable, 'rows'> {
  readonly query: string;
}

/** The margins of a population, weighted, and what its manifest says of its calibration. */
export async function describePopulation(
  folder: string,
  limits: JobLimits,
): Promise<DescribedPopulation> {
  const opened = await openPopulation(folder);
  if (opened.kind === 'refused') return opened;
  const { manifest } = opened;
  const queries = marginQueries.map(({ query }) => query);
  const outcome = await queryBuckets(folder, manifest, queries, limits);
  if (outcome.kind !== 'answer') {
    const reason = outcomeText(outcome);
    const unreadable = report('population-unreadable', { reason }, fileSpan(folder));
    return { kind: 'refused', diagnostics: [unreadable] };
  }
  const margins = marginQueries.map(({ query: _, ...margin }, at) => ({
    ...margin,
    rows: addRows(outcome.answer.flatMap((answers) => answers[at] ?? [])),
  }));
  return { kind: 'described', manifest, margins };
}

/**
 * Adds up what the buckets say under the same label. Cells: the label, what to sort by, a sum of weights, or of weighted
 * fen with the weights that it is divided by. Sums are whole, so their order does not matter.
 */
function addRows(rows: readonly (readonly Cell[])[]): MarginTable['rows'] {
  const sums = new Map<string, { order: number | string; sum: bigint; base: bigint }>();
  for (const [label, order, sum, base] of rows) {
    const key = String(label);
    const known = sums.get(key) ?? { order: sortKey(order), sum: 0n, base: 0n };
    known.sum += BigInt(String(sum));
    if (base !== null) known.base += BigInt(String(base));
    sums.set(key, known);
  }
  return [...sums]
    .sort(([, one], [, other]) => (one.order < other.order ? -1 : 1))
    .map(([label, { sum, base }]) => ({
      label,
      value: base === 0n ? Number(sum) / WEIGHT_UNIT : Number(sum) / Number(base) / FEN_PER_YUAN,
    }));
}

function sortKey(cell: Cell | undefined): number | string {
  return typeof cell === 'number' ? cell : String(cell);
}

interface MarginOptions {
  readonly where?: string;
  readonly illustrative?: boolean;
  readonly order?: string;
}

/** People by something, weighted. */
function people(id: string, title: LocalText, by: string, options: MarginOptions = {}) {
  return counted({ id, title, unit: 'persons', from: 'persons', by }, options);
}

/** Claims by something, weighted. */
function events(id: string, title: LocalText, by: string, options: MarginOptions = {}) {
  const from = 'claims JOIN persons USING (pid)';
  return counted({ id, title, unit: 'claims', from, by }, options);
}

function counted(
  {
    id,
    title,
    unit,
    from,
    by,
  }: {
    readonly id: string;
    readonly title: LocalText;
    readonly unit: MarginTable['unit'];
    readonly from: string;
    readonly by: string;
  },
  { where = 'true', illustrative = true, order = by }: MarginOptions,
): MarginQuery {
  const query = `SELECT ${by}, ${order}, sum(weight), NULL FROM ${from} WHERE ${where} GROUP BY ALL`;
  return { id, title, illustrative, unit, query };
}

const schemeOfPerson = "CASE WHEN scheme = 'resident' THEN 'resident' ELSE emp_status END";
const ageBand =
  "CASE WHEN age >= 85 THEN '85+' ELSE lpad(CAST((age // 10) * 10 AS VARCHAR), 2, '0') || '-' END";
const levelOrder = "CASE hosp_lv WHEN 'primary' THEN 1 WHEN 'secondary' THEN 2 ELSE 3 END";

const marginQueries: readonly MarginQuery[] = [
  people('scheme', { zh: '参保人', en: 'the insured' }, schemeOfPerson, { illustrative: false }),
  people('age', { zh: '年龄', en: 'age' }, ageBand),
  people('sex', { zh: '性别', en: 'sex' }, 'sex'),
  people('category', { zh: '人员类别', en: 'category' }, 'category'),
  people('disease', { zh: '长期疾病', en: 'long-term illness' }, 'disease'),
  people('city', { zh: '统筹地区', en: 'city' }, 'city'),
  events('med-type', { zh: '就医类别', en: 'kind of claim' }, "scheme || ' ' || med_type", {
    illustrative: false,
  }),
  events('level', { zh: '住院的医院级别', en: 'level of admissions' }, 'hosp_lv', {
    where: "med_type = 'inpatient'",
    order: levelOrder,
  }),
  events('place', { zh: '住院的就医地', en: 'place of admissions' }, 'place', {
    where: "med_type = 'inpatient'",
  }),
  events(
    'month',
    { zh: '结算的月份', en: 'month of settlement' },
    'CAST(month(settle_date) AS INTEGER)',
  ),
  {
    id: 'city-cost',
    title: { zh: '各统筹地区人均医疗费用（元）', en: 'cost per head by city (yuan)' },
    illustrative: true,
    unit: 'yuan',
    query: `SELECT city, city, sum(cost * weight), sum(weight) FROM (
        SELECT pid, city, weight, coalesce(sum(medfee_sumamt), 0) AS cost
        FROM persons LEFT JOIN claims USING (pid) GROUP BY pid, city, weight)
      GROUP BY city`,
  },
];
