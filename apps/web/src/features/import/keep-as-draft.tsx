import { Alert, Button, Input, Select } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { draftHref } from '../drafts/drafts-address.ts';
import type { DraftSummary, StoredDocument } from '../workflow/answers.ts';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { hasRole } from '../workflow/people.ts';
import { useSend } from '../workflow/use-api.ts';
import { useMe } from '../workflow/use-me.ts';
import { usePlaces } from '../workflow/use-places.ts';
import styles from './import.module.css';
import type { ImportAnswer } from './import-answer.ts';
import { withIdentifier } from './with-identifier.ts';

/** Makes a document of one's place with the skeleton as its first draft, and opens that. */
export function KeepAsDraft({ answer }: { readonly answer: ImportAnswer }) {
  const t = useTranslations('import');
  const id = useId();
  const { data: me } = useMe();
  const { places } = usePlaces();
  const own = places.filter((place) => hasRole(me, ['drafter'], place.id));
  const [chosen, setChosen] = useState<string>();
  const [code, setCode] = useState('');
  const [title, setTitle] = useState(answer.title ?? '');
  const { keep, isPending, error } = useKeep(answer);
  if (me && !hasRole(me, ['drafter'])) {
    return <Alert type="info" showIcon title={t('noDrafter')} />;
  }
  const place = chosen ?? (own.length === 1 ? own[0]?.id : undefined);
  const isReady = place !== undefined && isCode(code) && title.trim() !== '';
  return (
    <div className={styles.keep}>
      <label htmlFor={`${id}-place`}>{t('place')}</label>
      <Select
        id={`${id}-place`}
        value={place ?? null}
        options={own.map(({ id: value, name }) => ({ value, label: name }))}
        onChange={(next) => setChosen(next ?? undefined)}
      />
      <label htmlFor={`${id}-title`}>{t('documentTitle')}</label>
      <Input
        id={`${id}-title`}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <label htmlFor={`${id}-code`}>{t('code')}</label>
      <Input
        id={`${id}-code`}
        maxLength={80}
        placeholder={t('codeHint')}
        value={code}
        {...(code !== '' && !isCode(code) && { status: 'error' as const })}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button
        type="primary"
        loading={isPending}
        disabled={!isReady}
        onClick={() => place !== undefined && void keep(place, code, title.trim())}
      >
        {t('keepAsDraft')}
      </Button>
      <div className={styles.wide}>
        <ChangeFailed error={error} />
      </div>
    </div>
  );
}

/** As the language writes an identifier: shanxi.outpatient. */
function isCode(text: string): boolean {
  return /^[A-Za-z_][\w-]*(?:\.[\w-]+)*$/u.test(text);
}

function useKeep({ text }: ImportAnswer) {
  const send = useSend();
  const router = useRouter();
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [made, setMade] = useState<StoredDocument>();
  const keep = async (jurisdictionId: string, code: string, title: string): Promise<void> => {
    setIsPending(true);
    setError(null);
    try {
      // Where the draft failed the document is there already, and is gone on with.
      const isSame = made?.code === code && made.jurisdictionId === jurisdictionId;
      const document = isSame
        ? made
        : await send<StoredDocument>({
            ...{ method: 'POST', path: '/documents', body: { jurisdictionId, code, title } },
          });
      setMade(document);
      const draft = await send<DraftSummary>({
        ...{ method: 'POST', path: '/drafts' },
        body: {
          ...{ jurisdictionId, documentId: document.id, title },
          ...{ path: `policies/imported/${code}.tiaoli`, text: withIdentifier(text, code) },
        },
      });
      router.push(draftHref(draft.id));
    } catch (caught) {
      setIsPending(false);
      setError(caught instanceof Error ? caught : new Error(String(caught)));
    }
  };
  return { keep, isPending, error };
}
