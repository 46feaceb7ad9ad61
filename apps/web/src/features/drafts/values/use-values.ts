import { useEffect, useState } from 'react';
import { useSend } from '../../workflow/use-api.ts';
import type { DelegatedValue, TextValues } from './delegated-value.ts';

export interface FoundValues extends TextValues {
  readonly findings: readonly { readonly code: string; readonly message: string }[];
}

interface ValuesState {
  readonly found: FoundValues | undefined;
  readonly error: Error | undefined;
  /** What is known of a text before it was asked about: it was made of the one before. */
  adopt(made: TextValues): void;
}

/** After the last key. */
const QUIET_MS = 600;

/** What a text may set, asked again soon after it changed; what was found last stays until then. */
export function useValues(draftId: string, text: string): ValuesState {
  const send = useSend();
  const [found, setFound] = useState<FoundValues>();
  const [error, setError] = useState<Error>();
  useEffect(() => {
    let isOver = false;
    const ask = (): void => {
      send<{
        readonly values: readonly DelegatedValue[];
        readonly findings: FoundValues['findings'];
      }>({
        ...{ method: 'POST', path: `/drafts/${draftId}/values`, body: { text } },
      }).then(
        (answer) => {
          if (isOver) return;
          setFound({ ...answer, text });
          setError(undefined);
        },
        (reason: unknown) => {
          if (!isOver) setError(reason instanceof Error ? reason : new Error(String(reason)));
        },
      );
    };
    const timer = setTimeout(ask, QUIET_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [send, draftId, text]);
  const adopt = (made: TextValues): void => setFound((last) => last && { ...last, ...made });
  return { found, error, adopt };
}
