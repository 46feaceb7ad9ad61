export type { PolicySources } from './backends/html/emit-html.ts';
export { emitHtml } from './backends/html/emit-html.ts';
export { escapeHtml } from './backends/html/markup.ts';
export type { PolicyPart, PolicyParts } from './backends/html/policy-parts.ts';
export { policyParts } from './backends/html/policy-parts.ts';
export type { ValueRow } from './backends/html/value-table.ts';
export type { EmitOptions, EmittedModule } from './backends/js/emit-js.ts';
export { emitJs } from './backends/js/emit-js.ts';
export type {
  AccumulatorRow,
  CalculatorTables,
  FieldRow,
  ResultRow,
  TraceRow,
  ValueForm,
} from './backends/js/emit-tables.ts';
export type {
  Calculator,
  HeldFacts,
  HeldResults,
  HeldState,
  HeldStep,
  HeldValue,
} from './backends/js/load-calculator.ts';
export { loadCalculator } from './backends/js/load-calculator.ts';
export type { ReadStep } from './backends/js/read-steps.ts';
export { readSteps } from './backends/js/read-steps.ts';
export type {
  CalculatorRun,
  ExactFacts,
  ExactOutcome,
  ExactState,
} from './backends/js/run-calculator.ts';
export { holdFacts, runCalculator } from './backends/js/run-calculator.ts';
export type { OpenApi } from './backends/openapi/emit-openapi.ts';
export { emitOpenApi } from './backends/openapi/emit-openapi.ts';
export type { CaseSchemas } from './backends/schema/emit-json-schema.ts';
export { emitJsonSchema } from './backends/schema/emit-json-schema.ts';
export type { JsonSchema } from './backends/schema/value-schema.ts';
export type { SqlCell, SqlRow } from './backends/sql/cells.ts';
export {
  holdSqlClaim,
  holdSqlState,
  readSqlOutcomes,
  readSqlState,
} from './backends/sql/cells.ts';
export type { DialectName } from './backends/sql/dialect.ts';
export type { EmittedSql, SqlOptions } from './backends/sql/emit-sql.ts';
export { emitSql } from './backends/sql/emit-sql.ts';
export type {
  SqlAccumulator,
  SqlChild,
  SqlField,
  SqlForm,
  SqlLayout,
  SqlResult,
  SqlSpell,
} from './backends/sql/layout.ts';
export type { BulkCalculator } from './backends/wasm/bulk-calculator.ts';
export { bulkCalculator } from './backends/wasm/bulk-calculator.ts';
export type { Capacity } from './backends/wasm/capacity.ts';
export { exactCell, heldCell, readCell, writeCell } from './backends/wasm/cells.ts';
export type { EmittedWasm, WasmOptions, WasmResult } from './backends/wasm/emit-wasm.ts';
export { emitWasm } from './backends/wasm/emit-wasm.ts';
export { fillClaims } from './backends/wasm/fill-claims.ts';
export type * from './backends/wasm/layout.ts';
export type { GroupSum } from './backends/wasm/read-results.ts';
export { readOutcomes, readState, readSums, writeState } from './backends/wasm/read-results.ts';
export type { TextDictionary } from './backends/wasm/text-dictionary.ts';
export type { MessageCode } from './messages.ts';
export { messages } from './messages.ts';
export type { Analysis, NumberFacts } from './passes/analyse.ts';
export { analyse } from './passes/analyse.ts';
export type { BindResult, BindTarget } from './passes/bind.ts';
export { bind, governingDates } from './passes/bind.ts';
export type { Piece } from './passes/cell-grid.ts';
export { cellAt, piecesOf, pointsOf, withEmptySet } from './passes/cell-grid.ts';
export { checkDelegations } from './passes/check-delegations.ts';
export type { Grade, GradedValue } from './passes/grade-of.ts';
export { documentAndBasis, gradeAround, gradedValues, innermostClause } from './passes/grade-of.ts';
export type { ParameterPoint, ParameterValues, PlaceValues } from './passes/parameter-values.ts';
export { parameterValues } from './passes/parameter-values.ts';
export { versionInForce } from './passes/version-window.ts';
