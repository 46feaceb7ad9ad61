import { PlusOutlined } from '@ant-design/icons';
import { Button, Modal, Radio } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DocumentOnDay, Place } from '../workflow/answers.ts';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { todayInChina } from '../workflow/day-field.tsx';
import { hasRole } from '../workflow/people.ts';
import { useRead } from '../workflow/use-api.ts';
import { useMe } from '../workflow/use-me.ts';
import { usePlaces } from '../workflow/use-places.ts';
import styles from '../workflow/workflow.module.css';
import { ChangeForm } from './change-form.tsx';
import type { DocumentPlan } from './new-document-form.tsx';
import { isWhole, NewDocumentForm } from './new-document-form.tsx';
import { commonWords } from './templates/new-document.ts';
import { useBeginDraft } from './use-begin-draft.ts';

/** Begins a draft: from what is in force today, or of a document that is not there yet. */
export function NewDraft() {
  const t = useTranslations('drafts');
  const workflow = useTranslations('workflow');
  const [isOpen, setIsOpen] = useState(false);
  const [kind, setKind] = useState<'change' | 'write'>('change');
  const [chosen, setChosen] = useState<string>();
  const [title, setTitle] = useState('');
  const { data: me } = useMe();
  const { own, places, aboveOf } = useWhatIsThere(isOpen);
  const [typed, setPlan] = useState<DocumentPlan>({ title: '', code: '', from: todayInChina() });
  const plan = { ...(places[0] && { placeId: places[0].id }), ...typed };
  const above = aboveOf(plan.placeId);
  const found = own.find(({ document }) => document.id === chosen);
  const { change, write, isPending, error } = useBeginDraft();
  if (!hasRole(me, ['drafter', 'proposer'])) return null;
  const begin = (): void => {
    if (kind === 'change') {
      if (found) void change(found, title.trim());
      return;
    }
    const place = places.find((each) => each.id === plan.placeId);
    const { template, code, from } = plan;
    if (!place || !template || !from) return;
    const basis = above.documents.find(({ document }) => document.id === plan.basisId);
    const document = {
      ...{ code, from, title: plan.title.trim() },
      place: { ...place, ...(above.name !== undefined && { above: above.name }) },
      basis: template === 'delegated' && basis ? basis.document.code : commonWords,
    };
    void write(template, document, place.id);
  };
  const isReady =
    kind === 'change' ? found?.version !== undefined && title.trim() !== '' : isWhole(plan);
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
        okButtonProps={{ loading: isPending, disabled: !isReady }}
        onOk={begin}
        onCancel={() => setIsOpen(false)}
      >
        <div className={styles.form}>
          {places.length > 0 && (
            <Radio.Group
              className={styles.choices ?? ''}
              aria-label={t('new')}
              value={kind}
              options={[
                { value: 'change', label: t('newDocument.change') },
                { value: 'write', label: t('newDocument.write') },
              ]}
              onChange={({ target }) => setKind(target.value)}
            />
          )}
          {kind === 'change' ? (
            <ChangeForm
              {...{ documents: own, chosen, title, onChosen: setChosen, onTitle: setTitle }}
            />
          ) : (
            <NewDocumentForm {...{ plan, places, above: above.documents, onPlan: setPlan }} />
          )}
          <ChangeFailed error={error} />
        </div>
      </Modal>
    </>
  );
}

interface Above {
  /** The place right above. */
  readonly name?: string;
  readonly documents: readonly DocumentOnDay[];
}

/** Documents of one's offices, the places where one may add some, and what is in force above each. */
function useWhatIsThere(isOpen: boolean) {
  const { data: me } = useMe();
  const { places, byId } = usePlaces();
  const { data } = useRead<{ readonly documents: readonly DocumentOnDay[] }>(
    `/documents-on-day?on=${todayInChina()}`,
    { enabled: isOpen },
  );
  const documents = data?.documents ?? [];
  const aboveOf = (placeId: string | undefined): Above => {
    const name = byId.get(byId.get(placeId ?? '')?.parentId ?? '')?.name;
    const ids = new Set<string>();
    let at: Place | undefined = byId.get(placeId ?? '');
    while (at?.parentId !== undefined) {
      ids.add(at.parentId);
      at = byId.get(at.parentId);
    }
    return {
      ...(name !== undefined && { name }),
      documents: documents.filter(
        ({ document, version }) => version !== undefined && ids.has(document.jurisdictionId),
      ),
    };
  };
  return {
    own: documents.filter(({ document }) =>
      hasRole(me, ['drafter', 'proposer'], document.jurisdictionId),
    ),
    // Only drafters may add a document; the server decides.
    places: places.filter(({ id }) => hasRole(me, ['drafter'], id)),
    aboveOf,
  };
}
