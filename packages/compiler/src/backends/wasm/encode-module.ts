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
  const bytes = [
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, all.map(functionType)),
    ...section(
      2,
      imports.map((ref, index) => [...name('host'), ...name(ref.name), 0x00, ...unsigned(index)]),
    ),
    ...section(
      3,
      functions.map((_, index) => unsigned(imports.length + index)),
    ),
    ...section(5, [[0x00, ...unsigned(pages)]]),
    ...section(6, globals.map(zeroGlobal)),
    ...section(7, [
      [...name('memory'), 0x02, 0x00],
      ...exports.map((ref) => [...name(ref.name), 0x00, ...unsigned(ref.index ?? 0)]),
    ]),
    ...section(10, functions.map(functionCode)),
    ...section(11, content.map(segment)),
  ];
  return Uint8Array.from(bytes);
}

function section(id: number, entries: readonly (readonly number[])[]): readonly number[] {
  if (entries.length === 0) return [];
  const body = [...unsigned(entries.length), ...entries.flat()];
  return [id, ...unsigned(body.length), ...body];
}

function functionType({ parameters, result }: FunctionRef): readonly number[] {
  const results = result ? [1, typeBytes[result]] : [0];
  return [
    0x60,
    ...unsigned(parameters.length),
    ...parameters.map((each) => typeBytes[each]),
    ...results,
  ];
}

function zeroGlobal(type: WasmType): readonly number[] {
  return [typeBytes[type], 0x01, type === 'i32' ? 0x41 : 0x42, 0x00, 0x0b];
}

function segment({ offset = 0, content = [] }: Region): readonly number[] {
  const bytes = [...new Uint8Array(BigInt64Array.from(content).buffer)];
  return [0x00, 0x41, ...signed(BigInt(offset)), 0x0b, ...unsigned(bytes.length), ...bytes];
}

function functionCode({ locals, statements, result }: FunctionBody): readonly number[] {
  const runs = localRuns(locals);
  const out: number[] = [...unsigned(runs.length)];
  for (const { type, count } of runs) out.push(...unsigned(count), typeBytes[type]);
  for (const statement of statements) writeStatement(statement, out);
  if (result) writeNode(result, out);
  out.push(0x0b);
  return [...unsigned(out.length), ...out];
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
      out.push(0x21, ...unsigned(statement.local));
      return;
    case 'set-global':
      writeNode(statement.value, out);
      out.push(0x24, ...unsigned(statement.global));
      return;
    case 'store':
      writeNode(statement.address, out);
      writeNode(statement.value, out);
      out.push(statement.code, 0x00, ...unsigned(placeOf(statement.region) + statement.skip));
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
      out.push(0x10, ...unsigned(indexOf(statement.target)));
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
      out.push(0x20, ...unsigned(node.index));
      return;
    case 'global':
      out.push(0x23, ...unsigned(node.index));
      return;
    case 'op':
      for (const each of node.args) writeNode(each, out);
      out.push(...node.code);
      return;
    case 'load':
      writeNode(node.address, out);
      out.push(node.code, 0x00, ...unsigned(placeOf(node.region) + node.skip));
      return;
    case 'call':
      for (const each of node.args) writeNode(each, out);
      out.push(0x10, ...unsigned(indexOf(node.target)));
      return;
    default:
      assertNever(node);
  }
}

function writeConstant({ type, value }: Extract<Node, { kind: 'const' }>, out: number[]): void {
  if (type === 'f64') {
    out.push(0x44, ...new Uint8Array(Float64Array.of(Number(value)).buffer));
    return;
  }
  out.push(type === 'i32' ? 0x41 : 0x42, ...signed(BigInt.asIntN(type === 'i32' ? 32 : 64, value)));
}

function placeOf({ offset }: Region): number {
  if (offset === undefined) throw new Error('a region without a place in memory');
  return offset;
}

function indexOf({ index, name: called }: FunctionRef): number {
  if (index === undefined) throw new Error(`a function that is not in the module: ${called}`);
  return index;
}

function name(text: string): readonly number[] {
  const bytes = [...new TextEncoder().encode(text)];
  return [...unsigned(bytes.length), ...bytes];
}

/** LEB128. */
function unsigned(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return bytes;
}

function signed(value: bigint): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    const isLast = (rest === 0n && low < 64) || (rest === -1n && low >= 64);
    bytes.push(isLast ? low : low + 128);
    if (isLast) return bytes;
  }
}
