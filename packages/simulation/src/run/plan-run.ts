import type { Diagnostic, LocalText, Span } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { EmittedWasm } from '@tiaoli/compiler';
import { emitWasm } from '@tiaoli/compiler';
import type { Program } from '@tiaoli/ir';
import { report } from '../messages.ts';
import type { TableName } from '../table/columns.ts';
import type { InputMapping } from '../table/input-mapping.ts';
import type { FactSource } from './encode-field.ts';
import { alwaysGiven, inputsWithoutSource, sourcesOf } from './facts-needed.ts';
import { observeProgram } from './observe-program.ts';
import type { PlannedRules, PlannedScenario, RulesBefore } from './run-plan.ts';
import type { Scenario } from './scenario.ts';

/** Rules whose results are facts of other rules. */
export interface BeforeRequest {
  readonly program: Program;
  /** For each input, ids of the definitions that add up to it. */
  readonly gives: readonly { readonly input: string; readonly adds: readonly string[] }[];
  /** What is taken for granted by it, to be told with the result. */
  readonly assumption?: LocalText;
}

export interface PlanRequest {
  readonly mapping: readonly InputMapping[];
  readonly before: readonly BeforeRequest[];
  /** Claims that one call of a module takes at most. */
  readonly rowsPerCall: number;
}

export type Planned<Rules> =
  | { readonly kind: 'planned'; readonly rules: Rules }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/**
 * A version made ready; refused where nothing says who pays, or where a fact that it needs has no column. Of an aside no
 * output is asked, and none is settled.
 */
export function planScenario(
  { program, identity }: Scenario,
  request: PlanRequest,
  { isAside }: { readonly isAside: boolean },
) {
  const observed = observeProgram(program);
  const place = fileSpan(identity.document);
  if (!observed) return refused(report('run-without-waterfall', { name: identity.title }, place));
  const { layers, total, person, cash } = observed;
  const outputs = isAside ? [] : observed.outputs;
  const essential = [...layers.map(({ definition }) => definition), total, person, cash];
  const results = [...new Set([...essential, ...outputs.map(({ definition }) => definition)])];
  const planned = planRules(observed.program, { ...request, essential, results }, place.file);
  if (planned.kind === 'refused') return planned;
  const { emitted } = planned.rules;
  const held = new Set(emitted.layout.totals.map(({ definition }) => definition));
  const scenario: PlannedScenario = {
    ...planned.rules,
    ...{ layers, total, person, cash },
    outputs: outputs.filter(({ definition }) => held.has(definition)),
  };
  return { kind: 'planned', rules: scenario } satisfies Planned<PlannedScenario>;
}

/** Rules that come first, with the results that the others ask for. */
export function planBefore(
  { program, gives, assumption }: BeforeRequest,
  request: PlanRequest,
): Planned<RulesBefore> {
  const results = gives.flatMap(({ adds }) => adds);
  const planned = planRules(program, { ...request, essential: results, results }, program.document);
  if (planned.kind === 'refused') return planned;
  return { kind: 'planned', rules: { ...planned.rules, gives, ...(assumption && { assumption }) } };
}

interface RulesRequest extends PlanRequest {
  readonly essential: readonly string[];
  readonly results: readonly string[];
}

function planRules(
  program: Program,
  { mapping, before, rowsPerCall, essential, results }: RulesRequest,
  file: string,
): Planned<PlannedRules> {
  const derived = before.flatMap(({ gives }) => gives.map(({ input }) => input));
  const sources = sourcesOf(program, mapping, derived);
  const { emitted, diagnostics } = emitWasm(program, {
    ...{ given: alwaysGiven(sources), state: 'needed', results, totals: results, sums: [] },
    capacity: { rows: rowsPerCall, records: 1, spells: 1, groups: 1, edges: 0 },
  });
  if (!emitted) return { kind: 'refused', diagnostics };
  const faults = faultsOf(program, emitted, sources, essential);
  if (faults.length === 0) {
    return { kind: 'planned', rules: { emitted, program, sources, essential } };
  }
  const place = fileSpan(file);
  return { kind: 'refused', diagnostics: faults.map((fault) => fault(place)) };
}

type Fault = (place: Span) => Diagnostic;

function faultsOf(
  program: Program,
  { layout, imports }: EmittedWasm,
  sources: ReadonlyMap<string, FactSource>,
  essential: readonly string[],
): readonly Fault[] {
  const missing = inputsWithoutSource(program, layout, sources);
  const held = new Set(layout.totals.map(({ definition }) => definition));
  const inFen = new Set(
    layout.results.filter(({ scale }) => scale === '1').map(({ definition }) => definition),
  );
  const beyond = essential.filter((id) => !held.has(id) || !inFen.has(id));
  const nameOf = (id: string): string =>
    program.definitions.find((each) => each.id === id)?.name ?? id;
  return [
    ...missing.map(
      ({ name, question = '' }): Fault =>
        (place) =>
          report('run-without-fact', { input: name, question }, place),
    ),
    ...(imports.length > 0 ? [(place: Span) => report('run-with-catalogue', {}, place)] : []),
    ...beyond.map(
      (id): Fault =>
        (place) =>
          report('run-beyond-numbers', { name: nameOf(id) }, place),
    ),
  ];
}

/** Columns that the rules and the groups need, by table. */
export function columnsFor(
  rules: readonly PlannedRules[],
): Readonly<Record<TableName, readonly string[]>> {
  const found: Record<TableName, string[]> = {
    persons: [
      ...['hid', 'weight', 'city', 'scheme', 'category', 'income_pc', 'consumption_pc'],
      ...['age', 'urban_rural'],
    ],
    claims: ['person_row', 'med_type', 'hosp_lv', 'medfee_sumamt', 'inscp_scp_amt'],
  };
  for (const { sources } of rules) {
    for (const source of sources.values()) {
      if (source.kind === 'column') found[source.mapping.table].push(source.mapping.column);
    }
  }
  return found;
}

function refused(...diagnostics: readonly Diagnostic[]) {
  return { kind: 'refused', diagnostics } as const;
}
