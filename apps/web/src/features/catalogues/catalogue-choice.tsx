import type { CatalogueEntry } from '@tiaoli/workspace';
import { Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import styles from './catalogues.module.css';

/** The catalogues by the document that declares them, samples in a group of their own. */
export function CatalogueChoice({
  catalogues,
  value,
  onChange,
}: {
  readonly catalogues: readonly CatalogueEntry[];
  readonly value: string;
  readonly onChange: (ref: string) => void;
}) {
  const t = useTranslations('catalogues');
  const id = useId();
  const optionsOf = (isSample: boolean) =>
    catalogues
      .filter((each) => each.isSample === isSample)
      .map(({ ref, name, document, place }) => ({
        value: ref,
        label: t('entry', { name, document, place: place ?? t('nation') }),
      }));
  const groups = [
    { label: t('policies'), options: optionsOf(false) },
    { label: t('samples'), options: optionsOf(true) },
  ];
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{t('catalogue')}</label>
      <Select
        id={id}
        value={value}
        onChange={onChange}
        popupMatchSelectWidth={false}
        className={styles.select ?? ''}
        options={groups.filter(({ options }) => options.length > 0)}
      />
    </div>
  );
}

/** As the document has it, or with what a place below changes. */
export function PlaceChoice({
  entry,
  value,
  onChange,
}: {
  readonly entry: CatalogueEntry | undefined;
  readonly value: string | undefined;
  readonly onChange: (place: string | undefined) => void;
}) {
  const t = useTranslations('catalogues');
  const id = useId();
  const own = entry?.place ?? t('nation');
  const options = [
    { value: '', label: t('unchanged', { place: own }) },
    ...(entry?.changedIn ?? []).map((place) => ({
      value: place,
      label: t('changedIn', { place }),
    })),
  ];
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{t('place')}</label>
      <Select
        id={id}
        value={value ?? ''}
        onChange={(place) => onChange(place === '' ? undefined : place)}
        popupMatchSelectWidth={false}
        className={styles.narrowSelect ?? ''}
        options={options}
      />
    </div>
  );
}
