import type { RunPlan } from '../run/run-plan.ts';
import type { Column, TableName } from '../table/columns.ts';
import { tables } from '../table/columns.ts';
import type { SparkStep } from './spark-job.ts';

/** People whom this computer settles for Spark at most: rows of a driver, claims of the interpreter. */
export const MOST_APART = 20_000;

/**
 * Statements after which `apart` holds the households of people of whom Spark cannot say exactly what they come to, since
 * a number lies beyond the bounds for which its query is exact, and `within` everybody else whom the run covers. Households
 * go whole: what they bear together is compared with what they have together.
 */
export function apartSteps({ before, scenarios }: RunPlan): readonly SparkStep[] {
  const views = [
    ...before.map((_, at) => `refused_${at}`),
    ...scenarios.map((_, s) => `amounts_${s}`),
  ];
  const beyond = views.map((view) => `SELECT person FROM ${view} WHERE fault = 0`);
  return [
    {
      view: 'apart',
      keep: true,
      sql: `SELECT DISTINCT p.hid AS hid FROM covered p
        JOIN (${beyond.join(' UNION ALL ')}) b ON b.person = p.pid`,
    },
    { view: 'within', sql: 'SELECT p.* FROM covered p LEFT ANTI JOIN apart a ON a.hid = p.hid' },
  ];
}

/** The rows of these households, and how many people they are; none where they are too many. */
export const apartRows = {
  people: 'apart-people',
  persons: 'apart-persons',
  claims: 'apart-claims',
};

export function apartRowsSteps(plan: RunPlan): readonly SparkStep[] {
  const people = 'SELECT p.* FROM covered p LEFT SEMI JOIN apart a ON a.hid = p.hid';
  const areFew = `(SELECT count(*) FROM (${people})) <= ${MOST_APART}`;
  const textsOf = (table: TableName): string =>
    apartColumns(plan, table)
      .map(({ name, type }) => (type.kind === 'date' ? `unix_date(t.${name})` : `t.${name}`))
      .join(', ');
  return [
    { rows: apartRows.people, sql: `SELECT count(*) FROM (${people})` },
    {
      rows: apartRows.persons,
      sql: `SELECT ${textsOf('persons')} FROM (${people}) t WHERE ${areFew}`,
    },
    {
      rows: apartRows.claims,
      sql: `SELECT ${textsOf('claims')} FROM claims t JOIN (${people}) p ON p.pid = t.pid
        WHERE ${areFew}`,
    },
  ];
}

const orderedBy = { persons: ['pid'], claims: ['pid', 'settle_date', 'claim_id'] } as const;

/** What the run reads of a table, and what it is sorted by; the row of a person is counted here. */
export function apartColumns({ columns }: RunPlan, table: TableName): readonly Column[] {
  const wanted = new Set([...orderedBy[table], ...columns[table]]);
  return tables[table].filter(({ name }) => wanted.has(name) && name !== 'person_row');
}
