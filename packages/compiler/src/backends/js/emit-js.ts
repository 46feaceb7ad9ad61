import type { Definition, Program } from '@tiaoli/ir';
import { startsAbsent } from '@tiaoli/ir';
import { analyse } from '../../passes/analyse.ts';
import type { Range } from '../../passes/range.ts';
import { zeroOf } from './code.ts';
import type { Emission } from './emission.ts';
import { emitAdmission } from './emit-admission.ts';
import { emitStep } from './emit-step.ts';
import type { CalculatorTables } from './emit-tables.ts';
import { tablesOf } from './emit-tables.ts';
import { emitTypes } from './emit-types.ts';
import { runtimeSource } from './runtime-source.ts';

export interface EmitOptions {
  /** Steps with operands and remainders beside the results. */
  readonly traced?: boolean;
  /**
   * `partial` (default): a fact may be absent, and what needs it is missing. `complete`: every field without a default
   * is given (`admits` checks it), which is faster.
   */
  readonly facts?: 'partial' | 'complete';
  /** Ids of the definitions wanted as results; all public ones when absent. */
  readonly results?: readonly string[];
  /** Also the public results of each record below the claim (明细). */
  readonly records?: boolean;
}

export interface EmittedModule {
  /** A static ES module: no imports, no eval, no name of the policy outside its tables. */
  readonly code: string;
  /** Its declarations, for a `.d.ts`. */
  readonly types: string;
  readonly tables: CalculatorTables;
}

/** A calculator of one claim: `step(state, facts)` gives results and the new state. */
export function emitJs(program: Program, options: EmitOptions = {}): EmittedModule {
  const emission = newEmission(program, options);
  const wanted = (definition: Definition): boolean =>
    options.results?.includes(definition.id) ?? definition.visibility === 'result';
  const step = emitStep(program, { wanted, records: options.records ?? false }, emission);
  const tables = tablesOf(program.accumulators, step, emission);
  const lines = [
    '// Made by the Tiaoli compiler. Money in fen; every number is held as an integer on the scale of its table row.',
    ...[...emission.constants].map(([text, name]) => `const ${name} = ${text};`),
    runtimeSource(emission.runtime),
    `export const tables = ${tableText(tables)};`,
    `export function zero() {\nreturn { ${zeroState(program, emission).join(', ')} };\n}`,
    emitAdmission(tables, emission),
    'export function step(s, f, x = {}) {',
    ...step.lines,
    '}',
    '',
  ];
  return { code: indent(lines.join('\n')), types: emitTypes(tables), tables };
}

function newEmission(
  program: Program,
  { traced = false, facts = 'partial' }: EmitOptions,
): Emission {
  const analysis = analyse(program);
  const rangesOf = (known: ReadonlyMap<string, { readonly range: Range }>) =>
    new Map([...known].map(([id, { range }]) => [id, range]));
  const scalesOf = (known: ReadonlyMap<string, { readonly scale: bigint }>) =>
    new Map([...known].map(([id, { scale }]) => [id, scale]));
  const { index, definitions, accumulators } = analysis;
  const scales = {
    index,
    definitions: scalesOf(definitions),
    accumulators: scalesOf(accumulators),
    found: new WeakMap(),
  };
  return {
    analysis,
    ranges: {
      index,
      definitions: rangesOf(definitions),
      accumulators: rangesOf(accumulators),
      scales,
      found: new WeakMap(),
    },
    scales,
    yearStart: program.yearStart,
    partial: facts === 'partial',
    traced,
    members: new Map(
      [...index.enumerations].map(([id, { members }]) => [id, members.map(({ name }) => name)]),
    ),
    constants: new Map(),
    notApplicable: [''],
    causes: [{ cause: 'not-given', reason: '' }],
    fields: new Map(),
    children: new Map(),
    runtime: new Set(),
    slots: new Map(),
    groups: new Map(),
    currents: new Map(),
    instances: new Map(),
    counters: new Map(),
    neverMissing: new Set(),
    trace: [],
    remainder: undefined,
  };
}

/** JSON with every character beyond ASCII escaped, so that no name can end the text that holds it. */
function tableText(tables: CalculatorTables): string {
  return JSON.stringify(tables).replace(
    /[<>\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** No period that a claim could be in. */
const noPeriod = '-1000000000';

function zeroState({ accumulators }: Program, { slots }: Emission): readonly string[] {
  const fields = new Map<string, string>();
  for (const accumulator of accumulators) {
    const slot = slots.get(accumulator.id);
    if (!slot) continue;
    const isText = accumulator.period === 'visit' || accumulator.period === 'stay';
    if (slot.group !== undefined) fields.set(slot.group, isText ? 'undefined' : noPeriod);
    const plain = startsAbsent(accumulator) ? 'undefined' : zeroOf(slot.form.kind);
    fields.set(slot.key, slot.by === undefined ? plain : 'new Map()');
  }
  return [...fields].map(([key, text]) => `${key}: ${text}`);
}

/** Two blanks a block, by the braces at the ends of lines. */
function indent(text: string): string {
  let depth = 0;
  return text
    .split('\n')
    .map((line) => {
      if (/^[}\]]/.test(line.trim())) depth -= 1;
      const indented = `${'  '.repeat(Math.max(0, depth))}${line.trim()}`;
      if (/[{[]$/.test(line)) depth += 1;
      return indented.trimEnd();
    })
    .join('\n');
}
