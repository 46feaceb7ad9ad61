import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { useRef, useState } from 'react';
import { fetchServer } from '../shell/ask-server.ts';
import type { DocumentOnDay, DraftSummary, StoredDocument } from '../workflow/answers.ts';
import { apiRoot, useSend } from '../workflow/use-api.ts';
import { draftHref } from './drafts-address.ts';
import { withDelegated } from './templates/city-template.ts';
import type { NewDocument } from './templates/new-document.ts';
import { pathOf } from './templates/new-document.ts';
import type { TemplateName } from './templates/templates.ts';
import { templates } from './templates/templates.ts';
import type { DelegatedValue } from './values/delegated-value.ts';

/** Begins a draft and opens it; what was refused is told, and what was typed stays. */
export function useBeginDraft() {
  const send = useSend();
  const router = useRouter();
  const locale = useLocale();
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  // A document that was made before its draft was refused is not made twice.
  const made = useRef<StoredDocument>(undefined);

  const open = async (begin: () => Promise<DraftSummary>): Promise<void> => {
    setIsPending(true);
    setError(null);
    try {
      router.push(draftHref((await begin()).id));
    } catch (caught) {
      setError(caught instanceof Error ? caught : new Error(String(caught)));
    } finally {
      setIsPending(false);
    }
  };

  const change = ({ document, version }: DocumentOnDay, title: string): Promise<void> =>
    open(async () => {
      if (!version) throw new Error('a draft begins from a version');
      const headers = { 'accept-language': locale };
      const source = await fetchServer(`${apiRoot}/versions/${version.id}/source`, { headers });
      return send<DraftSummary>({
        ...{ method: 'POST', path: '/drafts' },
        body: {
          ...{ jurisdictionId: document.jurisdictionId, documentId: document.id, title },
          ...{ path: version.path, baseVersionId: version.id, text: await source.text() },
        },
      });
    });

  const write = (
    template: TemplateName,
    document: NewDocument,
    jurisdictionId: string,
  ): Promise<void> =>
    open(async () => {
      const { code, title } = document;
      if (made.current?.code !== code) {
        const body = { jurisdictionId, code, title };
        made.current = await send<StoredDocument>({ method: 'POST', path: '/documents', body });
      }
      const text = templates[template](document);
      const draft = await send<DraftSummary>({
        ...{ method: 'POST', path: '/drafts' },
        body: { jurisdictionId, documentId: made.current.id, title, path: pathOf(code), text },
      });
      if (template === 'delegated') await fill(send, draft, text, document);
      return draft;
    });

  return { change, write, isPending, error };
}

/** Puts what is left to the place behind the text, as the first thing that is saved. */
async function fill(
  send: ReturnType<typeof useSend>,
  draft: DraftSummary,
  text: string,
  { from: on, basis }: NewDocument,
): Promise<void> {
  const path = `/drafts/${draft.id}`;
  const { values } = await send<{ readonly values: readonly DelegatedValue[] }>({
    ...{ method: 'POST', path: `${path}/values`, body: { text, on } },
  });
  const filled = withDelegated(text, basis, values);
  if (filled === text) return;
  const ifMatch = `"${draft.revision}"`;
  await send({ method: 'PUT', path, ifMatch, body: { text: filled } });
}
