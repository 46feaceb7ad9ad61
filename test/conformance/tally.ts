import type { Expr, Module } from '@tiaoli/ir';
import { walkExpr } from '@tiaoli/ir';
import type { GeneratedClaim } from './generate/claims.ts';
import type { GeneratedPolicy } from './generate/policies.ts';

/** What a run of the generator was made of. */
export interface Tally {
  policy(policy: GeneratedPolicy, module: Module): void;
  claim(claim: GeneratedClaim): void;
  /** A claim of which a number went beyond 64 bits, so that the bulk calculator gave none. */
  flagged(): void;
  /** Constructs of the surface by name, kinds of expression, rounding modes and periods of the IR. */
  readonly counts: ReadonlyMap<string, number>;
  readonly claims: () => number;
  readonly flags: () => number;
  /** The share of costs within 1 fen of a breakpoint. */
  readonly nearShare: () => number;
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  const count = (name: string, by = 1): void => {
    counts.set(name, (counts.get(name) ?? 0) + by);
  };
  let [claims, near, flags] = [0, 0, 0];
  return {
    counts,
    policy: ({ features }, module) => {
      for (const [feature, times] of features) count(feature, times);
      for (const { period } of module.accumulators) count(`period ${period}`);
      for (const body of exprsOf(module)) walkExpr(body, (expr) => count(nameOf(expr)));
    },
    claim: ({ nearBreakpoint }) => {
      claims += 1;
      if (nearBreakpoint) near += 1;
    },
    flagged: () => {
      flags += 1;
    },
    claims: () => claims,
    flags: () => flags,
    nearShare: () => near / Math.max(claims, 1),
  };
}

function exprsOf({ definitions, declarations }: Module): readonly Expr[] {
  const cells = declarations.flatMap((declaration) =>
    declaration.kind === 'parameter'
      ? declaration.versions.flatMap((version) => version.cells.map(({ value }) => value))
      : [],
  );
  return [...definitions.map(({ body }) => body), ...cells];
}

/** The kind, and the mode or operator where there are several. */
function nameOf(expr: Expr): string {
  switch (expr.kind) {
    case 'round':
      return `expr round ${expr.mode}`;
    case 'combine':
    case 'set-aggregate':
    case 'child-aggregate':
      return `expr ${expr.kind} ${expr.operator}`;
    case 'cases':
      return `expr cases ${expr.overlap}`;
    default:
      return `expr ${expr.kind}`;
  }
}
