import type { DayNumber, LocalText, Span, Validity } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import { versionInForce } from '@tiaoli/compiler';
import type { ClauseRef, Expr, Module, ModuleIndex } from '@tiaoli/ir';
import { canonicalText, indexModule, mapExpr, printExpr, sha256 } from '@tiaoli/ir';
import { exprOnDay } from './expr-on-day.ts';
import type { FactValue, Place, Step } from './structure.ts';

/** What facts are made with: the module, and the day on which it is looked at; every version without one. */
export interface FactContext {
  readonly module: Module;
  readonly index: ModuleIndex;
  readonly on?: DayNumber;
  /** A text that is equal for equal formulas, wherever they stand. */
  readonly canonical: (expr: Expr) => string;
}

export function factContext(module: Module, on?: DayNumber): FactContext {
  const index = indexModule(module);
  const day = on === undefined ? {} : { on };
  return { module, index, ...day, canonical: canonicalForms(module, index, on) };
}

/**
 * Declared names stand in a formula by themselves: what they mean is said where they are declared. A step, which has no
 * declared name, stands by its own formula. The document's own id is left out, so that two documents can be compared.
 */
function canonicalForms(
  { document }: Module,
  { definitions }: ModuleIndex,
  on: DayNumber | undefined,
): FactContext['canonical'] {
  const own = `"${document}/`;
  const hashes = new Map<string, string>();
  const meaningOf = (id: string): string => {
    const definition = definitions.get(id);
    if (!definition || definition.visibility === 'result') return id;
    const known = hashes.get(id);
    if (known !== undefined) return known;
    const form = canonicalText(withoutSplits(exprOnDay(definition.body, on)), meaningOf);
    const hash = sha256(form.replaceAll(own, '"/'));
    hashes.set(id, hash);
    return hash;
  };
  return (expr) => canonicalText(withoutSplits(expr), meaningOf).replaceAll(own, '"/');
}

/** By what a lower level may split a parameter is told where it is delegated, not wherever the parameter is read. */
function withoutSplits(expr: Expr): Expr {
  return mapExpr(expr, (each) => (each.kind === 'parameter' ? { ...each, splits: [] } : each));
}

/** A formula as it is on the day. */
export function formulaOf(
  expr: Expr,
  { index, on, canonical }: FactContext,
): Extract<FactValue, { kind: 'formula' }> {
  const value = exprOnDay(expr, on);
  const text: LocalText = { zh: printExpr(value, index, 'zh'), en: printExpr(value, index, 'en') };
  return { kind: 'formula', canonical: canonical(value), text };
}

export function placeOf({
  span,
  clause,
}: {
  readonly span: Span;
  readonly clause?: ClauseRef;
}): Place {
  return { file: span.file, line: span.start.line, clause: clause?.path ?? [] };
}

/** Something dated, with the steps that lead to it. */
export interface DatedPart<T> {
  readonly version: T;
  readonly steps: readonly Step[];
}

/** On a day the one version in force, without a step of its own; else each version behind its first day. */
export function versionsOf<T extends { readonly validity: Validity }>(
  versions: readonly T[],
  { on }: Pick<FactContext, 'on'>,
  before: readonly Step[] = [],
): readonly DatedPart<T>[] {
  if (on !== undefined) {
    const found = versionInForce(versions, on);
    return found ? [{ version: found, steps: before }] : [];
  }
  return versions.map((version) => {
    const { from } = version.validity;
    const step = from === undefined ? [] : [{ kind: 'version', from: printDate(from) } as const];
    return { version, steps: [...before, ...step] };
  });
}
