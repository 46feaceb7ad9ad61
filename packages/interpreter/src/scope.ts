import type { YearStart } from '@tiaoli/base';
import type { Expr, ModuleIndex, ReferenceData } from '@tiaoli/ir';
import type { State } from './state.ts';
import type { TraceRecorder } from './trace.ts';
import type { Facts, Outcome } from './values.ts';

/** What one run of the step function has in common. */
export interface StepContext {
  readonly index: ModuleIndex;
  readonly yearStart: YearStart;
  readonly state: State;
  readonly reference: ReferenceData;
  readonly trace?: TraceRecorder;
}

/** A record at hand, the record that it belongs to, and what was already evaluated on it. */
export interface Scope {
  readonly step: StepContext;
  readonly facts: Facts;
  /** Entity of a child record; absent on the event, which stands for all entities above it too. */
  readonly entity?: string;
  /** Which of the records given, from 0. */
  readonly position?: number;
  readonly parent?: Scope;
  /** Member at hand inside a `set-aggregate`. */
  readonly element?: string;
  /** Outcomes by definition, input and accumulator id: each is evaluated once a record. */
  readonly definitions: Map<string, Outcome>;
  readonly inputs: Map<string, Outcome>;
  readonly accumulators: Map<string, Outcome>;
  /** Scopes of the child records, by entity id. */
  readonly children: Map<string, readonly Scope[]>;
}

/** The dispatcher, handed to the families of kinds so that files do not import each other in a circle. */
export type Evaluate = (expr: Expr, scope: Scope) => Outcome;

export function eventScope(step: StepContext, facts: Facts): Scope {
  return { step, facts, ...nothingEvaluated() };
}

export function childScope(
  parent: Scope,
  entity: string,
  child: { readonly facts: Facts; readonly position: number },
): Scope {
  return { ...parent, ...child, entity, parent, ...nothingEvaluated() };
}

function nothingEvaluated(): Pick<Scope, 'definitions' | 'inputs' | 'accumulators' | 'children'> {
  return {
    definitions: new Map(),
    inputs: new Map(),
    accumulators: new Map(),
    children: new Map(),
  };
}

/** The scope on which what belongs to `entity` is evaluated: the nearest record of it, else the event. */
export function homeScope(entity: string, scope: Scope): Scope {
  let home = scope;
  while (home.parent && home.entity !== entity) home = home.parent;
  return home;
}

/** The event to which the record belongs. */
export function rootScope(scope: Scope): Scope {
  let root = scope;
  while (root.parent) root = root.parent;
  return root;
}
