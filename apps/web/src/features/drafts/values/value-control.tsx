import { InputNumber, Slider } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DelegatedValue, OwnCell } from './delegated-value.ts';
import { shown, stepFor } from './delegated-value.ts';
import styles from './values.module.css';

const units = { rate: '%', money: '元', integer: '' } as const;

/** A value on its band, and as a number; what is worked out stands as it is. */
export function ValueControl({
  value,
  cell,
  isDisabled,
  onAmount,
}: {
  readonly value: DelegatedValue;
  readonly cell: OwnCell;
  readonly isDisabled: boolean;
  readonly onAmount: (amount: number) => void;
}) {
  const t = useTranslations('drafts.values');
  const { name, kind, low, high } = value;
  const current = cell.value === undefined ? undefined : shown(kind, cell.value);
  // While it is dragged or typed; then what the text says.
  const [amount, setAmount] = useState<number>();
  const label = cell.label === '' ? name : `${name}（${cell.label}）`;
  if (current === undefined) return <p>{t('workedOut', { label, text: cell.text })}</p>;
  const [least, most] = [low, high].map((end) =>
    end === undefined ? undefined : shown(kind, end),
  );
  const each = stepFor(value, current);
  const commit = (next: number | undefined): void => {
    setAmount(undefined);
    if (next !== undefined && next !== current) onAmount(next);
  };
  return (
    <div className={styles.control}>
      {cell.label !== '' && <span className={styles.label}>{cell.label}</span>}
      {least !== undefined && most !== undefined && (
        <Slider
          className={styles.slider ?? ''}
          ariaLabelForHandle={label}
          min={least}
          max={most}
          step={each}
          disabled={isDisabled}
          value={amount ?? current}
          marks={{ [least]: `${least}${units[kind]}`, [most]: `${most}${units[kind]}` }}
          onChange={setAmount}
          onChangeComplete={commit}
        />
      )}
      <InputNumber
        className={styles.number ?? ''}
        aria-label={label}
        disabled={isDisabled}
        step={each}
        suffix={units[kind]}
        value={amount ?? current}
        onChange={(next) => setAmount(next ?? undefined)}
        onBlur={() => commit(amount)}
        onPressEnter={() => commit(amount)}
      />
    </div>
  );
}
