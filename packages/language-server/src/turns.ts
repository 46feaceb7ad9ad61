/** Lets messages in that have arrived meanwhile. */
export function nextTurn(): Promise<void> {
  return pause(0);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Long work in small pieces. */
export interface Pieces {
  /** To be awaited between two pieces of work; it lets messages in when the last time is `most` milliseconds ago. */
  next(): Promise<void>;
}

export function inPieces(most: number): Pieces {
  let since = performance.now();
  return {
    next: async () => {
      if (performance.now() - since < most) return;
      await nextTurn();
      since = performance.now();
    },
  };
}
