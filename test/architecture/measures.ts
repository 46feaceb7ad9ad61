import { parseSync, Visitor } from 'oxc-parser';
import type { SourceFile } from './source-tree.ts';
import { isTest } from './source-tree.ts';

/** The size of one function: its lines, and how deep control flow nests inside it. */
export interface FunctionMeasure {
  /** `packages/ir/src/walk-expr.ts:12 mapExpr`; functions without a name are `callback`. */
  readonly place: string;
  readonly lines: number;
  /** 1 for a loop or condition directly in the function; a chain of `else if` counts once. */
  readonly nesting: number;
}

/** A node as far as measuring goes; offsets count UTF-16 units. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** The lines of a file. */
export function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** The middle value (`fraction` 0.5) or another quantile of the numbers; 0 for none. */
export function quantile(numbers: readonly number[], fraction: number): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? 0;
}

/**
 * Measures every function of a file, from its first line to its last.
 *
 * The callbacks of a test file are left out: `describe` and `test` are as long as their tables.
 */
export function measureFunctions({ path, text }: SourceFile): readonly FunctionMeasure[] {
  const done: FunctionMeasure[] = [];
  const open: { readonly name: string; depth: number; deepest: number }[] = [];
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const enter = (name: string) => (): void => {
    open.push({ name, depth: 0, deepest: 0 });
  };
  const leave = (node: Node): void => {
    const frame = open.pop();
    if (!frame || (frame.name === 'callback' && isTest(path))) return;
    const place = `${path}:${lineAt(node.start)} ${frame.name}`;
    done.push({
      place,
      lines: lineAt(node.end) - lineAt(node.start) + 1,
      nesting: frame.deepest,
    });
  };
  const deeper = (): void => {
    const frame = open.at(-1);
    if (!frame) return;
    frame.depth += 1;
    frame.deepest = Math.max(frame.deepest, frame.depth);
  };
  const shallower = (): void => {
    const frame = open.at(-1);
    if (frame) frame.depth -= 1;
  };
  const elseIfs = new Set<number>();
  new Visitor({
    FunctionDeclaration: (node) => enter(node.id?.name ?? 'callback')(),
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enter('callback'),
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enter('callback'),
    'ArrowFunctionExpression:exit': leave,
    IfStatement(node) {
      if (node.alternate?.type === 'IfStatement') elseIfs.add(node.alternate.start);
      if (!elseIfs.has(node.start)) deeper();
    },
    'IfStatement:exit'(node) {
      if (!elseIfs.has(node.start)) shallower();
    },
    ForStatement: deeper,
    'ForStatement:exit': shallower,
    ForOfStatement: deeper,
    'ForOfStatement:exit': shallower,
    ForInStatement: deeper,
    'ForInStatement:exit': shallower,
    WhileStatement: deeper,
    'WhileStatement:exit': shallower,
    DoWhileStatement: deeper,
    'DoWhileStatement:exit': shallower,
    SwitchStatement: deeper,
    'SwitchStatement:exit': shallower,
    TryStatement: deeper,
    'TryStatement:exit': shallower,
  }).visit(parseSync(path, text).program);
  return done;
}
