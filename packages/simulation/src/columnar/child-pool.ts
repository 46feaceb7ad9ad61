import { availableParallelism } from 'node:os';
import type { Child } from './children.ts';
import { childrenThatFit, openChild } from './children.ts';

/** Processes that go from one piece of work to the next: starting one takes as long as a small piece of work. */
export interface ChildPool {
  /** One that nobody uses, or a new one. */
  readonly take: () => Child;
  /** From whoever took it; one that has ended, or does not answer any more, is forgotten. */
  readonly giveBack: (child: Child) => void;
  readonly close: () => void;
}

/** For a run with so many processes; the first of them start at once, and are there when the rules are read. */
export function poolFor(workers = childrenThatFit(availableParallelism())): ChildPool {
  return openPool(Math.min(READY, workers));
}

/** More may not be wanted at all: of a small population, or where the result is there already. */
const READY = 2;

function openPool(ready = 0): ChildPool {
  const idle = Array.from({ length: ready }, () => openChild());
  return {
    take: () => {
      // One may have been killed while nobody used it.
      const free = idle.splice(0).filter((child) => child.isFree());
      const child = free.pop() ?? openChild();
      idle.push(...free);
      return child;
    },
    giveBack: (child) => {
      if (child.isFree()) idle.push(child);
      else child.close();
    },
    close: () => {
      for (const child of idle.splice(0)) child.close();
    },
  };
}

/** Works with a pool that is there already, or with one of its own that is closed afterwards. */
export async function withPool<Result>(
  given: ChildPool | undefined,
  work: (pool: ChildPool) => Promise<Result>,
): Promise<Result> {
  if (given) return work(given);
  const pool = openPool();
  try {
    return await work(pool);
  } finally {
    pool.close();
  }
}
