import type { TextLanguage } from '@tiaoli/base';
import type { NextRequest } from 'next/server';
import { localeCookie, localeOf } from '../i18n/locale.ts';

/** In which language an answer is written: that of the reader's pages. */
export function requestLanguage(request: NextRequest): TextLanguage {
  return localeOf(request.cookies.get(localeCookie)?.value);
}
