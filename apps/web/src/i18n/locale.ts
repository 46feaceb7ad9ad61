import type { TextLanguage } from '@tiaoli/base';

export const localeCookie = 'tiaoli-language';

/** Chinese unless English was chosen. */
export function localeOf(chosen: string | undefined): TextLanguage {
  return chosen === 'en' ? 'en' : 'zh';
}
