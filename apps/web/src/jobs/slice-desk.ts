import { Worker } from 'node:worker_threads';
import type { Slice, SliceQuestion } from '@tiaoli/diff';

import type { ComparisonTask } from './comparison-jobs.ts';

/** Without an input, over the fact that is most of the case. */
export type SliceRequest = Omit<SliceQuestion, 'input'> & Partial<Pick<SliceQuestion, 'input'>>;

export interface AskedSlice {
  readonly number: number;
  /** Name of the comparison: programs of one name are the same. */
  readonly job: string;
  readonly programs: ComparisonTask;
  readonly question: SliceRequest;
}

export interface FoundSlice {
  readonly number: number;
  /** Facts over which there may be a slice. */
  readonly inputs: readonly Slice['input'][];
  readonly slice?: Slice;
}

/** Slices of comparisons, found in one thread that begins with the first question. */
export interface SliceDesk {
  /** Rejects where the thread ended: a defect of ours, or the end of the server. */
  ask(asked: Omit<AskedSlice, 'number'>): Promise<FoundSlice>;
  close(): Promise<void>;
}

interface Waiting {
  readonly done: (found: FoundSlice) => void;
  readonly failed: (error: Error) => void;
}

export function openSliceDesk(): SliceDesk {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let last = 0;
  const begin = (): Worker => {
    const worker = new Worker(new URL('./slice-thread.ts', import.meta.url));
    worker.on('message', (found: FoundSlice) => {
      waiting.get(found.number)?.done(found);
      waiting.delete(found.number);
    });
    const fail = (error: Error): void => {
      thread = undefined;
      for (const { failed } of waiting.values()) failed(error);
      waiting.clear();
    };
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => fail(new Error('the thread of slices has ended')));
    worker.unref();
    return worker;
  };
  return {
    ask(asked) {
      thread ??= begin();
      last += 1;
      const number = last;
      return new Promise((done, failed) => {
        waiting.set(number, { done, failed });
        thread?.postMessage({ ...asked, number } satisfies AskedSlice);
      });
    },
    async close() {
      await thread?.terminate();
    },
  };
}
