import type { Rounding, Validity } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import type { DeclarationBase, Expr, Provenance, ValueType } from '@tiaoli/ir';
import { money, printRounding } from '@tiaoli/ir';
import { exprOnDay } from './expr-on-day.ts';
import type { FactContext } from './fact-context.ts';
import { formulaOf } from './fact-context.ts';
import type { Field } from './field.ts';
import type { Fact, FactValue, NumberUnit, Place, Step } from './structure.ts';

/** Facts as a list that is put together: nothing for what is not said. */
export type Facts = readonly Fact[];

/** Where facts stand: the steps before their field, and the place in the text. */
export interface At {
  readonly steps: readonly Step[];
  readonly place?: Place;
}

export const top: At = { steps: [] };

/** `at` with further steps. */
export function within(at: At, ...steps: readonly Step[]): At {
  return { ...at, steps: [...at.steps, ...steps] };
}

export function said(field: Field, value: FactValue | undefined, at: At = top): Facts {
  if (value === undefined) return [];
  const { steps, place } = at;
  return [{ part: { field, steps }, value, ...(place && { place }) }];
}

export function saidText(field: Field, value: string | undefined, at: At = top): Facts {
  return value === undefined ? [] : said(field, { kind: 'text', value }, at);
}

export function saidWord(field: Field, word: string | undefined, at: At = top): Facts {
  return word === undefined ? [] : said(field, { kind: 'word', word }, at);
}

export function saidNumber(
  field: Field,
  value: number | string | undefined,
  unit: NumberUnit = 'number',
  at: At = top,
): Facts {
  if (value === undefined) return [];
  return said(field, { kind: 'number', unit, value: String(value) }, at);
}

/** A list whose order means nothing; not said where it is empty. */
export function saidNames(field: Field, names: readonly string[], at: At = top): Facts {
  if (names.length === 0) return [];
  return said(field, { kind: 'names', values: names.toSorted(), ordered: false }, at);
}

export function saidInOrder(field: Field, names: readonly string[], at: At = top): Facts {
  if (names.length === 0) return [];
  return said(field, { kind: 'names', values: [...names], ordered: true }, at);
}

/** Said where it is true. */
export function saidIf(field: Field, value: boolean | undefined, at: At = top): Facts {
  return value ? said(field, { kind: 'truth', value }, at) : [];
}

export function saidDate(field: Field, day: number | undefined, at: At = top): Facts {
  return day === undefined ? [] : said(field, { kind: 'date', value: printDate(day) }, at);
}

export function saidValidity(field: Field, { from, to }: Validity, at: At = top): Facts {
  if (from === undefined && to === undefined) return [];
  const days = {
    ...(from !== undefined && { from: printDate(from) }),
    ...(to !== undefined && { to: printDate(to) }),
  };
  return said(field, { kind: 'validity', ...days }, at);
}

/** The last day of a version where it is written; on a day nobody asks. */
export function saidEnd({ to }: Validity, { on }: Pick<FactContext, 'on'>, at: At): Facts {
  return on === undefined ? saidDate('until', to, at) : [];
}

/** @param type  of what is rounded: money is rounded to 分, 角, 元 */
export function saidRounding(
  field: Field,
  rounding: Rounding | undefined,
  type: ValueType = money,
  at: At = top,
): Facts {
  if (!rounding) return [];
  const isMoney = type.kind === 'money';
  const text = {
    zh: printRounding(rounding, isMoney, 'zh'),
    en: printRounding(rounding, isMoney, 'en'),
  };
  return said(field, { kind: 'formula', canonical: `${rounding.mode} ${rounding.unit}`, text }, at);
}

export function saidProvenance(provenance: Provenance | undefined, at: At = top): Facts {
  return provenance ? said('provenance', { kind: 'provenance', provenance }, at) : [];
}

/** What an expression says: a literal by its value, anything else as a formula. */
export function saidExpr(
  field: Field,
  expr: Expr | undefined,
  context: FactContext,
  at: At = top,
): Facts {
  return expr === undefined ? [] : said(field, factValue(expr, context), at);
}

export function factValue(written: Expr, context: FactContext): FactValue {
  const expr = exprOnDay(written, context.on);
  if (expr.kind === 'undetermined') return { kind: 'unseen', reason: expr.reason };
  if (expr.kind !== 'literal') return formulaOf(expr, context);
  const { type, value } = expr;
  if (typeof value === 'boolean') return { kind: 'truth', value };
  if (typeof value !== 'string') return { kind: 'names', values: value, ordered: false };
  const unit = unitOf(type);
  if (unit !== undefined) return { kind: 'number', unit, value };
  return type.kind === 'date' ? { kind: 'date', value } : { kind: 'text', value };
}

export function unitOf({ kind }: ValueType): NumberUnit | undefined {
  switch (kind) {
    case 'money':
    case 'unit-price':
    case 'rate':
      return kind;
    case 'integer':
    case 'decimal':
      return 'number';
    default:
      return undefined;
  }
}

/** A word for a plain type; an enumeration by its name. */
export function saidType(field: Field, type: ValueType, at: At = top): Facts {
  switch (type.kind) {
    case 'enumeration':
      return saidText(field, ownName(type.enumeration), at);
    case 'set':
      return saidNames(field, [ownName(type.enumeration)], at);
    default:
      return saidWord(field, type.kind, at);
  }
}

/** What every declaration says beside its kind: another name, its source, the findings that its author accepts. */
export function saidOfAll(each: DeclarationBase, context: FactContext): Facts {
  const accepted = (each.exemptions ?? []).flatMap(({ code, reason, when }) => {
    const at = within(top, { kind: 'named', name: code });
    return [...saidText('accepted-finding', reason, at), ...saidExpr('when', when, context, at)];
  });
  return [...saidText('alias', each.alias), ...saidProvenance(each.provenance), ...accepted];
}

/** The declared name in an id: `national.common/结算.结算日期` is 结算.结算日期. */
export function ownName(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
