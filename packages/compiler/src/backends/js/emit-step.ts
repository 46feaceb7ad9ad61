import type { Definition, Program } from '@tiaoli/ir';
import { isBelowEvent } from '@tiaoli/ir';
import { guardedRuns } from '../../passes/guarded-runs.ts';
import { neededDefinitions } from '../../passes/needed-definitions.ts';
import type { Code } from './code.ts';
import { withStatus, zeroOf } from './code.ts';
import type { Emission, RecordScope, Scope } from './emission.ts';
import { freshName, noteStatus, rangeIn } from './emission.ts';
import { unifyWays } from './emit-choice.ts';
import { emitExpr } from './emit-expr.ts';
import type { EmittedRecords } from './emit-records.ts';
import { emitRecords } from './emit-records.ts';
import { emitDefinition } from './emit-reference.ts';
import { emitState } from './emit-state.ts';
import { emitTraceStep } from './emit-trace.ts';

/** The body of `step`, and what the tables of the module say about it. */
export interface EmittedStep {
  readonly lines: readonly string[];
  /** In the order of the program: what `results` holds. */
  readonly results: readonly EmittedResult[];
  readonly records: readonly EmittedRecords[];
}

export interface EmittedResult {
  readonly definition: Definition;
  readonly code: Code;
}

/** Which definitions of the claim are results, and whether those of its records are too. */
export interface WantedResults {
  readonly wanted: (definition: Definition) => boolean;
  readonly records: boolean;
}

/** Straight-line code for everything that the results and the accumulators need, and nothing else. */
export function emitStep(
  program: Program,
  { wanted, records }: WantedResults,
  emission: Emission,
): EmittedStep {
  const top: string[] = [];
  const record: RecordScope = { name: 'f', top, known: new Map() };
  const scope: Scope = { emission, record, block: top };
  const needed = neededDefinitions(program, wanted);
  const own = program.definitions.filter(
    ({ id, entity }) => needed.has(id) && !isBelowEvent(entity, emission.analysis.index),
  );
  const runs = emission.traced
    ? own.map((each) => [each])
    : guardedRuns(own, emission.analysis.index);
  for (const run of runs) {
    if (run.length === 1 && run[0]) emitOne(run[0], scope);
    else emitRun(run, scope);
  }
  const results = own
    .filter(wanted)
    .map((definition) => ({ definition, code: emitDefinition(definition.id, scope, emitExpr) }));
  const listed = records ? emitRecords(program, scope, emitExpr, resultText) : [];
  const state = emitState(program, scope);
  const values = [
    ...results.map(({ code }, index) => resultText(code, index)),
    ...listed.map(({ key }) => key),
  ];
  const traced = emission.traced ? ', steps: q' : '';
  top.push(
    `return { state: { ${state.join(', ')} }, results: { ${values.join(', ')} }${traced} };`,
  );
  return { lines: emission.traced ? ['const q = [];', ...top] : top, results, records: listed };
}

function resultText({ text, status }: Code, index: number): string {
  if (status === undefined) return `r${index}: ${text}`;
  return `r${index}: ${status} === 0 ? ${text} : undefined, s${index}: ${status}`;
}

function emitOne(definition: Definition, scope: Scope): void {
  const { emission } = scope;
  if (scope.record.known.has(definition.id) && !emission.traced) return;
  emission.remainder = emission.traced ? { definition: definition.id } : undefined;
  const code = emitDefinition(definition.id, scope, emitExpr);
  const remainder = emission.remainder?.name;
  emission.remainder = undefined;
  if (emission.traced) emitTraceStep(definition, { code, remainder }, scope);
}

function emitRun(run: readonly Definition[], scope: Scope): void {
  const [first] = run;
  if (first?.body.kind !== 'cases' || !first.body.branches[0]) return;
  const guard = emitExpr(first.body.branches[0].when, scope);
  if (guard.status !== undefined) {
    for (const definition of run) emitOne(definition, scope);
    return;
  }
  const yes: string[] = [];
  const no: string[] = [];
  for (const definition of run) {
    const { body, id } = definition;
    if (scope.record.known.has(id)) continue;
    const branch = body.kind === 'cases' ? body.branches[0] : undefined;
    const otherwise = body.kind === 'cases' ? body.otherwise : undefined;
    if (!branch || !otherwise) continue;
    const [value, other] = unifyWays(
      emitExpr(branch.value, { ...scope, block: yes }),
      emitExpr(otherwise, { ...scope, block: no }),
      rangeIn(scope, body),
    );
    scope.record.known.set(id, assignBoth(value, other, { scope, yes, no }));
  }
  scope.block.push(
    `if (${guard.text}) {`,
    ...yes,
    ...(no.length > 0 ? ['} else {', ...no] : []),
    '}',
  );
}

interface Branches {
  readonly scope: Scope;
  readonly yes: string[];
  readonly no: string[];
}

/** One variable that either branch gives its value. */
function assignBoth(value: Code, other: Code, { scope, yes, no }: Branches): Code {
  const { emission, block } = scope;
  const name = freshName(emission, 'd');
  const hasStatus = value.status !== undefined || other.status !== undefined;
  const status = hasStatus ? freshName(emission, 'e') : undefined;
  const isPlain = /^-?\w+$/.test(other.text) && /^\d|^(true|false)$/.test(other.text);
  block.push(`let ${name} = ${isPlain ? other.text : zeroOf(value.kind)};`);
  yes.push(`${name} = ${value.text};`);
  if (!isPlain) no.push(`${name} = ${other.text};`);
  if (status) {
    block.push(`let ${status} = 0;`);
    noteStatus(emission, status, [value.status, other.status]);
    yes.push(`${status} = ${value.status ?? '0'};`);
    no.push(`${status} = ${other.status ?? '0'};`);
  }
  const { status: _, ...plain } = value;
  return withStatus({ ...plain, text: name }, status);
}
