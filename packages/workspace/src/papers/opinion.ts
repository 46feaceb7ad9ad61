import type { ReviewThread } from '../records/review-records.ts';

/** What somebody said about a clause, and what became of it. */
export interface Opinion {
  readonly author: string;
  /** Name of the clause; empty for all of the text. */
  readonly clause: string;
  /** What was said by anybody who did not write the text, the oldest first. */
  readonly said: readonly string[];
  /** Other texts for the clause, each as it was put forward. */
  readonly suggested: readonly string[];
  /** What those who wrote the text answered. */
  readonly answers: readonly string[];
  readonly outcome: OpinionOutcome;
}

/** `unknown`: nobody put another text forward, so whether it was followed is for people to say; `open`: not settled yet. */
export type OpinionOutcome = 'adopted' | 'partly' | 'not-adopted' | 'unknown' | 'open';

interface OpinionContext {
  readonly names: ReadonlyMap<string, string>;
  /** Names of clauses by key. */
  readonly labels: ReadonlyMap<string, string>;
  /** Ids of those who wrote the text. */
  readonly authors: readonly string[];
}

export function opinionOf(
  thread: ReviewThread,
  { names, labels, authors }: OpinionContext,
): Opinion {
  const { clause, comments, suggestions } = thread;
  const isAnswer = ({ authorId }: { readonly authorId: string }): boolean =>
    authors.includes(authorId) && authorId !== thread.authorId;
  return {
    author: names.get(thread.authorId) ?? '',
    // A clause that went keeps the name in its key, which ends in a number.
    clause: labels.get(clause) ?? clause.replace(/ \d+$/u, ''),
    said: comments.filter((each) => !isAnswer(each)).map(({ text }) => text),
    suggested: suggestions.map(({ replacement }) => replacement.trim()),
    answers: comments.filter(isAnswer).map(({ text }) => text),
    outcome: outcomeOf(thread),
  };
}

/** Only what was put forward as a text was followed or not for certain. */
function outcomeOf({ suggestions, resolvedAt }: ReviewThread): OpinionOutcome {
  const states = suggestions.map(({ state }) => state);
  if (states.includes('open')) return 'open';
  if (states.length === 0) return resolvedAt === undefined ? 'open' : 'unknown';
  if (states.every((each) => each === 'applied')) return 'adopted';
  return states.includes('applied') ? 'partly' : 'not-adopted';
}
