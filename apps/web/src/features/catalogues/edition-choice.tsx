import { Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import styles from './catalogues.module.css';

/** The days on which rows changed; the one that begins the edition of the day is chosen. */
export function EditionChoice({
  editions,
  value,
  onChange,
}: {
  readonly editions: readonly string[];
  readonly value: string;
  readonly onChange: (day: string) => void;
}) {
  const t = useTranslations('catalogues');
  const id = useId();
  const current = editions.find((day) => day <= value);
  if (editions.length === 0) return null;
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{t('edition')}</label>
      <Select
        id={id}
        value={current ?? null}
        placeholder={t('beforeEditions')}
        onChange={(day) => day && onChange(day)}
        popupMatchSelectWidth={false}
        options={editions.map((day) => ({ value: day, label: t('editionFrom', { day }) }))}
      />
    </div>
  );
}
