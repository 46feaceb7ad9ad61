import type { DayNumber, Diagnostic } from '@tiaoli/base';
import { fileSpan, printDate } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import type { Facts } from '@tiaoli/interpreter';
import type { DateRef, Module, Program, ReferenceData } from '@tiaoli/ir';
import type { DocumentHeader } from '@tiaoli/language';
import { dayOf } from '../case/decode-record.ts';
import { ofKind } from '../case/vocabulary.ts';
import { report } from '../messages.ts';

/** One file of a document, compiled: it has the rules for the days of `header`. */
export interface CompiledVersion {
  readonly header: DocumentHeader;
  readonly module: Module;
}

export interface ProgramRequest {
  readonly versions: readonly CompiledVersion[];
  readonly jurisdiction?: string;
  /** The day whose rules are wanted whatever the claims' own dates are. */
  readonly on?: DayNumber;
  /** The day that stands for every governing date which a claim does not give. */
  readonly otherwiseOn?: DayNumber;
  readonly reference?: ReferenceData;
}

/** Programs by the dates of claims; each stretch of days is bound once. */
export interface ProgramSource {
  readonly request: ProgramRequest;
  readonly bound: BoundProgram[];
}

interface BoundProgram {
  readonly version: CompiledVersion;
  readonly program: Program;
}

export type FoundProgram =
  | {
      readonly kind: 'found';
      readonly program: Program;
      readonly version: CompiledVersion;
      readonly on: DayNumber;
      /** The day that chose the version: of the document's first layer, or the one asked for. */
      readonly ruledOn: DayNumber;
      /** The governing dates that are known, by which the version was chosen. */
      readonly dates: Readonly<Record<DateRef, DayNumber>>;
      /** Governing dates that are not given; what they choose is undetermined in `program`. */
      readonly unknownDates: readonly string[];
    }
  /** The date that chooses the version is not given: ids of inputs. */
  | { readonly kind: 'dates-missing'; readonly inputs: readonly string[] }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

export function createProgramSource(request: ProgramRequest): ProgramSource {
  return { request, bound: [] };
}

/**
 * The program for a claim with these facts, settled on `settledAt`.
 *
 * Of several files of one document, the one in force on the date that governs its first layer.
 */
export function programFor(
  source: ProgramSource,
  facts: Facts,
  settledAt: DayNumber | undefined,
): FoundProgram {
  const { versions, on: pinned, otherwiseOn } = source.request;
  const settled = settledAt ?? otherwiseOn;
  const missing = new Set<string>();
  for (const version of versions) {
    const lead = leadDate(version.module);
    const own = lead === 'on' ? settled : dateOf(lead, facts, version.module);
    const day = pinned ?? own ?? settled;
    if (day === undefined) missing.add(lead === 'on' ? settlementDate(version.module) : lead);
    else if (isWithin(version.header, day)) {
      return bindVersion(source, version, facts, { ruledOn: day, settledAt: settled ?? day });
    }
  }
  if (missing.size > 0) return { kind: 'dates-missing', inputs: [...missing] };
  return { kind: 'refused', diagnostics: [notInForce(versions, pinned ?? settled)] };
}

function bindVersion(
  source: ProgramSource,
  version: CompiledVersion,
  facts: Facts,
  { ruledOn, settledAt }: { readonly ruledOn: DayNumber; readonly settledAt: DayNumber },
): FoundProgram {
  const { on: pinned, otherwiseOn, jurisdiction } = source.request;
  const on = pinned ?? settledAt;
  const dates: Record<DateRef, DayNumber> = { on };
  const unknownDates: string[] = [];
  for (const ref of governingDates(version.module)) {
    const day = ref === 'on' ? on : (pinned ?? dateOf(ref, facts, version.module) ?? otherwiseOn);
    if (day === undefined) unknownDates.push(ref);
    else dates[ref] = day;
  }
  const known = source.bound.find(
    (each) => each.version === version && holdsFor(each.program, dates),
  );
  const chosen = { kind: 'found' as const, version, on, ruledOn, dates, unknownDates };
  if (known) return { ...chosen, program: known.program };
  const { program, diagnostics } = bind(version.module, {
    dates,
    ...(jurisdiction !== undefined && { jurisdiction }),
  });
  if (!program) return { kind: 'refused', diagnostics };
  source.bound.push({ version, program });
  return { ...chosen, program };
}

/** A program is bound with one set of dates known: `validity` has a window for each of them and for no other. */
function holdsFor({ validity }: Program, dates: Readonly<Record<DateRef, DayNumber>>): boolean {
  const known = Object.entries(dates);
  return (
    known.length === Object.keys(validity).length &&
    known.every(([ref, day]) => {
      const window = validity[ref];
      return window !== undefined && isWithin(window, day);
    })
  );
}

function isWithin(
  { from, to }: { readonly from?: DayNumber; readonly to?: DayNumber },
  day: DayNumber,
): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

/** The date that chooses the version of the document's first layer; `on` where it has no layer. */
function leadDate(module: Module): DateRef {
  const layers = ofKind(module.declarations, 'layer');
  const own = layers.find(({ document }) => document === module.document);
  return own?.governedBy ?? layers[0]?.governedBy ?? 'on';
}

/** The input by which claims are ordered: what to ask for where a date is missing. */
function settlementDate(module: Module): string {
  const event = ofKind(module.declarations, 'entity').find(({ order }) => order.length > 0);
  return event?.order[0] ?? 'on';
}

/** The day of a date input as given, or as its default names another date. */
export function dateOf(ref: DateRef, facts: Facts, module: Module): DayNumber | undefined {
  const inputs = ofKind(module.declarations, 'input');
  const tried = new Set<string>();
  let current: string | undefined = ref;
  while (current !== undefined && !tried.has(current)) {
    tried.add(current);
    const id: string = current;
    const day = dayOf(facts.inputs.get(id));
    if (day !== undefined) return day;
    const otherwise = inputs.find((input) => input.id === id)?.default;
    current = otherwise?.kind === 'input' ? otherwise.input : undefined;
  }
  return undefined;
}

function notInForce(versions: readonly CompiledVersion[], day: DayNumber | undefined): Diagnostic {
  const [first] = versions;
  const date = day === undefined ? '—' : printDate(day);
  const id = first?.header.id ?? '';
  return report('no-version-in-force', { id, date }, first?.header.span ?? fileSpan(id));
}
