import { Worker } from 'node:worker_threads';
import type { TextLanguage } from '@tiaoli/base';
import type { Slice, SliceQuestion } from '@tiaoli/diff';
import type { ComparisonReport as DocumentReport } from '@tiaoli/documents';
import type { ImpactReport } from '@tiaoli/reports';
import type { ComparisonTask } from './comparison-jobs.ts';

/** Without an input, over the fact that is most of the case. */
export type SliceRequest = Omit<SliceQuestion, 'input'> & Partial<Pick<SliceQuestion, 'input'>>;

export interface AskedSlice {
  /** Name of the comparison: programs of one name are the same. */
  readonly job: string;
  readonly programs: Pick<ComparisonTask, 'before' | 'after'>;
  readonly question: SliceRequest;
}

export interface FoundSlice {
  /** Facts over which there may be a slice. */
  readonly inputs: readonly Slice['input'][];
  readonly slice?: Slice;
}

export type PaperFormat = 'html' | 'docx';

/** A comparison as a page of its own, or as 修订对照表 in Word. */
export interface AskedPaper {
  readonly format: PaperFormat;
  readonly report: DocumentReport;
  readonly language: TextLanguage;
}

/** A run as a page of its own that needs no server, or in Word. */
export interface AskedImpact {
  readonly format: PaperFormat;
  readonly report: ImpactReport;
}

/** What the thread is asked, each with a number that its answer has too. */
export type DeskQuestion = { readonly number: number } & (
  | ({ readonly kind: 'slice' } & AskedSlice)
  | ({ readonly kind: 'paper' } & AskedPaper)
  | ({ readonly kind: 'impact' } & AskedImpact)
);

export type DeskAnswer = { readonly number: number } & (
  | ({ readonly kind: 'slice' } & FoundSlice)
  | { readonly kind: 'paper'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly reason: string }
);

/** What is asked of a comparison that is done, answered in one thread that begins with the first question. */
export interface ComparisonDesk {
  /** Rejects where it cannot be made, or the thread ended: a defect of ours, or the end of the server. */
  slice(asked: AskedSlice): Promise<FoundSlice>;
  /** The file, HTML that needs no server and no script among them. Rejects as `slice` does. */
  paper(asked: AskedPaper): Promise<Uint8Array<ArrayBuffer>>;
  /** The file, as `paper` gives it. */
  impact(asked: AskedImpact): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

export function openComparisonDesk(): ComparisonDesk {
  let line: DeskLine | undefined;
  let last = 0;
  const ask = (asked: Unnumbered): Promise<DeskAnswer> => {
    if (!line?.isOpen()) line = openLine();
    last += 1;
    return line.ask({ ...asked, number: last });
  };
  return {
    async slice(asked) {
      const answer = await ask({ kind: 'slice', ...asked });
      if (answer.kind !== 'slice') throw new Error('a slice was asked for');
      return answer;
    },
    async paper(asked) {
      const answer = await ask({ kind: 'paper', ...asked });
      if (answer.kind !== 'paper') throw new Error('a paper was asked for');
      return answer.bytes;
    },
    async impact(asked) {
      const answer = await ask({ kind: 'impact', ...asked });
      if (answer.kind !== 'paper') throw new Error('a paper was asked for');
      return answer.bytes;
    },
    async close() {
      await line?.close();
    },
  };
}

type Unnumbered =
  | ({ readonly kind: 'slice' } & AskedSlice)
  | ({ readonly kind: 'paper' } & AskedPaper)
  | ({ readonly kind: 'impact' } & AskedImpact);

/** One thread and who waits for it. */
interface DeskLine {
  ask(question: DeskQuestion): Promise<DeskAnswer>;
  isOpen(): boolean;
  close(): Promise<void>;
}

interface Waiting {
  readonly done: (answer: DeskAnswer) => void;
  readonly failed: (error: Error) => void;
}

function openLine(): DeskLine {
  const waiting = new Map<number, Waiting>();
  const worker = new Worker(new URL('./desk-thread.ts', import.meta.url));
  let isOpen = true;
  const fail = (error: Error): void => {
    isOpen = false;
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  };
  worker.on('message', (answer: DeskAnswer) => {
    const asked = waiting.get(answer.number);
    waiting.delete(answer.number);
    if (answer.kind === 'failed') asked?.failed(new Error(answer.reason));
    else asked?.done(answer);
  });
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => fail(new Error('the thread has ended')));
  worker.unref();
  return {
    ask: (question) =>
      new Promise((done, failed) => {
        waiting.set(question.number, { done, failed });
        worker.postMessage(question);
      }),
    isOpen: () => isOpen,
    async close() {
      await worker.terminate();
    },
  };
}
