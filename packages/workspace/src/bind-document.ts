import type { DayNumber, Diagnostic } from '@tiaoli/base';
import { fileSpan, printDate } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import type { DateRef, Program } from '@tiaoli/ir';
import { meaningHash } from '@tiaoli/ir';
import { versionSpans } from './list-versions.ts';
import { report } from './messages.ts';
import type { Policies } from './open-policies.ts';
import type { DocumentReference } from './resolve-reference.ts';

export interface BoundDocument {
  readonly program: Program;
  /** Of the module that it was bound from. */
  readonly meaningHash: string;
}

/** A document as it is in force on a day in a place, ready to be calculated with, or why it is not. */
export function bindDocument(
  policies: Policies,
  { id, headers }: DocumentReference,
  { on, jurisdiction }: { readonly on: DayNumber; readonly jurisdiction?: string },
): { readonly bound?: BoundDocument; readonly diagnostics: readonly Diagnostic[] } {
  const span = versionSpans(headers).find(
    ({ from, to }) => from <= on && (to === undefined || on <= to),
  );
  if (!span) {
    const place = headers[0]?.span ?? fileSpan(id);
    return { diagnostics: [report('no-version-in-force', { id, date: printDate(on) }, place)] };
  }
  const { module, diagnostics } = policies.lower(span.header.path, on);
  if (!module) return { diagnostics };
  const dates: Record<DateRef, DayNumber> = { on };
  for (const ref of governingDates(module)) dates[ref] = on;
  const bound = bind(module, { dates, ...(jurisdiction !== undefined && { jurisdiction }) });
  if (!bound.program) return { diagnostics: bound.diagnostics };
  return {
    bound: { program: bound.program, meaningHash: meaningHash(module) },
    diagnostics: [],
  };
}
