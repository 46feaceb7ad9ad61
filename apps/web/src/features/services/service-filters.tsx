import { Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { ChangeChoice, ServiceFilter } from './choose-services.ts';
import { shownFields } from './choose-services.ts';
import styles from './services.module.css';

/** By what changed, and by main item where there are some. */
export function ServiceFilters({
  filter,
  categories,
  counts,
  onFilter,
}: {
  readonly filter: ServiceFilter;
  readonly categories: readonly string[];
  readonly counts: { readonly shown: number; readonly all: number };
  readonly onFilter: (filter: ServiceFilter) => void;
}) {
  const t = useTranslations('services');
  const id = useId();
  const choices: readonly ChangeChoice[] = [...shownFields, 'unknown'];
  return (
    <div className={styles.filters}>
      <div className={styles.choice}>
        <label htmlFor={id}>{t('changedLabel')}</label>
        <Select<ChangeChoice[]>
          id={id}
          mode="multiple"
          style={{ minWidth: 220 }}
          placeholder={t('changedAny')}
          value={[...filter.changed]}
          options={choices.map((value) => ({
            value,
            label: value === 'unknown' ? t('unknownChoice') : t(`field.${value}`),
          }))}
          onChange={(changed) => onFilter({ ...filter, changed })}
        />
      </div>
      {categories.length > 0 && (
        <CategoryChoice
          categories={categories}
          chosen={filter.category}
          onChoose={(category) => onFilter({ ...filter, category })}
        />
      )}
      <p role="status" className={styles.quiet}>
        {t('shown', counts)}
      </p>
    </div>
  );
}

function CategoryChoice({
  categories,
  chosen,
  onChoose,
}: {
  readonly categories: readonly string[];
  readonly chosen: string | undefined;
  readonly onChoose: (category: string | undefined) => void;
}) {
  const t = useTranslations('services');
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{t('categoryLabel')}</label>
      <Select
        id={id}
        style={{ minWidth: 140 }}
        value={chosen ?? ''}
        options={[
          { value: '', label: t('categoryAny') },
          ...categories.map((value) => ({ value, label: value })),
        ]}
        onChange={(category) => onChoose(category === '' ? undefined : category)}
      />
    </div>
  );
}
