import type { MovableValue } from '@tiaoli/simulation';
import { Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import styles from '../simulate.module.css';

/** One of the numbers that the rules proposed have; none with the cross. */
export function ValueChoice({
  label,
  values,
  name,
  onChoose,
}: {
  readonly label: string;
  readonly values: readonly MovableValue[];
  readonly name: string | undefined;
  readonly onChoose: (value: MovableValue | undefined) => void;
}) {
  const t = useTranslations('simulate.whatIf');
  const id = useId();
  return (
    <span className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        className={styles.population ?? ''}
        popupMatchSelectWidth={false}
        showSearch
        allowClear
        placeholder={t('none')}
        {...(name !== undefined && { value: name })}
        options={values.map((each) => ({
          value: each.name,
          label: t(`value.${each.unit}`, { name: each.name, current: each.current }),
        }))}
        onChange={(chosen: string | undefined) =>
          onChoose(values.find((each) => each.name === chosen))
        }
      />
    </span>
  );
}
