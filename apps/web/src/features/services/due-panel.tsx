import type { DocumentServices, ServiceDueDate, ServiceDueDates } from '@tiaoli/workspace';
import { Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { DocumentsFailed } from '../documents/documents-failed.tsx';
import styles from './services.module.css';
import { DayChoice } from './services-choices.tsx';
import { useDaysText } from './use-field-text.ts';
import { useDueDates } from './use-services.ts';

/** A calculator of working days: a service and the day of acceptance give the day by which it is done. */
export function DuePanel({
  documents,
  today,
}: {
  readonly documents: readonly DocumentServices[];
  readonly today: string;
}) {
  const t = useTranslations('services');
  const id = useId();
  const [key, setKey] = useState<string>();
  const [accepted, setAccepted] = useState(today);
  const all = documents.flatMap(({ file, services }) =>
    services.map(({ name }) => ({ key: `${file} ${name}`, file, name })),
  );
  const chosen = all.find((each) => each.key === key) ?? all[0];
  return (
    <section className={styles.due} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('dueTitle')}</h2>
      <p className={styles.quiet}>{t('dueIntro')}</p>
      <div className={styles.filters}>
        <div className={styles.choice}>
          <label htmlFor={id}>{t('item')}</label>
          <Select
            id={id}
            popupMatchSelectWidth={false}
            style={{ minWidth: 200, maxWidth: '100%' }}
            {...(chosen && { value: chosen.key })}
            options={all.map((each) => ({ value: each.key, label: each.name }))}
            onChange={setKey}
          />
        </div>
        <DayChoice label={t('accepted')} day={accepted} onDay={setAccepted} />
      </div>
      {chosen && <DueAnswer file={chosen.file} name={chosen.name} accepted={accepted} />}
    </section>
  );
}

function DueAnswer({
  file,
  name,
  accepted,
}: {
  readonly file: string;
  readonly name: string;
  readonly accepted: string;
}) {
  const { data, error, refetch } = useDueDates(file, accepted);
  if (error) return <DocumentsFailed error={error} retry={() => void refetch()} />;
  const due = data?.services.find((each) => each.name === name);
  return (
    <div role="status" className={styles.dueAnswer}>
      {data && due && <DueText answer={data} due={due} />}
    </div>
  );
}

function DueText({
  answer: { accepted, calendar },
  due,
}: {
  readonly answer: ServiceDueDates;
  readonly due: ServiceDueDate;
}) {
  const t = useTranslations('services');
  const daysText = useDaysText();
  if (due.kind === 'unseen') return <p>{t('dueUnseen', { reason: due.reason })}</p>;
  if (due.kind === 'no-limit') return <p>{t('dueNoLimit')}</p>;
  const days = daysText(due.workingDays);
  if (due.kind === 'no-calendar') {
    const { first = 0, last = 0 } = calendar ?? {};
    const years = { first: String(first), last: String(last) };
    return <p>{t('dueNoCalendar', { days, ...years })}</p>;
  }
  const said =
    due.workingDays === 0
      ? t('dueAtOnce', { due: due.due })
      : t('due', { due: due.due, accepted, days, daysOff: due.daysOff });
  return (
    <>
      <p className={styles.figure}>{said}</p>
      {due.filing && <FilingText filing={due.filing} />}
      {calendar && <p className={styles.small}>{t('dueSource', { source: calendar.source })}</p>}
    </>
  );
}

function FilingText({
  filing: { from, to },
}: {
  readonly filing: NonNullable<Extract<ServiceDueDate, { kind: 'due' }>['filing']>;
}) {
  const t = useTranslations('services');
  const filing = t('field.filing');
  return (
    <p>
      {to === undefined
        ? t('dueFilingOpen', { filing, from })
        : t('dueFiling', { filing, from, to })}
    </p>
  );
}
