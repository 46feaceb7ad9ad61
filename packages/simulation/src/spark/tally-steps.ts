import { carry } from '../run/exact-sums.ts';
import type { Ledger } from '../run/ledger.ts';
import { BURDEN_BINS, FINE, groupFigures, leaveOut, RANDOM_GROUPS } from '../run/ledger.ts';
import type { RunPlan } from '../run/run-plan.ts';
import { unknownText } from './settle-steps.ts';
import type { SparkCell, SparkRow, SparkStep } from './spark-job.ts';
import { weightedSum } from './spark-text.ts';
import type { TalliedFigure } from './tally-plan.ts';
import { groupTally, personColumn, wholeTally } from './tally-plan.ts';

/** Sums that one statement adds up at most: longer ones are compiled slowly, or not at all. */
const SUMS = 60;

/** A statement whose rows are added to a ledger. */
export interface TallyStep extends SparkStep {
  readonly rows: string;
  readonly add: (ledger: Ledger, row: SparkRow) => void;
}

/** What a ledger holds of the people, figure by figure. */
export function tallySteps(plan: RunPlan): readonly TallyStep[] {
  return [...groupSteps(plan), ...wholeSteps(plan), ...outputSteps(plan), burdenStep(plan)];
}

function groupSteps({ scenarios, sameWithin }: RunPlan): readonly TallyStep[] {
  const { count } = groupFigures(scenarios.length);
  return inParts(groupTally(scenarios, sameWithin)).map((figures, part) => ({
    rows: `groups-${part}`,
    sql: `SELECT group_row, random${sumsOf(figures)}
      FROM (SELECT *, explode(group_rows) AS group_row FROM people) GROUP BY group_row, random`,
    add: ({ groups }, [row = null, random = null, ...sums]) => {
      figures.forEach(({ figure }, at) => {
        const cell = (wholeNumber(row) * count + figure) * RANDOM_GROUPS + wholeNumber(random);
        carry(groups, cell, BigInt(String(sums[at])));
      });
    },
  }));
}

function wholeSteps({ scenarios }: RunPlan): readonly TallyStep[] {
  return inParts(wholeTally(scenarios)).map((figures, part) => ({
    rows: `whole-${part}`,
    sql: `SELECT random${sumsOf(figures)} FROM people GROUP BY random`,
    add: ({ whole }, [random = null, ...sums]) => {
      figures.forEach(({ figure }, at) => {
        carry(whole, figure * RANDOM_GROUPS + wholeNumber(random), BigInt(String(sums[at])));
      });
    },
  }));
}

/** Sums over nobody are NULL. */
function outputSteps({ scenarios }: RunPlan): readonly TallyStep[] {
  return scenarios.flatMap(({ outputs }, s) =>
    inParts(outputs.map((_, at) => ({ figure: at, value: personColumn.output(s, at) }))).map(
      (figures, part): TallyStep => ({
        rows: `outputs-${s}-${part}`,
        sql: `SELECT 0${sumsOf(figures)} FROM people`,
        add: (ledger, [, ...sums]) => {
          figures.forEach(({ figure }, at) => {
            const own = ledger.outputs[s];
            if (own) carry(own, figure, BigInt(String(sums[at] ?? 0)));
          });
        },
      }),
    ),
  );
}

/** People and what they bear by class of what they bear: see `binOfBurden`. */
function burdenStep({ scenarios }: RunPlan): TallyStep {
  const borne = scenarios.map((_, s) => personColumn.burden(s)).join(', ');
  const doubling = 'CAST(length(bin(borne)) - 10 AS INT)';
  const further = `${FINE} * (1 + ${doubling}) + shiftright(borne, ${doubling}) - ${FINE}`;
  const bin = `CASE WHEN borne < 0L THEN 0L WHEN borne < ${FINE}L THEN borne
    ELSE least(${BURDEN_BINS - 1}L, ${further}) END`;
  return {
    rows: 'burdens',
    sql: `SELECT s, bin, CAST(sum(weight) AS STRING), ${weightedSum('borne')}
      FROM (SELECT s, borne, weight, ${bin} AS bin
        FROM (SELECT weight, posexplode(array(${borne})) AS (s, borne) FROM people))
      GROUP BY s, bin`,
    add: ({ burdens }, [s = null, bin = null, people, amounts]) => {
      const own = burdens[wholeNumber(s)];
      if (!own) throw new Error('a ledger of another shape');
      carry(own.people, wholeNumber(bin), BigInt(String(people)));
      carry(own.amounts, wholeNumber(bin), BigInt(String(amounts)));
    },
  };
}

function inParts(figures: readonly TalliedFigure[]): readonly (readonly TalliedFigure[])[] {
  const parts = Math.ceil(figures.length / SUMS);
  return Array.from({ length: parts }, (_, at) => figures.slice(at * SUMS, (at + 1) * SUMS));
}

function sumsOf(figures: readonly TalliedFigure[]): string {
  return figures
    .map(
      ({ value, byHead }) => `, ${byHead ? `CAST(sum(${value}) AS STRING)` : weightedSum(value)}`,
    )
    .join('');
}

/** A place; a population with a word that nobody knows has none. */
function wholeNumber(cell: SparkCell): number {
  const number = cell === null ? Number.NaN : Number(cell);
  if (!Number.isSafeInteger(number)) throw new RangeError(`no place: ${cell}`);
  return number;
}

/** Claims that are in no sum, with the reason; and claims of which the parts are not the total. */
export interface FaultStep extends SparkStep {
  readonly rows: string;
}

/** Claims of people whom the run does not cover; and those of a word that some input does not know. */
export function unseenSteps(plan: RunPlan): readonly TallyStep[] {
  const leaveUnseen = (kind: 'outside' | 'not-covered') => (ledger: Ledger, row: SparkRow) => {
    const [reason = null, claims = null] = row;
    leaveOut(ledger, { scenario: -1, kind, reason: String(reason) }, wholeNumber(claims));
  };
  return [
    {
      rows: 'outside',
      sql: `SELECT '', (SELECT count(*) FROM claims)
        - (SELECT count(*) FROM claims c JOIN covered p ON p.pid = c.pid)`,
      add: leaveUnseen('outside'),
    },
    {
      rows: 'not-covered',
      sql: `SELECT reason, count(*) FROM (
          SELECT ${unknownText(plan)} AS reason FROM claims c JOIN within p ON p.pid = c.pid
        ) WHERE reason IS NOT NULL GROUP BY reason`,
      add: leaveUnseen('not-covered'),
    },
  ];
}

/** By version (−1: the rules before), the fault of the first claim that is not settled. */
export function refusedStep(
  view: string,
  scenario: number,
  reasonOf: (fault: number) => string,
): TallyStep {
  return {
    rows: `refused-${view}`,
    sql: `SELECT r.fault, sum(c.claims) FROM ${view} r JOIN costs c ON c.person = r.person
        JOIN within p ON p.pid = r.person
      WHERE r.fault IS NOT NULL GROUP BY r.fault`,
    add: (ledger, [fault = null, claims = null]) =>
      leaveOut(
        ledger,
        { scenario, kind: 'refused', reason: reasonOf(wholeNumber(fault)) },
        wholeNumber(claims),
      ),
  };
}

/** Rows of it are mistakes of ours. */
export function unbalancedStep(scenarios: number): FaultStep {
  const views = Array.from(
    { length: scenarios },
    (_, s) => `SELECT ${s} AS s, sum(unbalanced) AS claims FROM amounts_${s} WHERE fault IS NULL`,
  );
  return {
    rows: 'unbalanced',
    sql: `SELECT s, claims FROM (${views.join(' UNION ALL ')}) WHERE claims > 0`,
  };
}
