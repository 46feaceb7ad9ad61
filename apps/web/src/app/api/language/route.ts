import { cookieOf } from '../../../features/shell/remember.ts';
import { localeCookie, localeOf } from '../../../i18n/locale.ts';

/** The language switch of a page whose script has not yet come: the choice is kept, and the page is shown again. */
export async function POST(request: Request): Promise<Response> {
  const chosen = (await request.formData()).get('language');
  const language = localeOf(chosen === 'en' ? chosen : undefined);
  return new Response(null, {
    status: 303,
    headers: {
      location: pathOf(request.headers.get('referer')),
      'set-cookie': cookieOf(localeCookie, language),
    },
  });
}

/** Never an address elsewhere: what a browser names as the page before is taken for its path alone. */
function pathOf(address: string | null): string {
  if (!address || !URL.canParse(address)) return '/';
  const { pathname, search } = new URL(address);
  return `/${pathname.replace(/^\/+/, '')}${search}`;
}
