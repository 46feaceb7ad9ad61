import type { ValueType } from '@tiaoli/ir';
import type { Intent, IntentFact } from './intent.ts';
import type { FactWords, IntentWords } from './intent-words.ts';
import { parseRange } from './parse-range.ts';

/** What is wrong with an intent, and where: offsets in UTF-16 code units, the end not included. */
export type IntentProblem = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'expected'; readonly expected: Expected }
  | { readonly kind: 'unknown'; readonly what: Named; readonly name: string; readonly known: Names }
  | { readonly kind: 'ambiguous'; readonly name: string; readonly known: Names }
  | { readonly kind: 'repeated'; readonly name: string }
  /** A text, or what changes from day to day: it has too many values to be told apart. */
  | { readonly kind: 'unbounded'; readonly name: string }
  /** What is written for a number or a date is no range of it. */
  | { readonly kind: 'no-range'; readonly name: string; readonly type: ValueType['kind'] }
);

export type Expected = 'only' | 'colon' | 'closing' | 'fact' | 'value' | 'result' | 'end';
type Named = 'fact' | 'value' | 'result';
type Names = readonly string[];

export type ParsedIntent =
  | { readonly kind: 'intent'; readonly intent: Intent }
  | { readonly kind: 'problem'; readonly problem: IntentProblem };

/**
 * Reads `意图 只影响 {险种：居民；医院级别：三级、二级} 的 大病保险（尾差除外）`: braces for whom, behind 的 which results; the braces
 * or the results may be left out. Punctuation of either width and English keywords are the same. A result stands for what
 * is below it too: 大病保险 for 大病保险.起付.
 */
export function parseIntent(text: string, words: IntentWords): ParsedIntent {
  const read = sentence({ text, at: 0 }, words);
  return 'problem' in read ? { kind: 'problem', ...read } : { kind: 'intent', intent: read.value };
}

interface Reader {
  readonly text: string;
  readonly at: number;
}

type Read<T> = { readonly value: T; readonly next: Reader } | { readonly problem: IntentProblem };

function sentence(start: Reader, words: IntentWords): Read<Intent> {
  const { text } = start;
  const lead = skipped(start, /^(?:意图|intent\b)\s*[：:]?/iu) ?? start;
  const only = skipped(lead, /^(?:只应影响|只影响|只改变|only affects|only changes|only\b)/iu);
  if (!only) return expected(lead, 'only');
  const opened = skipped(only, /^[{｛]/u);
  const facts = opened ? factList(opened, words) : { value: [], next: only };
  if ('problem' in facts) return facts;
  const of = opened ? skipped(facts.next, /^(?:的|of\b)/iu) : only;
  const results = of ? resultList(of, words) : { value: undefined, next: facts.next };
  if ('problem' in results) return results;
  const except = skipped(results.next, exceptRounding);
  const end = except ?? results.next;
  if (!isDone(end)) return expected(end, 'end');
  const found = results.value && { results: results.value };
  const isSaid = except !== undefined;
  const said = text.slice(behindSpace(lead).at).trim();
  const intent = { text: said, facts: facts.value, ...found, exceptRounding: isSaid };
  return { value: intent, next: end };
}

const exceptRounding = /^[（(]\s*(?:尾差除外|except rounding)\s*[)）]/iu;

function factList(opened: Reader, words: IntentWords): Read<readonly IntentFact[]> {
  const found: IntentFact[] = [];
  let left = opened;
  for (;;) {
    const fact = oneFact(left, words, found);
    if ('problem' in fact) return fact;
    found.push(fact.value);
    const closed = skipped(fact.next, /^[；;]?\s*[}｝]/u);
    if (closed) return { value: found, next: closed };
    const more = skipped(fact.next, /^[；;]/u);
    if (!more) return expected(fact.next, 'closing');
    left = more;
  }
}

function oneFact(
  start: Reader,
  { facts }: IntentWords,
  earlier: readonly IntentFact[],
): Read<IntentFact> {
  const name = nameAt(start);
  if (!name) return expected(start, 'fact');
  const fact = factNamed(name, facts);
  if ('problem' in fact) return fact;
  const { id, kind, values, type } = fact.value;
  if (earlier.some((each) => each.id === id))
    return problem(name, { kind: 'repeated', ...named(name) });
  if (!values && !type) return problem(name, { kind: 'unbounded', ...named(name) });
  const colon = skipped(name.next, /^[：:]/u);
  if (!colon) return expected(name.next, 'colon');
  if (!values) return type ? rangesOf(colon, id, type) : expected(colon, 'value');
  const listed = nameList(colon, 'value', (written) => {
    const value = values.get(written.value);
    const known = [...values.keys()];
    return value === undefined
      ? problem(written, { kind: 'unknown', what: 'value', known, ...named(written) })
      : { value: [value], next: written.next };
  });
  if ('problem' in listed) return listed;
  return { value: { id, kind, values: [...new Set(listed.value)] }, next: listed.next };
}

function rangesOf(start: Reader, id: string, type: ValueType): Read<IntentFact> {
  const listed = nameList(start, 'value', (written) => {
    const range = parseRange(written.value, type);
    return range
      ? { value: [range], next: written.next }
      : problem(written, { kind: 'no-range', type: type.kind, ...named(written) });
  });
  if ('problem' in listed) return listed;
  return { value: { id, kind: 'range', type, ranges: listed.value }, next: listed.next };
}

function factNamed(name: Word, facts: readonly FactWords[]): Read<FactWords> {
  const found = facts.filter(({ names }) => names.includes(name.value));
  const [only, ...others] = found;
  const full = (each: readonly FactWords[]) => each.map(({ names }) => names[1] ?? '');
  if (!only) {
    const told = facts.flatMap(({ names, values, type }) =>
      values || type ? names.slice(0, 1) : [],
    );
    const known = [...new Set([...told, ...facts.flatMap(({ names }) => names)])];
    return problem(name, { kind: 'unknown', what: 'fact', known, ...named(name) });
  }
  if (others.length > 0)
    return problem(name, { kind: 'ambiguous', known: full(found), ...named(name) });
  return { value: only, next: name.next };
}

function resultList(start: Reader, { results }: IntentWords): Read<ReadonlySet<string>> {
  const listed = nameList(start, 'result', (written) => {
    const found = results.filter(
      ({ name }) => name === written.value || name.startsWith(`${written.value}.`),
    );
    const known = results.map(({ name }) => name);
    return found.length === 0
      ? problem(written, { kind: 'unknown', what: 'result', known, ...named(written) })
      : { value: found.map(({ key }) => key), next: written.next };
  });
  return 'problem' in listed ? listed : { value: new Set(listed.value), next: listed.next };
}

/** Names with 、 or commas between them. */
function nameList<T>(
  start: Reader,
  what: 'value' | 'result',
  meaningOf: (name: Word) => Read<readonly T[]>,
): Read<readonly T[]> {
  const found: T[] = [];
  let left = start;
  for (;;) {
    const name = nameAt(left);
    if (!name) return expected(left, what);
    const meaning = meaningOf(name);
    if ('problem' in meaning) return meaning;
    found.push(...meaning.value);
    const more = skipped(name.next, /^[、,，]/u);
    if (!more) return { value: found, next: name.next };
    left = more;
  }
}

/** A name with its place. */
interface Word {
  readonly value: string;
  readonly start: number;
  readonly next: Reader;
}

/** Up to the next mark; a note at the end is none of it. */
function nameAt(start: Reader): Word | undefined {
  const { text, at } = behindSpace(start);
  const rest = text.slice(at);
  const note = rest.search(/[（(]\s*(?:尾差除外|except rounding)\s*[)）]/iu);
  const [written = ''] =
    /^[^；;、,，：:{}｛｝]*/u.exec(note < 0 ? rest : rest.slice(0, note)) ?? [];
  const value = written.trim();
  if (value === '') return undefined;
  return { value, start: at, next: { text, at: at + value.length } };
}

function named({ value }: Word): { readonly name: string } {
  return { name: value };
}

function problem(
  { value, start }: Word,
  what: DistributedOmit<IntentProblem, 'start' | 'end'>,
): { readonly problem: IntentProblem } {
  return { problem: { ...what, start, end: start + value.length } };
}

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

function expected(at: Reader, what: Expected): { readonly problem: IntentProblem } {
  const { text, at: start } = behindSpace(at);
  const end = Math.min(start + 1, text.length);
  return { problem: { kind: 'expected', expected: what, start, end } };
}

/** Behind what stands at the reader, spaces before it left out; undefined where something else stands. */
function skipped(reader: Reader, what: RegExp): Reader | undefined {
  const { text, at } = behindSpace(reader);
  const [found] = what.exec(text.slice(at)) ?? [];
  return found === undefined ? undefined : { text, at: at + found.length };
}

function behindSpace({ text, at }: Reader): Reader {
  const [space = ''] = /^\s*/u.exec(text.slice(at)) ?? [];
  return { text, at: at + space.length };
}

function isDone(reader: Reader): boolean {
  const { text, at } = behindSpace(reader);
  return at >= text.length;
}
