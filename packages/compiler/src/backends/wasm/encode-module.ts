import { assertNever } from '@tiaoli/base';
import type { FunctionBody, FunctionRef, Node, Region, Statement, WasmType } from './node.ts';

/** What is put into one binary module. */
export interface WasmModule {
  readonly imports: readonly FunctionRef[];
  readonly functions: readonly FunctionBody[];
  readonly globals: readonly WasmType[];
  readonly exports: readonly FunctionRef[];
  /** In 64 KiB. */
  readonly pages: number;
  /** Regions with content. */
  readonly content: readonly Region[];
}

const typeBytes: Readonly<Record<WasmType, number>> = { i32: 0x7f, i64: 0x7e, f64: 0x7c };

/** The module in the binary format; its memory is exported as `memory`. */
export function encodeModule(module: WasmModule): Uint8Array<ArrayBuffer> {
  const { imports, functions, globals, exports, pages, content } = module;
  const all = [...imports, ...functions.map(({ ref }) => ref)];
  all.forEach((ref, index) => {
    ref.index = index;
  });
  const out: number[] = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  writeSection(1, all, writeFunctionType, out);
  writeSection(2, imports, writeImport, out);
  writeSection(3, functions, ({ ref }, to) => writeUnsigned(indexOf(ref), to), out);
  writeSection(5, [pages], writeMemory, out);
  writeSection(6, globals, writeGlobal, out);
  writeSection(7, [undefined, ...exports], writeExport, out);
  writeSection(10, functions, writeFunction, out);
  writeSection(11, content, writeSegment, out);
  return Uint8Array.from(out);
}

function writeSection<T>(
  id: number,
  entries: readonly T[],
  write: (entry: T, out: number[]) => void,
  out: number[],
): void {
  if (entries.length === 0) return;
  const body: number[] = [];
  writeUnsigned(entries.length, body);
  for (const entry of entries) write(entry, body);
  out.push(id);
  writeUnsigned(body.length, out);
  writeBytes(body, out);
}

function writeFunctionType({ parameters, result }: FunctionRef, out: number[]): void {
  out.push(0x60);
  writeUnsigned(parameters.length, out);
  for (const each of parameters) out.push(typeBytes[each]);
  if (result) out.push(1, typeBytes[result]);
  else out.push(0);
}

function writeImport(ref: FunctionRef, out: number[]): void {
  writeName('host', out);
  writeName(ref.name, out);
  out.push(0x00);
  writeUnsigned(indexOf(ref), out);
}

function writeMemory(pages: number, out: number[]): void {
  out.push(0x00);
  writeUnsigned(pages, out);
}

function writeGlobal(type: WasmType, out: number[]): void {
  out.push(typeBytes[type], 0x01, type === 'i32' ? 0x41 : 0x42, 0x00, 0x0b);
}

/** A function, or the memory. */
function writeExport(ref: FunctionRef | undefined, out: number[]): void {
  writeName(ref ? ref.name : 'memory', out);
  out.push(ref ? 0x00 : 0x02);
  writeUnsigned(ref ? indexOf(ref) : 0, out);
}

function writeSegment(region: Region, out: number[]): void {
  const bytes = new Uint8Array(BigInt64Array.from(region.content ?? []).buffer);
  out.push(0x00, 0x41);
  writeSigned(BigInt(placeOf(region)), out);
  out.push(0x0b);
  writeUnsigned(bytes.length, out);
  writeBytes(bytes, out);
}

function writeFunction({ locals, statements, result }: FunctionBody, out: number[]): void {
  const runs = localRuns(locals);
  const body: number[] = [];
  writeUnsigned(runs.length, body);
  for (const { type, count } of runs) {
    writeUnsigned(count, body);
    body.push(typeBytes[type]);
  }
  for (const statement of statements) writeStatement(statement, body);
  if (result) writeNode(result, body);
  body.push(0x0b);
  writeUnsigned(body.length, out);
  writeBytes(body, out);
}

function localRuns(locals: readonly WasmType[]) {
  const runs: { type: WasmType; count: number }[] = [];
  for (const type of locals) {
    const last = runs.at(-1);
    if (last?.type === type) last.count += 1;
    else runs.push({ type, count: 1 });
  }
  return runs;
}

function writeStatement(statement: Statement, out: number[]): void {
  switch (statement.kind) {
    case 'set':
      writeNode(statement.value, out);
      out.push(0x21);
      writeUnsigned(statement.local, out);
      return;
    case 'set-global':
      writeNode(statement.value, out);
      out.push(0x24);
      writeUnsigned(statement.global, out);
      return;
    case 'store':
      writeNode(statement.address, out);
      writeNode(statement.value, out);
      out.push(statement.code, 0x00);
      writeUnsigned(placeOf(statement.region) + statement.skip, out);
      return;
    case 'if':
      writeNode(statement.condition, out);
      out.push(0x04, 0x40);
      for (const each of statement.yes) writeStatement(each, out);
      if (statement.no.length > 0) out.push(0x05);
      for (const each of statement.no) writeStatement(each, out);
      out.push(0x0b);
      return;
    case 'while':
      // block { loop { leave unless the condition holds; body; again } }
      out.push(0x02, 0x40, 0x03, 0x40);
      writeNode(statement.condition, out);
      out.push(0x45, 0x0d, 0x01);
      for (const each of statement.body) writeStatement(each, out);
      out.push(0x0c, 0x00, 0x0b, 0x0b);
      return;
    case 'call':
      for (const each of statement.args) writeNode(each, out);
      out.push(0x10);
      writeUnsigned(indexOf(statement.target), out);
      if (statement.target.result) out.push(0x1a);
      return;
    default:
      assertNever(statement);
  }
}

function writeNode(node: Node, out: number[]): void {
  switch (node.kind) {
    case 'const':
      writeConstant(node, out);
      return;
    case 'local':
      out.push(0x20);
      writeUnsigned(node.index, out);
      return;
    case 'global':
      out.push(0x23);
      writeUnsigned(node.index, out);
      return;
    case 'op':
      for (const each of node.args) writeNode(each, out);
      out.push(...node.code);
      return;
    case 'load':
      writeNode(node.address, out);
      out.push(node.code, 0x00);
      writeUnsigned(placeOf(node.region) + node.skip, out);
      return;
    case 'call':
      for (const each of node.args) writeNode(each, out);
      out.push(0x10);
      writeUnsigned(indexOf(node.target), out);
      return;
    default:
      assertNever(node);
  }
}

function writeConstant({ type, value }: Extract<Node, { kind: 'const' }>, out: number[]): void {
  if (type === 'f64') {
    out.push(0x44);
    writeBytes(new Uint8Array(Float64Array.of(Number(value)).buffer), out);
    return;
  }
  out.push(type === 'i32' ? 0x41 : 0x42);
  writeSigned(BigInt.asIntN(type === 'i32' ? 32 : 64, value), out);
}

function placeOf({ offset }: Region): number {
  if (offset === undefined) throw new Error('a region without a place in memory');
  return offset;
}

function indexOf({ index, name: called }: FunctionRef): number {
  if (index === undefined) throw new Error(`a function that is not in the module: ${called}`);
  return index;
}

function writeName(text: string, out: number[]): void {
  const bytes = new TextEncoder().encode(text);
  writeUnsigned(bytes.length, out);
  writeBytes(bytes, out);
}

function writeBytes(bytes: Iterable<number>, out: number[]): void {
  for (const byte of bytes) out.push(byte);
}

/** LEB128. */
function writeUnsigned(value: number, out: number[]): void {
  let rest = value;
  while (rest > 127) {
    out.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  out.push(rest);
}

function writeSigned(value: bigint, out: number[]): void {
  let rest = value;
  while (rest > 63n || rest < -64n) {
    out.push(Number(rest & 0x7fn) + 128);
    rest >>= 7n;
  }
  out.push(Number(rest & 0x7fn));
}
