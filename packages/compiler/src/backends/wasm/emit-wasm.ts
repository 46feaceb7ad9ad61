import type { Diagnostic } from '@tiaoli/base';
import type { Definition, Program } from '@tiaoli/ir';
import { analyse } from '../../passes/analyse.ts';
import { withNeededState } from '../../passes/needed-definitions.ts';
import type { Capacity } from './capacity.ts';
import { capacityOf } from './capacity.ts';
import { markColumn, placeColumn } from './columns.ts';
import type { Emission } from './emission.ts';
import { admitFunction } from './emit-admission.ts';
import { foldFunction, resetFunction, rowsFunction, settleFunction } from './emit-runs.ts';
import { emitStep } from './emit-step.ts';
import { clearFunction, sumParts, tallyFunction } from './emit-sums.ts';
import { totalFunction, totalParts, weighFunction } from './emit-totals.ts';
import { encodeModule } from './encode-module.ts';
import type { WasmLayout } from './layout.ts';
import { layoutOf } from './layout.ts';
import type { Region } from './node.ts';
import { refusals } from './refusals.ts';

export interface WasmOptions {
  /**
   * `partial` (default): a fact may be absent, and what needs it is missing. `complete`: every fact without a default
   * is given, which is faster.
   */
  readonly facts?: 'partial' | 'complete';
  /** Ids of inputs that every claim has (a population has them as full columns): nobody looks whether they are given. */
  readonly given?: readonly string[];
  /**
   * `all` (default): every accumulator, so that another program of the module can go on from the state in mid-year.
   * `needed`: those on which the results depend.
   */
  readonly state?: 'all' | 'needed';
  /** Ids of the definitions wanted as results; all public ones when absent. */
  readonly results?: readonly string[];
  /** Ids of the results that are added up by group; all that are numbers when absent. */
  readonly sums?: readonly string[];
  /**
   * Ids of the results that are added up for each person, to be compared with another program's (`weigh`). The layout
   * has those that are numbers, and whose sum over all claims of a call provably stays within 64 bits.
   */
  readonly totals?: readonly string[];
  readonly capacity?: Partial<Capacity>;
}

/** A module for bulk runs, and what its host must know of it. */
export interface EmittedWasm {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly layout: WasmLayout;
  /** Names of the functions; `memory` stands beside them. */
  readonly exports: readonly string[];
  /** Functions that the host must give under `host`. */
  readonly imports: readonly string[];
}

export type WasmResult =
  | { readonly emitted: EmittedWasm; readonly diagnostics: readonly [] }
  | { readonly emitted?: undefined; readonly diagnostics: readonly Diagnostic[] };

/**
 * A calculator over columns: claims by row, or by person with the state carried from claim to claim.
 *
 * What it cannot hold is refused with a finding, never worked out otherwise. A number beyond 64 bits raises a flag for
 * its person: those are settled again by the interpreter.
 */
export function emitWasm(program: Program, options: WasmOptions = {}): WasmResult {
  const emission = newEmission(program, options);
  const diagnostics = refusals(program, emission);
  if (diagnostics.length > 0) return { diagnostics };
  const wanted = (definition: Definition): boolean =>
    options.results?.includes(definition.id) ?? definition.visibility === 'result';
  const kept = options.state === 'needed' ? withNeededState(program, wanted) : program;
  return {
    emitted: emit(kept, { wanted, options }, emission),
    diagnostics: [],
  };
}

interface Wanted {
  readonly wanted: (definition: Definition) => boolean;
  readonly options: WasmOptions;
}

function emit(program: Program, { wanted, options }: Wanted, emission: Emission): EmittedWasm {
  const { rows, people, groups: mostGroups } = emission.capacity;
  const runs = {
    people: placeColumn(emission, people + 1),
    rowFlags: markColumn(emission, rows),
    unitFlags: markColumn(emission, Math.max(rows, people)),
  };
  const groups = placeColumn(emission, rows);
  const { step, results } = emitStep(program, wanted, emission);
  const summed = results.filter(({ definition: { id } }) => options.sums?.includes(id) ?? true);
  const sums = sumParts(summed, emission);
  const reset = resetFunction(emission);
  const tally = tallyFunction(sums, groups);
  const watched = totalParts(options.totals ?? [], results, emission);
  const total = totalFunction(watched);
  const parts = {
    columns: runs,
    reset: reset.ref,
    step: step.ref,
    tally: tally.ref,
    total: total.ref,
  };
  const exported = [
    reset,
    settleFunction(parts),
    foldFunction(parts),
    rowsFunction(parts),
    admitFunction(runs.rowFlags, emission),
    weighFunction(watched, runs, groups),
    clearFunction(sums, watched, mostGroups),
  ];
  const memoryBytes = place(emission.regions);
  const imports = [...emission.imports.values()];
  const bytes = encodeModule({
    imports,
    functions: [step, tally, total, ...exported, ...emission.helpers.values()],
    globals: ['i32'],
    exports: exported.map(({ ref }) => ref),
    pages: Math.ceil(memoryBytes / pageBytes),
    content: emission.regions.filter(({ content }) => content !== undefined),
  });
  const { accumulators } = program;
  return {
    bytes,
    layout: layoutOf({ accumulators, results, runs, groups, sums, watched, memoryBytes }, emission),
    exports: exported.map(({ ref }) => ref.name),
    imports: imports.map(({ name }) => name),
  };
}

const pageBytes = 65_536;

/** One region behind the other, each at a multiple of 16; gives the end. */
function place(regions: readonly Region[]): number {
  let end = 16;
  for (const region of regions) {
    region.offset = end;
    end += Math.ceil(region.bytes / 16) * 16;
  }
  return end;
}

function newEmission(
  program: Program,
  { facts = 'partial', given = [], capacity }: WasmOptions,
): Emission {
  const analysis = analyse(program);
  const { index, definitions, accumulators } = analysis;
  const scales = {
    index,
    definitions: mapValues(definitions, ({ scale }) => scale),
    accumulators: mapValues(accumulators, ({ scale }) => scale),
    found: new WeakMap(),
  };
  return {
    analysis,
    ranges: {
      index,
      definitions: mapValues(definitions, ({ range }) => range),
      accumulators: mapValues(accumulators, ({ range }) => range),
      scales,
      found: new WeakMap(),
    },
    scales,
    yearStart: program.yearStart,
    partial: facts === 'partial',
    given: new Set(given),
    capacity: capacityOf(capacity),
    members: new Map(
      [...index.enumerations].map(([id, { members }]) => [id, members.map(({ name }) => name)]),
    ),
    texts: [''],
    notApplicable: [''],
    causes: [{ cause: 'not-given', reason: '' }],
    regions: [],
    columns: { fields: new Map(), spells: new Map(), children: new Map() },
    helpers: new Map(),
    imports: new Map(),
    sites: [],
    slots: new Map(),
    instances: new Map(),
    periodGroups: new Map(),
  };
}

function mapValues<V, T>(map: ReadonlyMap<string, V>, of: (value: V) => T): Map<string, T> {
  return new Map([...map].map(([key, value]) => [key, of(value)]));
}
