import type { AssumableNumber } from '@tiaoli/simulation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { readThresholds, withUnit, writeThresholds } from '../model/threshold-texts.ts';
import styles from '../simulate.module.css';
import type { QuestionProps } from './what-if-panel.tsx';
import { WrittenField } from './written-field.tsx';

/** Who would stand on the early-warning lists, with numbers that nobody published? */
export function ThresholdQuestion({
  numbers,
  beside: { threshold },
  onChange,
}: QuestionProps & { readonly numbers: readonly AssumableNumber[] }) {
  const t = useTranslations('simulate.whatIf');
  // Two numbers may be written before the page has come to the address of the first: none is lost.
  const latest = useRef(threshold);
  useEffect(() => {
    latest.current = threshold;
  }, [threshold]);
  if (numbers.length === 0) return null;
  const values = readThresholds(threshold);
  const write = (name: string, value: string): void => {
    const next = writeThresholds(new Map([...readThresholds(latest.current), [name, value]]));
    latest.current = next;
    onChange({ threshold: next });
  };
  return (
    <div className={styles.question}>
      <div className={styles.populations}>
        <span>{t('thresholds')}</span>
        {numbers.map(({ name, unit, isUnknown }) => (
          <WrittenField
            key={name}
            label={name}
            value={values.get(name) ?? ''}
            placeholder={t(isUnknown ? 'thresholdUnknown' : 'thresholdKnown')}
            {...(unit === 'money' && { suffix: t('yuan') })}
            {...(unit === 'rate' && { suffix: '%' })}
            onWrite={(text) => write(name, withUnit(text, unit))}
          />
        ))}
        {values.size > 0 && <em className={styles.quietInline}>{t('illustrative')}</em>}
      </div>
      <p className={styles.quiet}>{t('thresholdsText')}</p>
    </div>
  );
}
