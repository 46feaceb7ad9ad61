import type { Item } from './structure.ts';

/** Clauses whose texts share less than this are not taken for one another. */
const LEAST_LIKENESS = 0.5;

/**
 * Which old clause each new one is: by what is declared in them, then by their text, then by a topic for a name, then by
 * the likeness of their texts. A number is never identity, so a clause that only has another one is not changed.
 *
 * @returns the old item by the new one
 */
export function pairClauses(
  before: readonly Item[],
  after: readonly Item[],
): ReadonlyMap<Item, Item> {
  const pairs = new Map<Item, Item>();
  const tests: readonly ((old: Item, now: Item) => boolean)[] = [
    (old, now) => namesHeld(now) !== '' && namesHeld(old) === namesHeld(now),
    (old, now) => quoteOf(now) !== '' && quoteOf(old) === quoteOf(now),
    (old, now) => old.subject.name === now.subject.name && !isNumbered(now),
    sharesNames,
    (old, now) => likeness(quoteOf(old), quoteOf(now)) >= LEAST_LIKENESS,
    (old, now) => old.subject.name === now.subject.name && saysNothing(old) && saysNothing(now),
  ];
  for (const isPair of tests) {
    const taken = new Set(pairs.values());
    for (const now of after.filter((each) => !pairs.has(each))) {
      const old = before.find((each) => !taken.has(each) && isPair(each, now));
      if (!old) continue;
      pairs.set(now, old);
      taken.add(old);
    }
  }
  return pairs;
}

function namesHeld({ holds = [] }: Item): string {
  return holds.join('\n');
}

function sharesNames({ holds: old = [] }: Item, { holds: now = [] }: Item): boolean {
  const shared = now.filter((name) => old.includes(name)).length;
  return shared > 0 && shared * 2 >= Math.max(old.length, now.length);
}

function saysNothing(item: Item): boolean {
  return quoteOf(item) === '' && namesHeld(item) === '';
}

function quoteOf({ facts }: Item): string {
  return facts.flatMap(({ value }) => (value.kind === 'quote' ? value.paragraphs : [])).join('\n');
}

/** `条「五」`, `条「5」`, `条「五」·「二」`: numbers all through. */
function isNumbered({ subject }: Item): boolean {
  return /^[\d一二三四五六七八九十百零〇（）()第条款项、.·\s]+$/u.test(subject.name);
}

/** The share of pairs of neighbouring characters that both texts have, from 0 to 1. */
function likeness(left: string, right: string): number {
  const [old, now] = [pairsOf(left), pairsOf(right)];
  const most = Math.max(old.size, now.size);
  if (most === 0) return 0;
  return [...now].filter((pair) => old.has(pair)).length / most;
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text];
  return new Set(characters.slice(1).map((second, index) => `${characters[index]}${second}`));
}
