import { groupings } from '../result/simulation-result.ts';
import { AGE_EDGES, groupNames, rowOfCity, rowOfGroup } from '../run/group-rows.ts';
import { catastrophicShares } from '../run/ledger.ts';
import type { RunPlan } from '../run/run-plan.ts';
import { classEdges } from '../run/tally-bucket.ts';
import { randomGroupText } from './random-group.ts';
import { costsText } from './settle-steps.ts';
import type { SparkStep } from './spark-job.ts';
import { edgesReached, placeAmongWords } from './spark-text.ts';
import { personColumn } from './tally-plan.ts';

/** Statements after which there is a view of everybody who is in the sums, with all that is counted of them. */
export function peopleSteps(plan: RunPlan): readonly SparkStep[] {
  return [
    { view: 'costs', keep: true, sql: costsText },
    { view: 'counted', keep: true, sql: countedText(plan) },
    { view: 'homes', keep: true, sql: homesText(plan) },
    { view: 'people', keep: true, sql: peopleText(plan) },
  ];
}

/** Everybody covered whose claims all versions and the rules before them settle; asides leave nobody out. */
function countedText(plan: RunPlan): string {
  const { scenarios, before, asides } = plan;
  const own = scenarios.slice(0, scenarios.length - asides);
  const columns = scenarios.flatMap(({ layers, outputs }, s) => {
    const names = [
      ...layers.map((_, at) => personColumn.layer(s, at)),
      ...outputs.map((_, at) => personColumn.output(s, at)),
      ...[personColumn.burden(s), personColumn.cash(s), personColumn.admissions(s)],
    ];
    const fund = layers.flatMap(({ isFund }, at) =>
      isFund ? [amount(`a${s}.${personColumn.layer(s, at)}`)] : [],
    );
    return [
      ...names.map((name) => `, ${amount(`a${s}.${name}`)} AS ${name}`),
      `, ${fund.length > 0 ? fund.join(' + ') : '0L'} AS ${personColumn.fund(s)}`,
    ];
  });
  const known = ['costs', 'in_scope', 'admissions_in_scope'];
  const joins = [
    ...scenarios.map((_, s) => `LEFT JOIN amounts_${s} a${s} ON a${s}.person = p.pid`),
    ...before.map((_, at) => `LEFT JOIN refused_${at} r${at} ON r${at}.person = p.pid`),
  ];
  const settled = [
    ...own.map((_, s) => `a${s}.fault IS NULL`),
    ...before.map((_, at) => `r${at}.person IS NULL`),
  ];
  return `SELECT p.pid, p.hid, CAST(p.weight AS BIGINT) AS weight, p.city, p.scheme, p.category,
    p.age, p.urban_rural, CAST(p.income_pc AS BIGINT) AS income_pc,
    CAST(p.consumption_pc AS BIGINT) AS consumption_pc, coalesce(c.level, 0) AS level
    ${known.map((name) => `, ${amount(`c.${name}`)} AS ${name}`).join('')}
    ${columns.join('')}
  FROM within p LEFT JOIN costs c ON c.person = p.pid ${joins.join('\n')}
  WHERE ${settled.join(' AND ')}`;
}

function amount(column: string): string {
  return `coalesce(${column}, 0L)`;
}

/** What households have and bear: who is in no sum is in no household either. */
function homesText({ scenarios }: RunPlan): string {
  const borne = scenarios.map(
    (_, s) => `, sum(${personColumn.burden(s)}) AS ${personColumn.burden(s)}`,
  );
  return `SELECT hid, sum(income_pc) AS income, sum(consumption_pc) AS consumption${borne.join('')}
    FROM counted GROUP BY hid`;
}

const means = { income: 'h.income', 'capacity-to-pay': 'h.consumption' } as const;

function peopleText(plan: RunPlan): string {
  const shares = plan.scenarios.flatMap((_, s) =>
    catastrophicShares.map(({ of, percent }, at) => {
      const isBeyond = `100L * h.${personColumn.burden(s)} > ${percent}L * ${means[of]}`;
      return `, CASE WHEN ${isBeyond} THEN 1L ELSE 0L END AS ${personColumn.isCatastrophic(s, at)}`;
    }),
  );
  const changes = plan.scenarios.slice(1).flatMap((_, at) => {
    const gain = `(p.${personColumn.burden(0)} - p.${personColumn.burden(at + 1)})`;
    return [
      `, ${gain} AS ${personColumn.gain(at + 1)}`,
      `, ${edgesReached(gain, classEdges)} AS ${personColumn.changeClass(at + 1)}`,
    ];
  });
  return `SELECT p.*, ${randomGroupText('p.hid')} AS random,
    array(${rowTexts(plan).join(', ')}) AS group_rows${shares.join('')}${changes.join('')}
  FROM counted p JOIN homes h ON h.hid = p.hid`;
}

/** To which rows a person belongs: see `rowsOfPeople`. */
function rowTexts({ survey: { cities, incomeEdges } }: RunPlan): readonly string[] {
  const places = {
    scheme: placeAmongWords('p.scheme', groupNames.scheme),
    category: placeAmongWords('p.category', groupNames.category),
    income: edgesReached('p.income_pc', incomeEdges),
    age: edgesReached('p.age', AGE_EDGES.slice(1)),
    'urban-rural': placeAmongWords('p.urban_rural', groupNames['urban-rural']),
    'hospital-level': 'p.level',
  } as const;
  const groups = groupings.map((grouping) => `${rowOfGroup(grouping, 0)} + ${places[grouping]}`);
  return ['0', ...groups, `${rowOfCity(0)} + ${placeAmongWords('p.city', cities)}`];
}
