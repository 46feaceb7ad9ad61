import { useEffect, useState } from 'react';
import { useSend } from '../workflow/use-api.ts';
import type { LinkAnswer } from './answers.ts';

export type LinkState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'void' }
  | { readonly kind: 'good'; readonly token: string; readonly link: LinkAnswer };

/** What the one-time link in the address of the page is good for; its token stands behind `#` and goes to no server log. */
export function useLink(wanted: LinkAnswer['kind']): LinkState {
  const send = useSend();
  const [state, setState] = useState<LinkState>({ kind: 'looking' });
  useEffect(() => {
    const token = window.location.hash.slice(1);
    if (token === '') return setState({ kind: 'void' });
    const asked = send<LinkAnswer>({ method: 'POST', path: '/session/link', body: { token } });
    asked.then(
      (link) => setState(link.kind === wanted ? { kind: 'good', token, link } : { kind: 'void' }),
      () => setState({ kind: 'void' }),
    );
  }, [send, wanted]);
  return state;
}
