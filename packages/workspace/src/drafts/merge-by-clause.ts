import { mergeSources } from '@tiaoli/language';
import type { SourcePiece } from './clause-pieces.ts';
import { clausePieces } from './clause-pieces.ts';

/** A clause that both changed in different ways; absent where a side has it no more, or not yet. */
export interface ClauseConflict {
  /** What a reader calls it; empty for what stands between clauses. */
  readonly clause: string;
  readonly base?: string;
  readonly mine?: string;
  readonly theirs?: string;
}

/** A piece of the merged text in its place: `text` where nobody disputes it, the three sides where a person must choose. */
export type MergePiece = { readonly clause: string; readonly text: string } | ClauseConflict;

export type ClauseMerge =
  | { readonly kind: 'merged'; readonly text: string }
  /** A person must choose; empty where both moved clauses about. */
  | {
      readonly kind: 'conflict';
      readonly clauses: readonly ClauseConflict[];
      /** All of the text in order; joined with a choice for each clause they are the merged text. Empty where `clauses` is. */
      readonly pieces: readonly MergePiece[];
    };

/**
 * Both changes of one text, clause by clause: what only one side changed is as that side has it; where both changed one
 * clause, line by line.
 */
export async function mergeByClause(
  base: string,
  mine: string,
  theirs: string,
): Promise<ClauseMerge> {
  const [common, own, other] = await clausePieces([base, mine, theirs]);
  if (!common || !own || !other) throw new Error('three texts have three lists of pieces');
  const keys = mergedOrder(common, own, other);
  if (!keys) return { kind: 'conflict', clauses: [], pieces: [] };
  const pieces: MergePiece[] = [];
  const clauses: ClauseConflict[] = [];
  for (const key of keys) {
    const sides = [common, own, other].map((pieces) => pieces.find((each) => each.key === key));
    const merged = mergePiece(sides.map((side) => side?.text));
    const conflict = conflictOf(sides);
    if (merged.kind === 'text') pieces.push({ clause: conflict.clause, text: merged.text });
    else {
      pieces.push(conflict);
      clauses.push(conflict);
    }
  }
  return clauses.length === 0
    ? { kind: 'merged', text: pieces.map(textOf).join('') }
    : { kind: 'conflict', clauses, pieces };
}

function textOf(piece: MergePiece): string {
  return 'text' in piece ? piece.text : '';
}

type Side = string | undefined;

function mergePiece([base, mine, theirs]: readonly Side[]):
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'conflict' } {
  if (mine === theirs || theirs === base) return { kind: 'text', text: mine ?? '' };
  if (mine === base) return { kind: 'text', text: theirs ?? '' };
  if (base === undefined || mine === undefined || theirs === undefined) return { kind: 'conflict' };
  const text = mergeSources(base, mine, theirs);
  return text === undefined ? { kind: 'conflict' } : { kind: 'text', text };
}

function conflictOf(sides: readonly (SourcePiece | undefined)[]): ClauseConflict {
  const [base, mine, theirs] = sides.map((side) => side?.text);
  return {
    clause: sides.find((side) => side !== undefined)?.clause ?? '',
    ...(base !== undefined && { base }),
    ...(mine !== undefined && { mine }),
    ...(theirs !== undefined && { theirs }),
  };
}

/** The keys of all three in one order; undefined where both sides moved what all have. */
function mergedOrder(
  base: readonly SourcePiece[],
  mine: readonly SourcePiece[],
  theirs: readonly SourcePiece[],
): readonly string[] | undefined {
  const [common, own, other] = [base, mine, theirs].map((pieces) => pieces.map(({ key }) => key));
  if (!common || !own || !other) return undefined;
  if (isInOrderOf(other, common)) return withAdded(own, other);
  return isInOrderOf(own, common) ? withAdded(other, own) : undefined;
}

function isInOrderOf(keys: readonly string[], base: readonly string[]): boolean {
  const shared = keys.filter((key) => base.includes(key));
  return shared.join('\n') === base.filter((key) => keys.includes(key)).join('\n');
}

/** The first keys, with those that only the second has behind what they follow there. */
function withAdded(first: readonly string[], second: readonly string[]): readonly string[] {
  const keys = [...first];
  second.forEach((key, at) => {
    if (keys.includes(key)) return;
    const before = second[at - 1];
    keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key);
  });
  return keys;
}
