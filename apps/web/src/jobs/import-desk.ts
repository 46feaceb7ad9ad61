import { Worker } from 'node:worker_threads';
import type { TextLanguage } from '@tiaoli/base';

/** A file that somebody hands over. */
export interface AskedImport {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Of the report and of what is refused. */
  readonly language: TextLanguage;
}

/** A skeleton with its report in words; or why there is none, and what to do. */
export type MadeImport =
  | {
      readonly kind: 'imported';
      readonly text: string;
      /** The title, where the source has one beyond doubt. */
      readonly title?: string;
      readonly report: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      readonly hint: string;
    }
  /** It took too long or too much memory. */
  | { readonly kind: 'given-up' };

/** Reads files in threads of their own, so that a hostile one ends its thread and nothing else. */
export interface ImportDesk {
  /** Undefined where as many as there may be are read already. */
  make(asked: AskedImport): Promise<MadeImport> | undefined;
  close(): Promise<void>;
}

export const importLimits = { most: 2, milliseconds: 60_000, megabytes: 1024 } as const;

export function openImportDesk(limits: typeof importLimits = importLimits): ImportDesk {
  const open = new Set<Worker>();
  return {
    make(asked) {
      if (open.size >= limits.most) return undefined;
      const worker = new Worker(new URL('./import-thread.ts', import.meta.url), {
        workerData: asked,
        resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
      });
      open.add(worker);
      return answerOf(worker, limits.milliseconds).finally(() => {
        open.delete(worker);
        void worker.terminate();
      });
    },
    async close() {
      await Promise.all([...open].map((worker) => worker.terminate()));
    },
  };
}

/** Rejects where the thread has a defect of ours. */
function answerOf(worker: Worker, milliseconds: number): Promise<MadeImport> {
  return new Promise((done, failed) => {
    const late = setTimeout(() => done({ kind: 'given-up' }), milliseconds);
    const end = (): void => clearTimeout(late);
    worker.once('message', (made: MadeImport) => {
      end();
      done(made);
    });
    worker.once('error', (error: Error & { readonly code?: string }) => {
      end();
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') done({ kind: 'given-up' });
      else failed(error);
    });
    worker.once('exit', () => {
      end();
      done({ kind: 'given-up' });
    });
  });
}
