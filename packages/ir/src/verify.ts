import type { LocalText } from '@tiaoli/base';
import type { Module } from './module.ts';
import type { ModuleIndex } from './module-index.ts';
import { indexModule } from './module-index.ts';
import { orderDefinitions } from './order.ts';
import type { Program } from './program.ts';
import { isAssignable } from './type-algebra.ts';
import { inferType } from './type-of-expr.ts';
import { duplicateFaults, referenceFaults } from './verify-ids.ts';
import type { Fault, ProblemCode } from './verify-messages.ts';
import { problemMessages } from './verify-messages.ts';
import type { Placed } from './verify-places.ts';
import { placedExprs } from './verify-places.ts';
import { shapeFaults } from './verify-shapes.ts';
import { walkExpr } from './walk-expr.ts';

/** A broken invariant of a module: a fault of ours, or of whoever wrote the JSON, never of a source. */
export interface Problem {
  readonly code: ProblemCode;
  /** Id of the definition, accumulator or declaration in which it is. */
  readonly id: string;
  readonly message: LocalText;
}

/**
 * What breaks the invariants of a module or of a program; empty for a sound one.
 *
 * Ids are unique, references resolve and are visible from where they stand, nothing is evaluated in a circle, every
 * expression is well typed, 不适用 never reaches an operator that takes no such operand, literals, units and tables are
 * well formed. Of a program also: no `parameter`, no `dated`, definitions in evaluation order.
 */
export function verify(module: Module | Program): readonly Problem[] {
  const index = indexModule(module);
  const placed = placedExprs(module, index);
  const { cycles } = orderDefinitions(module);
  const faults = [
    ...duplicateFaults(module),
    ...referenceFaults(module, index),
    ...cycles.map((cycle): Fault => circleFault(cycle)),
    ...placed.flatMap((each) => [...typeFaults(each, index), ...shapeFaults(each, index)]),
    ...('jurisdiction' in module ? programFaults(module, placed) : []),
  ];
  return faults.map(({ code, id, detail }) => ({
    code,
    id,
    message: problemMessages[code].message({ id, detail }),
  }));
}

function circleFault(cycle: readonly string[]): Fault {
  const [first = ''] = cycle;
  return { code: 'ir-cycle', id: first, detail: [...cycle, first].join(' → ') };
}

function typeFaults({ id, expr, expected }: Placed, index: ModuleIndex): readonly Fault[] {
  const faults: Fault[] = [];
  const found = inferType(expr, {
    index,
    report: (fault, at, detail) =>
      faults.push({ code: `ir-${fault}`, id, detail: `${at.kind}: ${detail}` }),
  });
  if (found && expected && !isAssignable(found.type, expected.type)) {
    const detail = `${found.type.kind} → ${expected.type.kind}`;
    faults.push({ code: 'ir-wrong-type', id, detail });
  }
  if (found?.optional && expected?.optional === false) {
    faults.push({ code: 'ir-optional-body', id, detail: expr.kind });
  }
  return faults;
}

/** A program is bound and stands in evaluation order. */
function programFaults(program: Program, placed: readonly Placed[]): readonly Fault[] {
  const faults: Fault[] = [];
  for (const { id, expr, evaluated } of placed) {
    if (!evaluated) continue;
    walkExpr(expr, ({ kind }) => {
      if (kind === 'parameter' || kind === 'dated') {
        faults.push({ code: 'ir-unbound', id, detail: kind });
      }
    });
  }
  const ordered = orderDefinitions(program).definitions;
  const first = program.definitions.find(({ id }, at) => ordered[at]?.id !== id);
  if (first) faults.push({ code: 'ir-order', id: first.id, detail: '' });
  return faults;
}
