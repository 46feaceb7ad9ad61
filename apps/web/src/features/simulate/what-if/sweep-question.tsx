import type { MovableValue } from '@tiaoli/simulation';
import { useTranslations } from 'next-intl';
import { readSweep, writeSweep } from '../model/sweep-spec.ts';
import styles from '../simulate.module.css';
import { ValueChoice } from './value-choice.tsx';
import type { QuestionProps } from './what-if-panel.tsx';
import { WrittenField } from './written-field.tsx';

/** What do other values of one number come to? */
export function SweepQuestion({
  values,
  beside: { sweep },
  onChange,
}: QuestionProps & { readonly values: readonly MovableValue[] }) {
  const t = useTranslations('simulate.whatIf');
  const spec = sweep === undefined ? undefined : readSweep(sweep);
  return (
    <div className={styles.question}>
      <div className={styles.populations}>
        <ValueChoice
          label={t('sweep')}
          values={values}
          name={spec?.name ?? sweep}
          onChoose={(value) =>
            onChange({ sweep: value ? writeSweep({ name: value.name, ...value.range }) : '' })
          }
        />
        {spec &&
          (['low', 'high', 'step'] as const).map((part) => (
            <WrittenField
              key={part}
              label={t(part)}
              value={spec[part]}
              onWrite={(text) => onChange({ sweep: writeSweep({ ...spec, [part]: text }) })}
            />
          ))}
      </div>
      <p className={styles.quiet}>{t('sweepText')}</p>
    </div>
  );
}
