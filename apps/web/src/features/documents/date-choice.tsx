'use client';

import { Button, DatePicker, Space } from 'antd';
import dayjs from 'dayjs';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import styles from './documents.module.css';

/** The day whose rules are shown. It stands in the address, so that a link shows the same. */
export function DateChoice({ on }: { readonly on: string | undefined }) {
  const t = useTranslations('documents');
  const id = useId();
  const router = useRouter();
  const path = usePathname();
  const asked = useSearchParams();
  const show = (day?: string): void => {
    const others = [...asked].filter(([name]) => name !== 'on');
    const next = new URLSearchParams(day === undefined ? others : [...others, ['on', day]]);
    router.replace(next.size > 0 ? `${path}?${next}` : path);
  };
  const day = dayjs(on ?? null);
  return (
    <div className={styles.date}>
      <label htmlFor={id}>{t('date')}</label>
      <Space.Compact>
        <DatePicker
          id={id}
          allowClear={false}
          value={day.isValid() ? day : null}
          onChange={(day) => day && show(day.format('YYYY-MM-DD'))}
        />
        <Button onClick={() => show()}>{t('today')}</Button>
      </Space.Compact>
    </div>
  );
}
