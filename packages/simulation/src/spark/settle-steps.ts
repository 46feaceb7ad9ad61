import { nameOfInput } from '../run/claim-source.ts';
import type { RulesBefore, RunPlan } from '../run/run-plan.ts';
import { hospitalLevels, tables } from '../table/columns.ts';
import type { InputMapping } from '../table/input-mapping.ts';
import { claimColumns, seenColumn } from './claim-columns.ts';
import type { SparkRules } from './settled-rules.ts';
import { amountText, faultText } from './settled-rules.ts';
import type { SparkStep } from './spark-job.ts';
import { placeAmongWords, sparkText } from './spark-text.ts';
import { personColumn } from './tally-plan.ts';

/** Rules of a run as queries, in the order of its plan. */
export interface SparkScenarios {
  readonly before: readonly SparkRules[];
  readonly scenarios: readonly SparkRules[];
}

/** Statements after which there is a view of what the people with claims come to under each version. */
export function settleSteps(plan: RunPlan, rules: SparkScenarios): readonly SparkStep[] {
  return [
    { view: 'covered', sql: coveredText(plan) },
    { view: 'seen', keep: true, sql: seenText(plan) },
    ...rules.before.flatMap((each, at) => beforeSteps(plan, each, at)),
    { view: 'facts', keep: plan.before.length > 0, sql: factsText(plan) },
    ...rules.scenarios.flatMap((each, s) => scenarioSteps(plan, each, s)),
  ];
}

function coveredText({ coverage: { scheme, city } }: RunPlan): string {
  const wanted = [
    ...(scheme === undefined ? [] : [`scheme = ${sparkText(scheme)}`]),
    ...(city === undefined ? [] : [`city = ${sparkText(city)}`]),
  ];
  return `SELECT * FROM persons${wanted.length > 0 ? ` WHERE ${wanted.join(' AND ')}` : ''}`;
}

/** The claims that the rules see, of people whom they cover, each with its place in the person's year. */
function seenText(plan: RunPlan): string {
  const mappings = mappingsOf(plan);
  const columns = new Map(
    mappings.map(({ table, column }) => [
      seenColumn(table, column),
      `${table === 'persons' ? 'p' : 'c'}.${column}`,
    ]),
  );
  for (const name of ['med_type', 'hosp_lv', 'medfee_sumamt', 'inscp_scp_amt']) {
    columns.set(seenColumn('claims', name), `c.${name}`);
  }
  const texts = [...columns].map(([name, text]) => `, ${text} AS ${name}`);
  return `SELECT c.pid AS person,
    CAST(row_number() OVER (PARTITION BY c.pid ORDER BY c.settle_date, c.claim_id) AS INT) AS seq
    ${texts.join('')}
  FROM claims c JOIN covered p ON p.pid = c.pid
  WHERE ${unknownText(plan)} IS NULL`;
}

/** The first input that does not know a word of the claim, and the word: what one of the rules does not know, none sees. */
export function unknownText(plan: RunPlan): string {
  const cases = mappingsOf(plan).flatMap(({ input, table, column, members = {} }) => {
    const type = tables[table].find(({ name }) => name === column)?.type;
    const words = type?.kind === 'member' ? type.members : Object.keys(members);
    const text = `${table === 'persons' ? 'p' : 'c'}.${column}`;
    return words.flatMap((word) => {
      if (members[word] !== null) return [];
      const told = sparkText(`${nameOfInput(input)}：${word}`);
      return [`WHEN ${text} = ${sparkText(word)} THEN ${told}`];
    });
  });
  return cases.length === 0 ? 'CAST(NULL AS STRING)' : `CASE ${cases.join(' ')} END`;
}

function mappingsOf({ scenarios, before }: RunPlan): readonly InputMapping[] {
  const sources = [...before, ...scenarios].flatMap((each) => [...each.sources.values()]);
  const found = sources.flatMap((each) => (each.kind === 'column' ? [each.mapping] : []));
  return [...new Map(found.map((each) => [each.input, each])).values()];
}

/** What other rules gave for an input, by its place among all of them. */
function derivedColumn({ before }: RunPlan, input: string): string {
  const all = before.flatMap(({ gives }) => gives.map((each) => each.input));
  return `derived_${all.indexOf(input)}`;
}

function beforeSteps(plan: RunPlan, rules: SparkRules, at: number): readonly SparkStep[] {
  const { gives } = plan.before[at] as RulesBefore;
  const given = gives.map(({ input, adds }) => {
    const sum = adds.map((id) => amountText(rules, id)).join(' + ');
    return `, ${sum} AS ${derivedColumn(plan, input)}`;
  });
  return [
    claimsStep(plan, rules, 'seen'),
    {
      view: `before_${at}`,
      keep: true,
      sql: settled(rules, `person, seq, ${faultText(rules)} AS fault${given.join('')}`),
    },
    {
      view: `refused_${at}`,
      keep: true,
      sql: `SELECT person, max_by(fault, -seq) AS fault FROM before_${at}
        WHERE fault IS NOT NULL GROUP BY person`,
    },
  ];
}

/** The query names this view; each further one means the claims for the rules at hand. */
function claimsStep(plan: RunPlan, { planned, emitted }: SparkRules, from: string): SparkStep {
  const columns = claimColumns(emitted.layout, planned.sources, (input) =>
    derivedColumn(plan, input),
  );
  const texts = columns.map((each) => `, ${each}`).join('');
  return {
    view: emitted.layout.claims,
    sql: `SELECT person, seq${texts} FROM ${from}`,
  };
}

function settled({ emitted }: SparkRules, columns: string): string {
  return `WITH RECURSIVE ${emitted.tables} SELECT ${columns} FROM results`;
}

/** The claims with what the rules that come first gave; of people whom these cannot settle there is nothing. */
function factsText(plan: RunPlan): string {
  const columns = plan.before.flatMap(({ gives }, at) =>
    gives.map(({ input }) => {
      const name = derivedColumn(plan, input);
      return `, CASE WHEN r${at}.person IS NULL THEN b${at}.${name} ELSE 0L END AS ${name}`;
    }),
  );
  const joins = plan.before.map(
    (_, at) => `JOIN before_${at} b${at} ON b${at}.person = s.person AND b${at}.seq = s.seq
      LEFT JOIN refused_${at} r${at} ON r${at}.person = s.person`,
  );
  return `SELECT s.*${columns.join('')} FROM seen s ${joins.join('\n')}`;
}

function scenarioSteps(plan: RunPlan, rules: SparkRules, s: number): readonly SparkStep[] {
  const planned = plan.scenarios[s];
  if (!planned) throw new Error('a version without a plan');
  const { layers, total, person, cash, outputs } = planned;
  const wanted = new Map<string, string>([
    ...layers.map(({ definition }, at) => [personColumn.layer(s, at), definition] as const),
    ...outputs.map(({ definition }, at) => [personColumn.output(s, at), definition] as const),
    [personColumn.burden(s), person],
    [personColumn.cash(s), cash],
  ]);
  const texts = [...wanted].map(([name, id]) => `, ${amountText(rules, id)} AS ${name}`);
  const paid = layers.map(({ definition }) => ` - ${amountText(rules, definition)}`).join('');
  const rest = `${amountText(rules, total)}${paid} - ${amountText(rules, cash)}`;
  const sums = [...wanted.keys()].map((name) => `, sum(r.${name}) AS ${name}`);
  const first = layers.length > 0 ? `r.${personColumn.layer(s, 0)}` : '0L';
  const isAdmission = `c.${seenColumn('claims', 'med_type')} = ${sparkText('inpatient')}`;
  return [
    claimsStep(plan, rules, 'facts'),
    {
      view: `settled_${s}`,
      sql: settled(
        rules,
        `person, seq, ${faultText(rules)} AS fault, (${rest}) AS rest${texts.join('')}`,
      ),
    },
    {
      view: `amounts_${s}`,
      keep: true,
      sql: `SELECT r.person AS person, count(*) AS claims${sums.join('')},
        sum(CASE WHEN ${isAdmission} THEN ${first} ELSE 0L END) AS ${personColumn.admissions(s)},
        min_by(r.fault, r.seq) FILTER (WHERE r.fault IS NOT NULL) AS fault,
        count_if(r.rest <> 0L) AS unbalanced
      FROM settled_${s} r JOIN seen c ON c.person = r.person AND c.seq = r.seq
      GROUP BY r.person`,
    },
  ];
}

/** What is known of the claims of each person, whatever the rules. */
export const costsText = `SELECT person, count(*) AS claims,
  sum(CAST(c_medfee_sumamt AS BIGINT)) AS costs,
  sum(CAST(c_inscp_scp_amt AS BIGINT)) AS in_scope,
  sum(CASE WHEN c_med_type = ${sparkText('inpatient')} THEN CAST(c_inscp_scp_amt AS BIGINT) ELSE 0L END)
    AS admissions_in_scope,
  max(1 + ${placeAmongWords('c_hosp_lv', hospitalLevels)}) AS level
FROM seen GROUP BY person`;
