/** Types of WebAssembly values: truth, statuses and addresses are `i32`, everything that means something `i64`. */
export type WasmType = 'i32' | 'i64' | 'f64';

/** A stretch of linear memory; its place is chosen when all are known. */
export interface Region {
  readonly bytes: number;
  /** Absent until the memory is laid out. */
  offset?: number;
  /** What it holds before anything is written. */
  readonly content?: readonly bigint[];
}

/** A function of the module, imported or its own. */
export interface FunctionRef {
  readonly name: string;
  readonly parameters: readonly WasmType[];
  readonly result?: WasmType;
  /** Absent until the module is put together. */
  index?: number;
}

/**
 * An instruction that gives a value.
 *
 * INVARIANT: without effect but for the flag of overflow, so it can be put anywhere and left out.
 */
export type Node =
  | { readonly kind: 'const'; readonly type: WasmType; readonly value: bigint }
  | { readonly kind: 'local'; readonly type: WasmType; readonly index: number }
  | { readonly kind: 'global'; readonly type: WasmType; readonly index: number }
  | {
      readonly kind: 'op';
      readonly type: WasmType;
      readonly code: readonly number[];
      readonly args: readonly Node[];
    }
  | {
      readonly kind: 'load';
      readonly type: WasmType;
      readonly code: number;
      readonly region: Region;
      /** Bytes behind the start of the region, beside the address. */
      readonly skip: number;
      readonly address: Node;
    }
  | {
      readonly kind: 'call';
      readonly type: WasmType;
      readonly target: FunctionRef;
      readonly args: readonly Node[];
    };

export type Statement =
  | { readonly kind: 'set'; readonly local: number; readonly value: Node }
  | { readonly kind: 'set-global'; readonly global: number; readonly value: Node }
  | {
      readonly kind: 'store';
      readonly code: number;
      readonly region: Region;
      readonly skip: number;
      readonly address: Node;
      readonly value: Node;
    }
  | {
      readonly kind: 'if';
      readonly condition: Node;
      readonly yes: readonly Statement[];
      readonly no: readonly Statement[];
    }
  | { readonly kind: 'while'; readonly condition: Node; readonly body: readonly Statement[] }
  | { readonly kind: 'call'; readonly target: FunctionRef; readonly args: readonly Node[] };

/** A function with a body: what `result` gives is worked out behind the statements. */
export interface FunctionBody {
  readonly ref: FunctionRef;
  /** Behind the parameters. */
  readonly locals: readonly WasmType[];
  readonly statements: readonly Statement[];
  readonly result?: Node;
}

export function constant(type: WasmType, value: bigint | number): Node {
  return { kind: 'const', type, value: BigInt(value) };
}

export function long(value: bigint | number): Node {
  return constant('i64', value);
}

export function int(value: bigint | number): Node {
  return constant('i32', value);
}

export function local(type: WasmType, index: number): Node {
  return { kind: 'local', type, index };
}

/** True for what costs nothing to write twice. */
export function isAtom({ kind }: Node): boolean {
  return kind === 'const' || kind === 'local';
}

/** The value of a constant; undefined for anything else. */
export function constantOf(node: Node): bigint | undefined {
  return node.kind === 'const' ? node.value : undefined;
}

export function isSameNode(left: Node, right: Node): boolean {
  if (left === right) return true;
  if (left.kind === 'const' && right.kind === 'const') return left.value === right.value;
  return left.kind === 'local' && right.kind === 'local' && left.index === right.index;
}

export function call(target: FunctionRef, ...args: readonly Node[]): Node {
  return { kind: 'call', type: target.result ?? 'i32', target, args };
}
