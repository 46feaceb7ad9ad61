/** What is said about one clause of a proposal; who may see the proposal sees it. */
export interface ReviewThread {
  readonly id: string;
  readonly proposalId: string;
  /** The key of the clause (`clausePieces`), the same however clauses are moved about; empty for all of it. */
  readonly clause: string;
  /** The round on which it was begun. */
  readonly round: number;
  readonly authorId: string;
  readonly createdAt: Date;
  /** Absent while it is open, which keeps the proposal from being approved. */
  readonly resolvedAt?: Date;
  /** Oldest first; at least one. */
  readonly comments: readonly ReviewComment[];
  /** Oldest first. */
  readonly suggestions: readonly Suggestion[];
}

export interface ReviewComment {
  readonly number: number;
  readonly authorId: string;
  readonly text: string;
  readonly writtenAt: Date;
}

/** Another text for the clause of a thread. */
export interface Suggestion {
  readonly id: string;
  readonly authorId: string;
  readonly suggestedAt: Date;
  /** The text of the clause that it was made from. */
  readonly original: string;
  readonly replacement: string;
  readonly state: 'open' | 'applied' | 'declined';
  readonly settlerId?: string;
  /** The revision of the draft that it went into. */
  readonly draftRevision?: number;
}

export interface ReviewRecords {
  /** Those of a proposal, oldest first. */
  threads(proposalId: string): Promise<readonly ReviewThread[]>;
  find(threadId: string): Promise<ReviewThread | undefined>;
  begin(proposalId: string, thread: NewThread): Promise<ReviewThread>;
  /** An answer to one that was resolved opens it again. */
  comment(threadId: string, text: string): Promise<ReviewThread>;
  resolve(threadId: string): Promise<ReviewThread>;
  suggest(
    threadId: string,
    texts: Pick<Suggestion, 'original' | 'replacement'>,
  ): Promise<ReviewThread>;
  /** Without a revision it is declined. Only one that is open is settled, and by whoever may change the draft. */
  settle(suggestionId: string, draftRevision?: number): Promise<ReviewThread>;
}

export interface NewThread {
  /** The newest round: another one is refused. */
  readonly round: number;
  readonly clause: string;
  readonly text: string;
}
