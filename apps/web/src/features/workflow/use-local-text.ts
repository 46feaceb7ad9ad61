import { useLocale } from 'next-intl';
import type { LocalText } from './answers.ts';

/** A text of both languages in the reader's. */
export function useLocalText(): (text: LocalText) => string {
  const locale = useLocale();
  return (text) => (locale === 'en' ? text.en : text.zh);
}
