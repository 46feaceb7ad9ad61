import { useRef, useState } from 'react';
import { askServer } from '../shell/ask-server.ts';
import type { ImportAnswer } from './import-answer.ts';

export type ImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly error: Error }
  | { readonly kind: 'done'; readonly name: string; readonly answer: ImportAnswer };

/** Sends one file after another to be read; of two at once the later one counts. */
export function useImport() {
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const last = useRef<AbortController>(undefined);
  const read = async (file: File): Promise<void> => {
    last.current?.abort();
    const own = new AbortController();
    last.current = own;
    const { name } = file;
    setState({ kind: 'reading', name });
    try {
      const address = `/api/import?${new URLSearchParams({ name })}`;
      const init = { method: 'POST', body: file, signal: own.signal };
      const headers = { 'content-type': 'application/octet-stream' };
      const answer = await askServer<ImportAnswer>(address, { ...init, headers });
      if (!own.signal.aborted) setState({ kind: 'done', name, answer });
    } catch (caught) {
      const error = caught instanceof Error ? caught : new Error(String(caught));
      if (!own.signal.aborted) setState({ kind: 'failed', name, error });
    }
  };
  const stop = (): void => {
    last.current?.abort();
    setState({ kind: 'idle' });
  };
  return { state, read, stop };
}
