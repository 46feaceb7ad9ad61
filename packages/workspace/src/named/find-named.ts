import { compareText } from '@tiaoli/base';
import type { Policies } from '../open-policies.ts';
import type { NamedKind, NamedThing } from './named-things.ts';
import { namedThings } from './named-things.ts';
import type { SpelledName } from './spelled-name.ts';
import { fitOf, fits, plainText, spellName } from './spelled-name.ts';

/** Something found by its name. */
export type FoundThing = Pick<
  NamedThing,
  'kind' | 'name' | 'document' | 'place' | 'path' | 'line' | 'quote'
>;

export interface FoundThings {
  /** How many there are. */
  readonly count: number;
  /** The first of them, best first. */
  readonly things: readonly FoundThing[];
}

interface Indexed {
  readonly thing: NamedThing;
  readonly name: SpelledName;
  readonly otherNames: readonly SpelledName[];
  readonly context: SpelledName;
  readonly quote: string;
}

const indexes = new WeakMap<Policies, readonly Indexed[]>();

/** Names stand in many documents and versions of them: each is spelled once. */
const spelledNames = new Map<string, SpelledName>();

/**
 * What has all the words in its name (in Chinese, by pinyin or its initials), its clause's sentences or what it stands in,
 * at least one of them not only in the latter; best first.
 *
 * @param most  as many are listed
 */
export function findNamed(
  policies: Policies,
  { words, most }: { readonly words: string; readonly most: number },
): FoundThings {
  const asked = wordsOf(words);
  if (asked.length === 0) return { count: 0, things: [] };
  const index = indexes.get(policies) ?? namedThings(policies).map(indexedThing);
  indexes.set(policies, index);
  const fitsOf = asked.map(fitsOfWord);
  const found = index.flatMap((each) => {
    const fit = fitOfThing(fitsOf, each);
    return fit > 0 ? [{ fit, thing: each.thing }] : [];
  });
  found.sort((left, right) => right.fit - left.fit || inOrder(left.thing, right.thing));
  return { count: found.length, things: found.slice(0, most).map(({ thing }) => shown(thing)) };
}

/** A name among others that are looked up by the same rules. */
export interface NamedItem<T> {
  readonly names: readonly string[];
  readonly item: T;
}

/** The items that have all the words in one of their names, best first. */
export function findItems<T>(items: readonly NamedItem<T>[], words: string): readonly T[] {
  const asked = wordsOf(words);
  if (asked.length === 0) return [];
  const found = items.flatMap(({ names, item }) => {
    const spelled = names.map(spellName);
    const each = asked.map((word) => Math.max(0, ...spelled.map((name) => fitOf(word, name))));
    return each.every((fit) => fit > 0) ? [{ item, fit: sumOf(each) }] : [];
  });
  return found.sort((left, right) => right.fit - left.fit).map(({ item }) => item);
}

/** What an input method shows while it composes is looked up too: `qi'fu'xian`. */
function wordsOf(words: string): readonly string[] {
  return plainText(words)
    .split(/[\s'’]+/u)
    .filter(Boolean);
}

function indexedThing(thing: NamedThing): Indexed {
  return {
    thing,
    name: spelledOnce(thing.name),
    otherNames: thing.otherNames.map(spelledOnce),
    context: spelledOnce(thing.context),
    quote: plainText(thing.quote),
  };
}

function spelledOnce(name: string): SpelledName {
  const known = spelledNames.get(name) ?? spellName(name);
  spelledNames.set(name, known);
  return known;
}

/** A word with how well it fits names, each looked at once. */
interface FitsOfWord {
  readonly word: string;
  fitting(name: SpelledName): number;
}

function fitsOfWord(word: string): FitsOfWord {
  const known = new Map<SpelledName, number>();
  const fitting = (name: SpelledName): number => {
    const found = known.get(name) ?? fitOf(word, name);
    known.set(name, found);
    return found;
  };
  return { word, fitting };
}

/** A word that stands in the sentence of a clause, or only around the thing. */
const QUOTED = 20;
const AROUND = 10;

/** 0 where a word is nowhere, or where all of them are only around it. */
function fitOfThing(words: readonly FitsOfWord[], each: Indexed): number {
  const found = words.map((word) => fitOfWord(word, each));
  if (found.includes(0) || found.every((fit) => fit === AROUND)) return 0;
  return sumOf(found) + weightOf(each.thing.kind);
}

function fitOfWord({ word, fitting }: FitsOfWord, { name, otherNames, ...rest }: Indexed): number {
  const named = Math.max(fitting(name), ...otherNames.map((other) => asOther(fitting(other))));
  if (named > 0) return named;
  if (rest.quote.includes(word)) return QUOTED;
  return fitting(rest.context) > fits.none ? AROUND : 0;
}

/** A part of a 标识 or a 别名 is no name that somebody would say. */
function asOther(fit: number): number {
  return fit === fits.whole ? fit : fit / 2;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

/** What is looked for more often comes first where names fit alike; less than any difference of fits. */
const order: readonly NamedKind[] = [
  ...(['place', 'document', 'clause', 'parameter', 'layer', 'service'] as const),
  ...(['catalogue', 'definition', 'input', 'output', 'accumulator'] as const),
];

function weightOf(kind: NamedKind): number {
  const at = order.indexOf(kind);
  return at < 0 ? 0 : (order.length - at) / 2;
}

function inOrder(left: NamedThing, right: NamedThing): number {
  return (
    left.name.length - right.name.length ||
    compareText(left.name, right.name) ||
    compareText(left.path ?? '', right.path ?? '') ||
    (left.line ?? 0) - (right.line ?? 0)
  );
}

function shown({ kind, name, document, place, path, line, quote }: NamedThing): FoundThing {
  return {
    ...{ kind, name, quote },
    ...(document !== undefined && { document }),
    ...(place !== undefined && { place }),
    ...(path !== undefined && { path }),
    ...(line !== undefined && { line }),
  };
}
