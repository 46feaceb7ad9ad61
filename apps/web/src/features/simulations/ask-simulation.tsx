import { Button, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { useChange } from '../workflow/use-change.ts';
import { useStoredDocuments } from '../workflow/use-places.ts';
import styles from '../workflow/workflow.module.css';
import type { ChosenText } from './text-choice.tsx';
import { namedText, TextChoice } from './text-choice.tsx';
import { useDatasets } from './use-datasets.ts';

/** What is asked: whose claims, under which two texts of a document. */
export function AskSimulation() {
  const t = useTranslations('simulations');
  const id = useId();
  const { datasets } = useDatasets();
  const { documents } = useStoredDocuments();
  const { mutate, isPending, error } = useChange();
  const [dataset, setDataset] = useState<string>();
  const [document, setDocument] = useState<string>();
  const [old, setOld] = useState<ChosenText>({});
  const [now, setNow] = useState<ChosenText>({});
  const [baseline, reform] = [namedText(old), namedText(now)];
  const isWhole = dataset !== undefined && baseline !== undefined && reform !== undefined;
  const choose = (next: string): void => {
    setDocument(next);
    setOld({});
    setNow({});
  };
  return (
    <section className={styles.panel} aria-label={t('ask')}>
      <h2>{t('ask')}</h2>
      <div className={styles.form}>
        <label htmlFor={`${id}-dataset`}>{t('dataset')}</label>
        <Select
          id={`${id}-dataset`}
          value={dataset ?? null}
          placeholder={t('chooseDataset')}
          options={datasets.map(({ id: value, title }) => ({ value, label: title }))}
          onChange={(value) => value !== null && setDataset(value)}
        />
        <label htmlFor={`${id}-document`}>{t('document')}</label>
        <Select
          id={`${id}-document`}
          showSearch={{ optionFilterProp: 'label' }}
          value={document ?? null}
          placeholder={t('chooseDocument')}
          options={documents.map(({ id: value, title }) => ({ value, label: title }))}
          onChange={(value) => value !== null && choose(value)}
        />
      </div>
      {document !== undefined && (
        <div className={styles.pair}>
          <TextChoice label={t('baseline')} documentId={document} chosen={old} onChoose={setOld} />
          <TextChoice label={t('reform')} documentId={document} chosen={now} onChoose={setNow} />
        </div>
      )}
      <p>
        <Button
          type="primary"
          loading={isPending}
          disabled={!isWhole}
          onClick={() =>
            mutate({
              ...{ method: 'POST', path: '/simulations' },
              body: { datasetId: dataset, baseline, reform },
            })
          }
        >
          {t('run')}
        </Button>
      </p>
      <ChangeFailed error={error} />
    </section>
  );
}
