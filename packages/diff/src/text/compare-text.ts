import { diffArrays } from 'diff';
import { pairClauses } from '../structure/pair-clauses.ts';
import type { Item, Place, Structure } from '../structure/structure.ts';
import { segmentWords } from './segment-words.ts';

/** Texts that differ in more words are told as one replaced by the other. */
const MOST_EDITS = 2000;

export interface TextDifference {
  /** In the order of the later text, then what it has no longer. A clause that only moved is not among them. */
  readonly clauses: readonly ClauseDifference[];
}

export interface ClauseDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Names of the clauses, from outer to inner. */
  readonly before?: ClausePlace;
  readonly after?: ClausePlace;
  /** What the clause quotes. */
  readonly quote: readonly TextPiece[];
  /** What it renders in other words (转述), where the original was not seen. */
  readonly paraphrase: readonly TextPiece[];
}

export interface ClausePlace extends Place {
  readonly name: string;
}

export interface TextPiece {
  readonly kind: 'same' | 'inserted' | 'deleted';
  readonly text: string;
}

/** What the clauses of two documents say, word by word. Moving and renumbering is no change. */
export function compareText(before: Structure, after: Structure): TextDifference {
  const [old, now] = [clausesOf(before), clausesOf(after)];
  const pairs = pairClauses(old, now);
  const taken = new Set(pairs.values());
  const removed = old.filter((item) => !taken.has(item));
  return {
    clauses: [
      ...now.flatMap((item) => clauseDifference(pairs.get(item), item)),
      ...removed.flatMap((item) => clauseDifference(item, undefined)),
    ],
  };
}

function clausesOf({ items }: Structure): readonly Item[] {
  return items
    .filter(({ subject }) => subject.kind === 'clause')
    .toSorted((left, right) => left.place.line - right.place.line);
}

function clauseDifference(
  before: Item | undefined,
  after: Item | undefined,
): readonly ClauseDifference[] {
  const quote = comparePieces(quoteOf(before), quoteOf(after));
  const paraphrase = comparePieces(paraphraseOf(before), paraphraseOf(after));
  if (before && after && [...quote, ...paraphrase].every(({ kind }) => kind === 'same')) return [];
  return [
    {
      kind: before ? (after ? 'changed' : 'removed') : 'added',
      ...(before && { before: placeOf(before) }),
      ...(after && { after: placeOf(after) }),
      quote,
      paraphrase,
    },
  ];
}

function placeOf({ subject, place }: Item): ClausePlace {
  return { ...place, name: subject.name };
}

/** Paragraphs with a line break between them. */
function quoteOf(item: Item | undefined): string {
  return (item?.facts ?? [])
    .flatMap(({ value }) => (value.kind === 'quote' ? value.paragraphs : []))
    .join('\n');
}

const PARAPHRASE = '转述：';

function paraphraseOf(item: Item | undefined): string {
  const sources = (item?.facts ?? []).flatMap(({ value }) =>
    value.kind === 'provenance' ? (value.provenance.source ?? []) : [],
  );
  const found = sources.find((source) => source.startsWith(PARAPHRASE));
  return found?.slice(PARAPHRASE.length) ?? '';
}

/** The words of two texts: those that both have, and what went and came between them. */
export function comparePieces(before: string, after: string): readonly TextPiece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const [old, now] = [segmentWords(before), segmentWords(after)];
  const parts = diffArrays([...old], [...now], { maxEditLength: MOST_EDITS });
  if (!parts) return replaced(before, after);
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'inserted' : removed ? 'deleted' : 'same',
    text: value.join(''),
  }));
}

function replaced(before: string, after: string): readonly TextPiece[] {
  const pieces: readonly TextPiece[] = [
    { kind: 'deleted', text: before },
    { kind: 'inserted', text: after },
  ];
  return pieces.filter(({ text }) => text !== '');
}
