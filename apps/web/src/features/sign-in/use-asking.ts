import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AwayError } from '../shell/ask-server.ts';

/** Asks one thing at a time, and keeps why it was refused, in the words of the server. */
export function useAsking() {
  const t = useTranslations('signIn');
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const ask = async (work: () => Promise<void>): Promise<void> => {
    setRefusal(undefined);
    setAsking(true);
    try {
      await work();
    } catch (error) {
      setRefusal(error instanceof AwayError ? t('away') : String((error as Error).message));
    } finally {
      setAsking(false);
    }
  };
  return { ask, isAsking, refusal, setRefusal };
}
