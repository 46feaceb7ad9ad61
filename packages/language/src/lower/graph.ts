import type { Span } from '@tiaoli/base';
import type {
  Accumulator,
  ClauseRef,
  Definition,
  Expr,
  LayerStep,
  Origin,
  ValueType,
} from '@tiaoli/ir';
import { definitionRef } from '@tiaoli/ir';

/** The lowered half of a module while it grows. */
export interface Graph {
  readonly definitions: Definition[];
  readonly accumulators: Accumulator[];
}

export function emptyGraph(): Graph {
  return { definitions: [], accumulators: [] };
}

/** What a group of definitions has in common: the declaration that they are lowered from. */
export interface GraphOwner {
  readonly declaration: string;
  readonly entity: string;
  readonly span: Span;
  readonly clause?: ClauseRef;
}

export interface NewDefinition {
  readonly id: string;
  readonly name: string;
  readonly type: ValueType;
  readonly body: Expr;
  readonly optional?: boolean;
  readonly visibility?: Definition['visibility'];
  readonly step?: LayerStep;
  readonly case?: string;
  readonly clause?: ClauseRef;
  readonly span?: Span;
}

/** Adds a definition and gives the reference to it. */
export function define(graph: Graph, owner: GraphOwner, made: NewDefinition): Expr {
  graph.definitions.push({
    id: made.id,
    name: made.name,
    entity: owner.entity,
    type: made.type,
    optional: made.optional ?? false,
    body: made.body,
    origin: originOf(owner, made),
    visibility: made.visibility ?? 'step',
  });
  return definitionRef(made.id);
}

function originOf(owner: GraphOwner, made: NewDefinition): Origin {
  const clause = made.clause ?? owner.clause;
  return {
    declaration: owner.declaration,
    span: made.span ?? owner.span,
    ...(made.step && { step: made.step }),
    ...(made.case !== undefined && { case: made.case }),
    ...(clause && { clause }),
  };
}
