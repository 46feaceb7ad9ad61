import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import styles from './services.module.css';
import type { AskedServices, ServicesAnswer } from './services-answer.ts';
import { servicesQuery } from './use-services.ts';

/** The place and the two days. They stand in the address, so that a link shows the same. */
export function ServicesChoices({
  asked,
  answer,
}: {
  readonly asked: AskedServices;
  readonly answer: ServicesAnswer | undefined;
}) {
  const t = useTranslations('services');
  const id = useId();
  const router = useRouter();
  const path = usePathname();
  const show = (next: AskedServices): void => router.replace(`${path}?${servicesQuery(next)}`);
  const place = answer?.place ?? asked.place;
  const [first] = answer?.list.documents ?? [];
  const days = { before: asked.before ?? first?.before, after: asked.after ?? first?.after };
  return (
    <div className={styles.choices}>
      <div className={styles.choice}>
        <label htmlFor={id}>{t('place')}</label>
        <Select
          id={id}
          popupMatchSelectWidth={false}
          style={{ minWidth: 140 }}
          {...(place !== undefined && { value: place })}
          options={answer?.places.map((value) => ({ value, label: value })) ?? []}
          onChange={(chosen) => show({ ...asked, place: chosen })}
        />
      </div>
      <DayChoice
        label={t('before')}
        day={days.before}
        onDay={(before) => show({ place, ...days, before })}
      />
      <DayChoice
        label={t('after')}
        day={days.after}
        onDay={(after) => show({ place, ...days, after })}
      />
      <Button onClick={() => show({ place, before: undefined, after: undefined })}>
        {t('ownDays')}
      </Button>
    </div>
  );
}

/** One day, written `2024-07-01`. */
export function DayChoice({
  label,
  day,
  onDay,
}: {
  readonly label: string;
  readonly day: string | undefined;
  readonly onDay: (day: string) => void;
}) {
  const id = useId();
  const shown = dayjs(day ?? null);
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <DatePicker
        id={id}
        allowClear={false}
        value={shown.isValid() ? shown : null}
        onChange={(chosen) => chosen && onDay(chosen.format('YYYY-MM-DD'))}
      />
    </div>
  );
}
