import type { Expr, Module } from '@tiaoli/ir';
import { referencesOf, walkExpr } from '@tiaoli/ir';

/** Ids of declarations. */
export interface WhatIsRead {
  readonly catalogues: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
}

/**
 * The catalogues whose rows the document in `file` looks at, and the parameters, through whatever it rests on: its own
 * definitions, what they read, the accumulators that go with them, and what is taken where a fact is not given.
 */
export function whatIsRead(
  { definitions, accumulators, declarations }: Module,
  file: string,
): WhatIsRead {
  const catalogues = new Set<string>();
  const parameters = new Set<string>();
  const bodies = new Map(definitions.map(({ id, body }) => [id, body]));
  const held = new Map(accumulators.map((each) => [each.id, each]));
  const usual = new Map(
    declarations.flatMap((each) =>
      each.kind === 'input' && each.default ? [[each.id, each.default]] : [],
    ),
  );
  const seen = new Set<Expr>();
  const left: (Expr | undefined)[] = definitions
    .filter(({ origin }) => origin.span.file === file)
    .map(({ body }) => body);
  while (left.length > 0) {
    const expr = left.pop();
    if (!expr || seen.has(expr)) continue;
    seen.add(expr);
    walkExpr(expr, (each) => {
      if (each.kind === 'catalogue-cell') catalogues.add(each.catalogue);
      if (each.kind === 'parameter') parameters.add(each.parameter);
    });
    const read = referencesOf(expr);
    left.push(...[...read.definitions].map((id) => bodies.get(id)));
    left.push(...[...read.inputs].map((id) => usual.get(id)));
    for (const id of read.accumulators) {
      const accumulator = held.get(id);
      left.push(
        ...(accumulator?.by ?? []),
        accumulator?.instance,
        bodies.get(accumulator?.next ?? ''),
      );
    }
  }
  return { catalogues, parameters };
}
