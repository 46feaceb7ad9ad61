import { Button, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { ChosenText } from '../simulations/text-choice.tsx';
import { namedText, TextChoice } from '../simulations/text-choice.tsx';
import type { Job, Version } from '../workflow/answers.ts';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { todayInChina } from '../workflow/day-field.tsx';
import { useRead } from '../workflow/use-api.ts';
import { useChange } from '../workflow/use-change.ts';
import { useMe } from '../workflow/use-me.ts';
import { useStoredDocuments } from '../workflow/use-places.ts';
import { useSearch } from '../workflow/use-search.ts';
import styles from '../workflow/workflow.module.css';
import { FollowedComparison } from './followed-comparison.tsx';

/** Whoever works on texts, or on what they cost: their office asks. */
const asking: readonly string[] = ['drafter', 'proposer', 'reviewer', 'publisher', 'analyst'];

/** Two texts of one document, and what they differ in. */
export function StoredCompare() {
  const t = useTranslations('comparisons');
  const id = useId();
  const { asked, ask } = useSearch();
  const { documents } = useStoredDocuments();
  const { data: me } = useMe();
  const { mutate, isPending, error } = useChange<Job>();
  const document = asked('document');
  const { old, now, choose } = useChosen(document);
  const office = me?.grants.find(({ role }) => asking.includes(role))?.jurisdictionId;
  const [baseline, reform] = [namedText(old), namedText(now)];
  const isWhole = baseline !== undefined && reform !== undefined && office !== undefined;
  const comparison = asked('comparison');
  return (
    <>
      <section className={styles.panel} aria-label={t('ask')}>
        <div className={styles.form}>
          <label htmlFor={id}>{t('document')}</label>
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={document ?? null}
            placeholder={t('chooseDocument')}
            options={documents.map(({ id: value, title }) => ({ value, label: title }))}
            onChange={(value) => value !== null && ask({ document: value, reform: undefined })}
          />
        </div>
        {document !== undefined && (
          <div className={styles.pair} key={document}>
            <TextChoice
              label={t('baseline')}
              documentId={document}
              chosen={old}
              onChoose={(next) => choose({ old: next })}
            />
            <TextChoice
              label={t('reform')}
              documentId={document}
              chosen={now}
              onChoose={(next) => choose({ now: next })}
            />
          </div>
        )}
        <p>
          <Button
            type="primary"
            loading={isPending}
            disabled={!isWhole}
            onClick={() =>
              mutate(
                {
                  ...{ method: 'POST', path: '/comparisons' },
                  body: { jurisdictionId: office, baseline, reform },
                },
                { onSuccess: (job) => ask({ comparison: job.id }) },
              )
            }
          >
            {t('run')}
          </Button>
        </p>
        <ChangeFailed error={error} />
      </section>
      {comparison !== undefined && <FollowedComparison key={comparison} id={comparison} />}
    </>
  );
}

/** What was chosen; until something is, the text that the address names against what is in force on its day. */
function useChosen(document: string | undefined) {
  const { asked } = useSearch();
  const [state, setState] = useState<{ old?: ChosenText; now?: ChosenText; of?: string }>({});
  const { data } = useRead<{ readonly versions: readonly Version[] }>(
    `/documents/${encodeURIComponent(document ?? '')}/versions`,
    { enabled: document !== undefined },
  );
  const chosen = state.of === document ? state : {};
  const text = asked('reform');
  const on = asked('on') ?? todayInChina();
  const now = chosen.now ?? (text === undefined ? {} : { text, on });
  const inForce = data?.versions.filter(({ effectiveFrom }) => effectiveFrom <= (now.on ?? on));
  const latest = inForce?.toSorted((left, right) => right.number - left.number)[0];
  const usual =
    now.text === undefined || latest === undefined
      ? {}
      : { text: `version ${latest.id}`, on: now.on ?? on };
  const choose = (next: { old?: ChosenText; now?: ChosenText }): void =>
    setState({ ...chosen, ...next, ...(document !== undefined && { of: document }) });
  return { old: chosen.old ?? usual, now, choose };
}
