import type { DayNumber, Validity, YearStart } from '@tiaoli/base';
import { dayNumber, intersectValidity } from '@tiaoli/base';
import type {
  DateRef,
  DerogationDeclaration,
  EnumerationDeclaration,
  FillDeclaration,
  Module,
  ParameterDeclaration,
} from '@tiaoli/ir';
import type { Jurisdictions } from './jurisdiction.ts';
import { distanceOf } from './jurisdiction.ts';

/** What binding one module for one place and one set of dates looks up, and the windows that it narrows. */
export interface BindContext {
  readonly dates: Readonly<Record<DateRef, DayNumber>>;
  readonly yearStart: YearStart;
  readonly parameters: ReadonlyMap<string, ParameterDeclaration>;
  readonly enumerations: ReadonlyMap<string, EnumerationDeclaration>;
  /** Those that hold in the place, by parameter, each with how near its document stands to the place. */
  readonly fills: ReadonlyMap<string, readonly Near<FillDeclaration>[]>;
  readonly derogations: ReadonlyMap<string, readonly Near<DerogationDeclaration>[]>;
  /** For each governing date: the days on which every choice made so far stays the same. */
  readonly windows: Map<DateRef, Validity>;
}

export type Near<T> = T & { readonly distance: number };

export function bindContext(
  module: Module,
  dates: Readonly<Record<DateRef, DayNumber>>,
  chain: readonly string[],
  jurisdictions: Jurisdictions,
): BindContext {
  const near = <T extends { readonly document: string }>(items: readonly T[]): Near<T>[] =>
    items.flatMap((item) => {
      const distance = distanceOf(item.document, chain, jurisdictions);
      return distance === undefined ? [] : [{ ...item, distance }];
    });
  const { declarations } = module;
  const target = jurisdictions.documents.get(module.document)?.[0];
  return {
    dates,
    yearStart: target?.yearStart ?? { month: 1, day: 1 },
    parameters: byId(declarations.filter((each) => each.kind === 'parameter')),
    enumerations: byId(declarations.filter((each) => each.kind === 'enumeration')),
    fills: byParameter(near(declarations.filter((each) => each.kind === 'fill'))),
    derogations: byParameter(near(declarations.filter((each) => each.kind === 'derogation'))),
    windows: new Map(Object.keys(dates).map((ref) => [ref, {}])),
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function byParameter<T extends { readonly parameter: string }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(items, ({ parameter }) => parameter);
}

/** Notes that what was chosen holds on these days of `ref` only. */
export function narrowWindow({ windows }: BindContext, ref: DateRef, window: Validity): void {
  windows.set(ref, intersectValidity(windows.get(ref) ?? {}, window) ?? window);
}

/** The insured year named `year`: its first and its last day. */
export function daysOfYear(year: number, { month, day }: YearStart): Validity {
  return {
    from: dayNumber({ year, month, day }),
    to: dayNumber({ year: year + 1, month, day }) - 1,
  };
}
