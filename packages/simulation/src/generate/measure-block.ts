import type { Calculator, HeldResults, HeldState } from '@tiaoli/compiler';
import { loadCalculator } from '@tiaoli/compiler';
import type { Program } from '@tiaoli/ir';
import type { Rows } from '../table/columns.ts';
import { nationalMapping } from '../table/input-mapping.ts';
import { factReader } from '../table/read-facts.ts';
import { CHRONIC, INPATIENT, OUTPATIENT, TERTIARY } from './draw-events.ts';
import type { Measure } from './hard-targets.ts';
import { measureNames } from './hard-targets.ts';
import type { Claims } from './make-claims.ts';
import { isTreatment } from './make-claims.ts';
import type { Frame } from './make-frame.ts';
import type { ReferenceLayer } from './reference-rules.ts';
import { referenceRules } from './reference-rules.ts';

/** For each measure what every person of the block comes to; money in fen. */
export type Measures = Readonly<Record<Measure, Float64Array>>;

interface Settled {
  readonly pool: number;
  readonly illness: number;
  readonly aid: number;
}

const nothing: Settled = { pool: 0, illness: 0, aid: 0 };

type LayerKeys = Readonly<
  Record<ReferenceLayer, { readonly key: string; readonly status?: string }>
>;

/** Settles every claim of a block under the reference rules, and adds up by person. */
export function measureBlock(
  program: Program,
  { frame, claims, persons, rows }: MeasuredBlock,
): Measures {
  const measures = emptyMeasures(frame);
  const settle = openSettler(program, persons, rows);
  for (let at = 0; at < claims.count; at += 1) {
    countClaim(measures, claims, at);
    addPayments(measures, claims, at, settle(claims.row[at] ?? 0, at));
  }
  return measures;
}

export interface MeasuredBlock {
  readonly frame: Frame;
  readonly claims: Claims;
  readonly persons: Rows;
  readonly rows: Rows;
}

function emptyMeasures(frame: Frame): Measures {
  const measures = Object.fromEntries(
    measureNames.map((name) => [name, new Float64Array(frame.count)]),
  ) as Record<Measure, Float64Array>;
  measures.persons.fill(1);
  frame.category.forEach((category, row) => {
    measures.subsidised[row] = category > 0 ? 1 : 0;
  });
  return measures;
}

const counted: Readonly<Record<number, readonly [Measure, Measure]>> = {
  [INPATIENT]: ['admissions', 'admissionCost'],
  [OUTPATIENT]: ['visits', 'visitCost'],
  [CHRONIC]: ['chronicVisits', 'chronicCost'],
};

function countClaim(measures: Measures, claims: Claims, at: number): void {
  const process = claims.process[at] ?? 0;
  const person = claims.row[at] ?? 0;
  const total = claims.total[at] ?? 0;
  const names = counted[process];
  if (!names || !isTreatment(process)) {
    put(measures.purchases, person, 1);
    return;
  }
  put(measures[names[0]], person, 1);
  put(measures[names[1]], person, total);
  put(measures.cost, person, total);
  if (process !== INPATIENT) return;
  put(measures.admissionScope, person, claims.scope[at] ?? 0);
  if (claims.level[at] !== TERTIARY) return;
  put(measures.tertiaryAdmissions, person, 1);
  put(measures.tertiaryCost, person, total);
  put(measures.tertiaryScope, person, claims.scope[at] ?? 0);
}

function put(measure: Float64Array, person: number, amount: number): void {
  measure[person] = (measure[person] ?? 0) + amount;
}

/** Settles the claims of one person after the other; the state ends where the next person begins. */
function openSettler(
  program: Program,
  persons: Rows,
  rows: Rows,
): (person: number, claim: number) => Settled {
  const calculator = loadCalculator(program, {
    facts: 'complete',
    results: Object.values(referenceRules.layers),
  });
  const read = factReader(calculator.tables, nationalMapping, { persons, claims: rows });
  const keys = layerKeys(calculator);
  let current = -1;
  let state: HeldState = calculator.zero();
  return (person, claim) => {
    if (person !== current) state = calculator.zero();
    current = person;
    const facts = read(person, claim);
    if (!facts) return nothing;
    const { state: after, results } = calculator.step(state, facts);
    state = after;
    return settledOf(results, keys);
  };
}

function layerKeys({ tables }: Calculator): LayerKeys {
  const keyOf = (layer: string) => {
    const row = tables.results.find(({ definition }) => definition === layer);
    if (!row) throw new Error(`the reference rules have no layer ${layer}`);
    return { key: row.key, ...(row.status !== undefined && { status: row.status }) };
  };
  const { inpatient, outpatient, chronic, illness, assistance } = referenceRules.layers;
  return {
    ...{ inpatient: keyOf(inpatient), outpatient: keyOf(outpatient), chronic: keyOf(chronic) },
    ...{ illness: keyOf(illness), assistance: keyOf(assistance) },
  };
}

function settledOf(results: HeldResults, keys: LayerKeys): Settled {
  const paid = (layer: ReferenceLayer): number => {
    const { key, status } = keys[layer];
    const told = status === undefined ? 0 : Number(results[status]);
    if (told < 0) throw new Error(`the reference rules leave ${layer} open`);
    // A layer that does not apply pays nothing.
    return told > 0 ? 0 : Number(results[key]);
  };
  return {
    pool: paid('inpatient') + paid('outpatient') + paid('chronic'),
    illness: paid('illness'),
    aid: paid('assistance'),
  };
}

function addPayments(
  measures: Measures,
  claims: Claims,
  at: number,
  { pool, illness, aid }: Settled,
): void {
  const person = claims.row[at] ?? 0;
  const isAdmission = claims.process[at] === INPATIENT;
  put(measures.pool, person, pool);
  if (isAdmission) put(measures.admissionPool, person, pool);
  if (isAdmission && claims.level[at] === TERTIARY) put(measures.tertiaryPool, person, pool);
  put(measures.illnessPay, person, illness);
  if (illness > 0) measures.illnessPeople[person] = 1;
  if (aid === 0) return;
  put(measures[isAdmission ? 'aidAdmissions' : 'aidVisits'], person, 1);
  put(measures[isAdmission ? 'aidAdmissionPay' : 'aidVisitPay'], person, aid);
}
