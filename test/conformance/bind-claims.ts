import type { DayNumber } from '@tiaoli/base';
import { isInForce } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import type { Facts } from '@tiaoli/interpreter';
import { isNumber } from '@tiaoli/interpreter';
import type { DateRef, Module, Program } from '@tiaoli/ir';

/** Finds the program for the dates of a claim; each stretch of days is bound once. */
export type ProgramFor = (facts: Facts) => Program;

export function programsOf(module: Module, jurisdiction?: string): ProgramFor {
  const bound: Program[] = [];
  const dateRefs = governingDates(module);
  return (facts) => {
    const dates = datesOf(dateRefs, facts);
    const known = bound.find(({ validity }) =>
      Object.entries(dates).every(([ref, day]) => isInForce(validity[ref] ?? {}, day)),
    );
    if (known) return known;
    const { program, diagnostics } = bind(module, {
      dates,
      ...(jurisdiction !== undefined && { jurisdiction }),
    });
    if (!program) throw new Error(`not bound: ${diagnostics.map(({ code }) => code).join()}`);
    bound.push(program);
    return program;
  };
}

function datesOf(
  refs: readonly DateRef[],
  { inputs }: Facts,
): Readonly<Record<DateRef, DayNumber>> & { readonly on: DayNumber } {
  const days = refs.flatMap((ref): [DateRef, DayNumber][] => {
    const value = inputs.get(ref);
    return value !== null && value !== undefined && isNumber(value)
      ? [[ref, Number(value.numerator)]]
      : [];
  });
  const { on = 0, ...rest } = Object.fromEntries(days);
  return { ...rest, on };
}
