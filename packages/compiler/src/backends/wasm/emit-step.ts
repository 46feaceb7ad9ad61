import type { Definition, Program } from '@tiaoli/ir';
import { isBelowEvent } from '@tiaoli/ir';
import { neededDefinitions } from '../../passes/needed-definitions.ts';
import { sharedBranches } from '../../passes/shared-branches.ts';
import type { Column } from './columns.ts';
import { newColumn, storeCell, widthOf } from './columns.ts';
import type { Emission, RecordScope, Scope } from './emission.ts';
import { emitExpr } from './emit-expr.ts';
import { emitDefinition } from './emit-reference.ts';
import { emitRun } from './emit-run.ts';
import { emitState } from './emit-state.ts';
import type { FunctionBody, Statement, WasmType } from './node.ts';
import { int, local } from './node.ts';
import type { Value } from './value.ts';

/** A result of each claim, in a column. */
export interface ResultColumn {
  readonly definition: Definition;
  readonly form: Omit<Value, 'node' | 'status'>;
  readonly value: Column;
  /** Absent: there is always a value. */
  readonly status?: Column;
  /** False where there is a value or 不适用, never anything missing. */
  readonly mayMiss: boolean;
  /** True where the column holds 0 wherever there is no value. */
  readonly zeroed: boolean;
}

export interface EmittedStep {
  /** Settles the claim of a row: facts and state in, results and state out. */
  readonly step: FunctionBody;
  readonly results: readonly ResultColumn[];
}

const statusWidth = { bytes: 2, signed: true, isInt: true } as const;

/** Straight-line code for everything that the results and the accumulators need, and nothing else. */
export function emitStep(
  program: Program,
  wanted: (definition: Definition) => boolean,
  emission: Emission,
): EmittedStep {
  const top: Statement[] = [];
  const locals: WasmType[] = ['i32'];
  const record: RecordScope = { row: local('i32', 0), top, known: new Map() };
  const scope: Scope = { emission, locals, record, block: top };
  const needed = neededDefinitions(program, wanted);
  const own = program.definitions.filter(
    ({ id, entity }) => needed.has(id) && !isBelowEvent(entity, emission.analysis.index),
  );
  for (const branch of sharedBranches(program, { own, needed, wanted })) emitRun(branch, scope);
  const results = own.filter(wanted).map((definition) => {
    const value = emitDefinition(definition.id, scope, emitExpr);
    return { value, column: resultColumn(definition, value, emission) };
  });
  const writes = emitState(program, scope);
  const stores = results.flatMap(({ value, column }) => storesOf(value, column, record));
  return {
    step: {
      ref: { name: 'step', parameters: ['i32'] },
      locals: locals.slice(1),
      statements: [...top, ...writes, ...stores],
    },
    results: results.map(({ column }) => column),
  };
}

function resultColumn(definition: Definition, value: Value, emission: Emission): ResultColumn {
  const { node: _, status, ...form } = value;
  const { rows } = emission.capacity;
  return {
    definition,
    form,
    value: newColumn(emission, widthOf(form, emission), rows),
    ...(status && { status: newColumn(emission, statusWidth, rows) }),
    mayMiss: status?.mayMiss ?? false,
    zeroed: status?.zeroed ?? false,
  };
}

function storesOf(
  { node, status }: Value,
  column: ResultColumn,
  { row }: RecordScope,
): readonly Statement[] {
  const value = storeCell(column.value, row, node);
  if (!column.status) return [value];
  return [value, storeCell(column.status, row, status?.node ?? int(0))];
}
