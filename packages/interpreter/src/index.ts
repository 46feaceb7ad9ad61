export type { StepOptions, StepResult } from './interpret-step.ts';
export { interpretStep } from './interpret-step.ts';
export { printOutcome, printValue } from './print-outcome.ts';
export type { State, Stored } from './state.ts';
export { emptyState, withStored } from './state.ts';
export type { TraceStep } from './trace.ts';
export type { Cause, Facts, Outcome, Spell, Value } from './values.ts';
export { isNumber, isSameValue, isSet, valueOfLiteral } from './values.ts';
