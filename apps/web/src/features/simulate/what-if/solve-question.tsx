import type { MovableValue } from '@tiaoli/simulation';
import { Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { TargetKind } from '../model/sweep-spec.ts';
import { isMoney, readTarget, targetKinds, writeTarget } from '../model/sweep-spec.ts';
import styles from '../simulate.module.css';
import { ValueChoice } from './value-choice.tsx';
import type { QuestionProps } from './what-if-panel.tsx';
import { WrittenField } from './written-field.tsx';

/** Which value of a number reaches a target? */
export function SolveQuestion({
  values,
  beside: { solve, target },
  onChange,
}: QuestionProps & { readonly values: readonly MovableValue[] }) {
  const t = useTranslations('simulate.whatIf');
  const id = useId();
  const told = readTarget(target);
  const [chosen, setChosen] = useState<TargetKind>(told.kind);
  const kind = target === undefined ? chosen : told.kind;
  const money = isMoney(kind);
  return (
    <div className={styles.question}>
      <div className={styles.populations}>
        <ValueChoice
          label={t('solve')}
          values={values}
          name={solve}
          onChoose={(value) => onChange(value ? { solve: value.name } : { solve: '', target: '' })}
        />
        {solve !== undefined && (
          <>
            <span className={styles.field}>
              <label htmlFor={id}>{t('target')}</label>
              <Select
                id={id}
                popupMatchSelectWidth={false}
                value={kind}
                options={targetKinds.map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
                onChange={(next) => {
                  setChosen(next);
                  // An amount of yuan is no share.
                  const isAlike = isMoney(next) === money;
                  onChange({
                    target: isAlike ? writeTarget({ kind: next, amount: told.amount }) : '',
                  });
                }}
              />
            </span>
            <WrittenField
              key={kind}
              label={t('amount')}
              value={told.kind === kind ? told.amount : ''}
              {...(!money && { suffix: '%' })}
              placeholder={money ? t('amountLike') : '75'}
              onWrite={(amount) => onChange({ target: writeTarget({ kind, amount }) })}
            />
          </>
        )}
      </div>
      <p className={styles.quiet}>{t(solve && !target ? 'solveOpen' : 'solveText')}</p>
    </div>
  );
}
