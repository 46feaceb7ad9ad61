import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Modal, Select } from 'antd';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { fetchServer } from '../shell/ask-server.ts';
import type { DocumentOnDay, DraftSummary } from '../workflow/answers.ts';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { todayInChina } from '../workflow/day-field.tsx';
import { hasRole } from '../workflow/people.ts';
import { apiRoot, useRead, useSend } from '../workflow/use-api.ts';
import { useMe } from '../workflow/use-me.ts';
import styles from '../workflow/workflow.module.css';
import { draftHref } from './drafts-address.ts';

/** Begins a draft from the version of a document that is in force today. */
export function NewDraft() {
  const t = useTranslations('drafts');
  const workflow = useTranslations('workflow');
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const [title, setTitle] = useState('');
  const { data: me } = useMe();
  const { data } = useRead<{ readonly documents: readonly DocumentOnDay[] }>(
    `/documents-on-day?on=${todayInChina()}`,
    { enabled: isOpen },
  );
  const own = (data?.documents ?? []).filter(({ document }) =>
    hasRole(me, ['drafter', 'proposer'], document.jurisdictionId),
  );
  const found = own.find(({ document }) => document.id === chosen);
  const { begin, isPending, error } = useBeginDraft();
  if (!hasRole(me, ['drafter', 'proposer'])) return null;
  return (
    <>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setIsOpen(true)}>
        {t('new')}
      </Button>
      <Modal
        open={isOpen}
        title={t('new')}
        okText={t('begin')}
        cancelText={workflow('cancel')}
        okButtonProps={{
          loading: isPending,
          disabled: found?.version === undefined || title.trim() === '',
        }}
        onOk={() => found && void begin(found, title.trim())}
        onCancel={() => setIsOpen(false)}
      >
        <div className={styles.form}>
          <label htmlFor={`${id}-document`}>{t('document')}</label>
          <Select
            id={`${id}-document`}
            value={chosen ?? null}
            options={own.map(({ document, version }) => ({
              value: document.id,
              label: version ? document.title : t('noVersion', { title: document.title }),
              disabled: version === undefined,
            }))}
            onChange={(next) => setChosen(next ?? undefined)}
          />
          <label htmlFor={`${id}-title`}>{t('what')}</label>
          <Input
            id={`${id}-title`}
            maxLength={200}
            placeholder={t('whatHint')}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
          <ChangeFailed error={error} />
        </div>
      </Modal>
    </>
  );
}

function useBeginDraft() {
  const send = useSend();
  const router = useRouter();
  const locale = useLocale();
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const begin = async ({ document, version }: DocumentOnDay, title: string): Promise<void> => {
    if (!version) return;
    setIsPending(true);
    setError(null);
    try {
      const headers = { 'accept-language': locale };
      const source = await fetchServer(`${apiRoot}/versions/${version.id}/source`, { headers });
      const draft = await send<DraftSummary>({
        ...{ method: 'POST', path: '/drafts' },
        body: {
          ...{ jurisdictionId: document.jurisdictionId, documentId: document.id, title },
          ...{ path: version.path, baseVersionId: version.id, text: await source.text() },
        },
      });
      router.push(draftHref(draft.id));
    } catch (caught) {
      setError(caught instanceof Error ? caught : new Error(String(caught)));
    } finally {
      setIsPending(false);
    }
  };
  return { begin, isPending, error };
}
