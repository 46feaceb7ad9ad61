import type { Diagnostic, Position, Span } from '@tiaoli/base';
import { report } from '../messages.ts';
import type { JsonMember, JsonNode } from './json-node.ts';

/** Deeper than any case; keeps the reader from overflowing the stack. */
const MAX_DEPTH = 40;

interface Cursor {
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
  offset: number;
  depth: number;
  readonly findings: Diagnostic[];
}

/**
 * Reads the JSON values of a text, one after another: a single case, or JSON lines of cases.
 *
 * Stricter than `JSON.parse`: a key that occurs twice is a finding, and numbers keep their digits. Stops at the first
 * mistake; never throws for what the text holds.
 */
export function readJson(
  file: string,
  text: string,
): { readonly values: readonly JsonNode[]; readonly diagnostics: readonly Diagnostic[] } {
  const cursor: Cursor = {
    file,
    text: text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text,
    lineStarts: lineStartsOf(text),
    offset: 0,
    depth: 0,
    findings: [],
  };
  const values: JsonNode[] = [];
  skipSpace(cursor);
  while (cursor.offset < cursor.text.length) {
    const value = readValue(cursor);
    if (!value) break;
    values.push(value);
    skipSpace(cursor);
  }
  if (values.length === 0 && cursor.findings.length === 0) {
    cursor.findings.push(report('empty-input', {}, spanFrom(cursor, 0)));
  }
  return { values, diagnostics: cursor.findings };
}

function readValue(cursor: Cursor): JsonNode | undefined {
  const first = cursor.text[cursor.offset];
  if (first === '{' || first === '[') return readNested(cursor, first);
  if (first === '"') return readString(cursor);
  return readWord(cursor);
}

function readNested(cursor: Cursor, opening: '{' | '['): JsonNode | undefined {
  if (cursor.depth >= MAX_DEPTH) {
    cursor.findings.push(
      report('json-too-deep', { limit: MAX_DEPTH }, spanFrom(cursor, cursor.offset, 1)),
    );
    return undefined;
  }
  cursor.depth += 1;
  const node = opening === '{' ? readObject(cursor) : readArray(cursor);
  cursor.depth -= 1;
  return node;
}

function readObject(cursor: Cursor): JsonNode | undefined {
  const start = cursor.offset;
  const members: JsonMember[] = [];
  const seen = new Map<string, Span>();
  const closed = readItems(cursor, '}', () => {
    const member = readMember(cursor);
    if (!member) return false;
    const earlier = seen.get(member.key);
    if (earlier) {
      cursor.findings.push(
        report('duplicate-field', { name: member.key }, member.keySpan, [
          { message: { zh: '前一处在这里', en: 'the earlier one is here' }, span: earlier },
        ]),
      );
    }
    seen.set(member.key, member.keySpan);
    members.push(member);
    return true;
  });
  return closed ? { kind: 'object', members, span: spanFrom(cursor, start) } : undefined;
}

function readMember(cursor: Cursor): JsonMember | undefined {
  if (cursor.text[cursor.offset] !== '"') return reportSyntax(cursor, '"');
  const key = readString(cursor);
  if (!key) return undefined;
  skipSpace(cursor);
  if (cursor.text[cursor.offset] !== ':') return reportSyntax(cursor, ':');
  cursor.offset += 1;
  skipSpace(cursor);
  const value = readValue(cursor);
  return value && { key: key.value, keySpan: key.span, value };
}

function readArray(cursor: Cursor): JsonNode | undefined {
  const start = cursor.offset;
  const items: JsonNode[] = [];
  const closed = readItems(cursor, ']', () => {
    const item = readValue(cursor);
    if (item) items.push(item);
    return item !== undefined;
  });
  return closed ? { kind: 'array', items, span: spanFrom(cursor, start) } : undefined;
}

/** Items apart by commas up to `closing`; false when one of them could not be read. */
function readItems(cursor: Cursor, closing: '}' | ']', readItem: () => boolean): boolean {
  cursor.offset += 1;
  skipSpace(cursor);
  if (cursor.text[cursor.offset] === closing) {
    cursor.offset += 1;
    return true;
  }
  while (readItem()) {
    skipSpace(cursor);
    const next = cursor.text[cursor.offset];
    if (next === closing) {
      cursor.offset += 1;
      return true;
    }
    if (next !== ',') {
      reportSyntax(cursor, `, ${closing}`);
      return false;
    }
    cursor.offset += 1;
    skipSpace(cursor);
  }
  return false;
}

function readString(
  cursor: Cursor,
): { readonly kind: 'string'; readonly value: string; readonly span: Span } | undefined {
  const start = cursor.offset;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids control characters inside strings.
  const pattern = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
  pattern.lastIndex = start;
  const match = pattern.exec(cursor.text);
  if (!match) return reportSyntax(cursor, '"…"');
  cursor.offset += match[0].length;
  return { kind: 'string', value: JSON.parse(match[0]), span: spanFrom(cursor, start) };
}

function readWord(cursor: Cursor): JsonNode | undefined {
  const start = cursor.offset;
  const pattern = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;
  pattern.lastIndex = start;
  const text = pattern.exec(cursor.text)?.[0];
  if (!text) return reportSyntax(cursor, '{ [ "…" 0 true false null');
  cursor.offset += text.length;
  const span = spanFrom(cursor, start);
  if (text === 'null') return { kind: 'null', span };
  if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', span };
  return { kind: 'number', text, span };
}

function reportSyntax(cursor: Cursor, expected: string): undefined {
  const found = cursor.text.slice(cursor.offset, cursor.offset + 12).split('\n')[0] ?? '';
  cursor.findings.push(
    report('json-syntax', { expected, found }, spanFrom(cursor, cursor.offset, found.length)),
  );
  return undefined;
}

function skipSpace(cursor: Cursor): void {
  const pattern = /[ \t\r\n]*/y;
  pattern.lastIndex = cursor.offset;
  cursor.offset += pattern.exec(cursor.text)?.[0].length ?? 0;
}

function spanFrom(cursor: Cursor, start: number, length?: number): Span {
  return {
    file: cursor.file,
    start: positionAt(cursor, start),
    end: positionAt(cursor, length === undefined ? cursor.offset : start + length),
  };
}

function positionAt(cursor: Cursor, offset: number): Position {
  let low = 0;
  let high = cursor.lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((cursor.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { offset, line: low + 1, column: offset - (cursor.lineStarts[low] ?? 0) + 1 };
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
