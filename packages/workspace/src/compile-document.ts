import type { DayNumber, Diagnostic } from '@tiaoli/base';
import { assertNever, fileSpan, intersectValidity, printDate } from '@tiaoli/base';
import {
  bind,
  emitHtml,
  emitJs,
  emitJsonSchema,
  emitOpenApi,
  emitSql,
  emitWasm,
  governingDates,
} from '@tiaoli/compiler';
import type { DateRef, Module, Program } from '@tiaoli/ir';
import { encodeModule } from '@tiaoli/ir';
import type { DocumentHeader } from '@tiaoli/language';
import { lastChange } from './last-change.ts';
import type { VersionSpan } from './list-versions.ts';
import { versionSpans } from './list-versions.ts';
import { report } from './messages.ts';
import type { Policies } from './open-policies.ts';
import type { DocumentReference } from './resolve-reference.ts';

/** A query in the words of each database. */
const sqlTargets = {
  'duckdb-sql': 'duckdb',
  'postgres-sql': 'postgres',
  'spark-sql': 'spark',
} as const;
type SqlTarget = keyof typeof sqlTargets;

export const compileTargets = [
  'js',
  'wasm',
  'duckdb-sql',
  'postgres-sql',
  'spark-sql',
  'json-schema',
  'openapi',
  'html',
  'ir',
] as const;
export type CompileTarget = (typeof compileTargets)[number];

export interface CompileRequest {
  readonly target: CompileTarget;
  readonly jurisdiction?: string;
  /** Compile the version in force on this day only. */
  readonly on?: DayNumber;
}

/** A file to be written, its name relative to the output folder. */
export interface CompiledFile {
  readonly name: string;
  readonly text: string;
  /** Of a binary file, in place of the text. */
  readonly bytes?: Uint8Array;
}

/** Made of programs, one for each stretch of days in which nothing changes. */
const boundTargets = ['js', 'wasm', 'duckdb-sql', 'postgres-sql', 'spark-sql'] as const;
type BoundTarget = (typeof boundTargets)[number];

function isBound(target: CompileTarget): target is BoundTarget {
  return boundTargets.some((each) => each === target);
}

/**
 * What a document is compiled to.
 *
 * `js`, `wasm` and SQL bind: one calculator per stretch of days in which nothing changes (`ID@FROM.js`, its types, and
 * the traced one; `ID@FROM.wasm` and the layout of its memory; `ID@FROM.duckdb.sql` and the layout of its columns). Anything else is per file of the document: the schemas of a case and of its result, the OpenAPI description of a service
 * that settles cases, the rendered policy with its sources, the IR.
 */
export function compileDocument(
  policies: Policies,
  reference: DocumentReference,
  request: CompileRequest,
): { readonly files: readonly CompiledFile[]; readonly diagnostics: readonly Diagnostic[] } {
  const on = request.on ?? reference.on;
  const spans = versionSpans(reference.headers).filter(
    ({ from, to }) => on === undefined || (from <= on && (to === undefined || on <= to)),
  );
  if (spans.length === 0) {
    const date = on === undefined ? '—' : printDate(on);
    const span = reference.headers[0]?.span ?? fileSpan(reference.id);
    const finding = report('no-version-in-force', { id: reference.id, date }, span);
    return { files: [], diagnostics: [finding] };
  }
  const files: CompiledFile[] = [];
  for (const span of isBound(request.target) ? inStretches(policies, spans) : firstSpans(spans)) {
    const { module, diagnostics } = policies.lower(span.header.path, on ?? span.from);
    if (!module)
      return { files: [], diagnostics: [notUsable(span.header, diagnostics), ...diagnostics] };
    const asked = { ...request, texts: policies.texts, ...(on !== undefined && { on }) };
    const compiled = compileVersion(module, span, asked);
    if (compiled.diagnostics.length > 0) return { files: [], diagnostics: compiled.diagnostics };
    files.push(...compiled.files);
  }
  return { files, diagnostics: [] };
}

interface VersionRequest extends CompileRequest {
  readonly texts: ReadonlyMap<string, string>;
}

interface Compiled {
  readonly files: readonly CompiledFile[];
  readonly diagnostics: readonly Diagnostic[];
}

function compileVersion(
  module: Module,
  { header, from, to }: VersionSpan,
  { target, jurisdiction, on, texts }: VersionRequest,
): Compiled {
  const name = `${fileName(header.id)}@${printDate(from)}`;
  if (!isBound(target)) return { files: filesOf(target, module, name, texts), diagnostics: [] };
  if (on !== undefined) {
    const { program, diagnostics } = bindOn(module, on, jurisdiction);
    return program ? calculatorFiles(target, program, name) : { files: [], diagnostics };
  }
  const span = { header, from, ...(to !== undefined && { to }) };
  return compileStretches(module, span, {
    target,
    ...(jurisdiction !== undefined && { jurisdiction }),
  });
}

/** What is made of a file as it is, without a place or a day. */
function filesOf(
  target: Exclude<CompileTarget, BoundTarget>,
  module: Module,
  name: string,
  texts: ReadonlyMap<string, string>,
): readonly CompiledFile[] {
  switch (target) {
    case 'ir':
      return [{ name: `${name}.ir.json`, text: encodeModule(module) }];
    case 'json-schema': {
      const { input, output } = emitJsonSchema(module);
      return [
        { name: `${name}.input.schema.json`, text: asJson(input) },
        { name: `${name}.output.schema.json`, text: asJson(output) },
      ];
    }
    case 'openapi':
      return [{ name: `${name}.openapi.json`, text: asJson(emitOpenApi(module)) }];
    case 'html': {
      const text = emitHtml(module, texts);
      return text === undefined ? [] : [{ name: `${name}.html`, text }];
    }
    default:
      return assertNever(target);
  }
}

/**
 * A calculator for each stretch of days within a version: what the document rests on changes at dates of its own.
 *
 * Ends with the last day on which anything in the module changes.
 */
function compileStretches(
  module: Module,
  { header, from, to }: VersionSpan,
  { target, jurisdiction }: { readonly target: BoundTarget; readonly jurisdiction?: string },
): Compiled {
  const last = Math.min(to ?? Number.POSITIVE_INFINITY, lastChange(module) ?? from);
  const files: CompiledFile[] = [];
  let day = from;
  let before: string | undefined;
  while (day <= Math.max(from, last)) {
    const { program, diagnostics } = bindOn(module, day, jurisdiction);
    if (!program) return { files: [], diagnostics };
    const made = calculatorFiles(target, program, `${fileName(header.id)}@${printDate(day)}`);
    if (made.diagnostics.length > 0) return made;
    const code = contentOf(made.files);
    if (code !== before) files.push(...made.files);
    before = code;
    day = endOf(program, day) + 1;
  }
  return { files, diagnostics: [] };
}

/** The last of the days from `day` on for which the program holds. */
function endOf({ validity }: Program, day: DayNumber): DayNumber {
  const ends = Object.values(validity).flatMap(({ to }) => (to === undefined ? [] : [to]));
  return Math.max(day, Math.min(...ends));
}

/** The program when every governing date is this day. */
function bindOn(module: Module, day: DayNumber, jurisdiction: string | undefined) {
  const dates: Record<DateRef, DayNumber> = { on: day };
  for (const ref of governingDates(module)) dates[ref] = day;
  return bind(module, { dates, ...(jurisdiction !== undefined && { jurisdiction }) });
}

/** What tells one calculator from the next, whatever it is called. */
function contentOf(files: readonly CompiledFile[]): string {
  return files.map(({ text, bytes }) => (bytes ? bytes.join() : text)).join('\n');
}

function calculatorFiles(target: BoundTarget, program: Program, name: string): Compiled {
  if (target === 'js') return { files: jsFiles(program, name), diagnostics: [] };
  if (target !== 'wasm') return sqlFiles(target, program, name);
  const { emitted, diagnostics } = emitWasm(program);
  if (!emitted) return { files: [], diagnostics };
  const { bytes, layout, exports, imports } = emitted;
  return {
    files: [
      { name: `${name}.wasm`, text: '', bytes },
      { name: `${name}.layout.json`, text: asJson({ exports, imports, ...layout }) },
    ],
    diagnostics: [],
  };
}

function sqlFiles(target: SqlTarget, program: Program, name: string): Compiled {
  const dialect = sqlTargets[target];
  const { emitted, diagnostics } = emitSql(program, { dialect });
  if (!emitted) return { files: [], diagnostics };
  return {
    files: [
      { name: `${name}.${dialect}.sql`, text: emitted.text },
      { name: `${name}.${dialect}.layout.json`, text: asJson(emitted.layout) },
    ],
    diagnostics: [],
  };
}

function jsFiles(program: Program, name: string): readonly CompiledFile[] {
  const plain = emitJs(program);
  const traced = emitJs(program, { traced: true });
  return [
    { name: `${name}.js`, text: plain.code },
    { name: `${name}.d.ts`, text: plain.types },
    { name: `${name}.traced.js`, text: traced.code },
    { name: `${name}.traced.d.ts`, text: traced.types },
  ];
}

/** Cut where another version of something that the document rests on begins. */
function inStretches(
  { language }: Policies,
  spans: readonly VersionSpan[],
): readonly VersionSpan[] {
  return spans.flatMap(({ header, ...span }) =>
    language.stretches(header.path).flatMap((stretch) => {
      const days = intersectValidity(span, stretch);
      return days?.from === undefined ? [] : [{ header, ...days, from: days.from }];
    }),
  );
}

/** One span per file: schemas and IR hold every version of it. */
function firstSpans(spans: readonly VersionSpan[]): readonly VersionSpan[] {
  return [...Map.groupBy(spans, ({ header }) => header.path).values()].flatMap((same) =>
    same.slice(0, 1),
  );
}

/** An id as the name of a file: what file systems refuse becomes `_`. */
function fileName(id: string): string {
  return id.replace(/[\\/:*?"<>|\s]/g, '_');
}

function notUsable({ path }: DocumentHeader, diagnostics: readonly Diagnostic[]): Diagnostic {
  const count = diagnostics.filter(({ severity }) => severity === 'error').length;
  return report('policy-has-errors', { count }, fileSpan(path));
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
