import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { askServer } from '../../shell/ask-server.ts';
import styles from '../simulate.module.css';
import type { AccountsAnswer } from '../simulate-answers.ts';
import { SimulationFailed } from '../simulation-failed.tsx';
import type { QuestionProps } from './what-if-panel.tsx';
import { WrittenField } from './written-field.tsx';

/** What is left in the funds of the cities? */
export function AccountsQuestion({ beside: { funds, adjustment }, onChange }: QuestionProps) {
  const t = useTranslations('simulate.whatIf');
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const hand = useMutation({
    mutationFn: () =>
      askServer<AccountsAnswer>('/api/simulate/accounts', { method: 'POST', body: text }),
    onSuccess: (answer) => {
      if (answer.kind === 'kept') onChange({ funds: answer.name });
    },
  });
  const faults = hand.data?.kind === 'faults' ? hand.data.faults : [];
  return (
    <div className={styles.question}>
      <div className={styles.populations}>
        <span>{t('accounts')}</span>
        {funds !== undefined && (
          <>
            <strong>{t('accountsKept')}</strong>
            <Button size="small" onClick={() => onChange({ funds: '', adjustment: '' })}>
              {t('accountsAway')}
            </Button>
            <Adjustment adjustment={adjustment} onChange={onChange} />
          </>
        )}
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(funds === undefined ? 'accountsEnter' : 'accountsOther')}
        </Button>
      </div>
      {isOpen && (
        <div className={styles.accounts}>
          <label htmlFor={id}>{t('accountsLabel')}</label>
          <Input.TextArea
            id={id}
            rows={6}
            value={text}
            placeholder={t('accountsLike')}
            onChange={({ target }) => setText(target.value)}
          />
          <p>
            <Button
              disabled={text.trim() === ''}
              loading={hand.isPending}
              onClick={() => hand.mutate()}
            >
              {t('accountsTake')}
            </Button>
          </p>
          {faults.length > 0 && (
            <Alert
              type="error"
              showIcon
              title={t('accountsFaults')}
              description={faults.map(({ line, reason }) => (
                <p key={`${line} ${reason}`} className={styles.reason}>
                  {t('accountsFault', { line, reason })}
                </p>
              ))}
            />
          )}
          {hand.error && <SimulationFailed error={hand.error} retry={() => hand.mutate()} />}
        </div>
      )}
      <p className={styles.quiet}>{t('accountsText')}</p>
    </div>
  );
}

/** How the province balances its cities: two shares in percent. */
function Adjustment({
  adjustment,
  onChange,
}: {
  readonly adjustment: string | undefined;
  readonly onChange: QuestionProps['onChange'];
}) {
  const t = useTranslations('simulate.whatIf');
  const [paid = '5', covered = '70'] = (adjustment ?? '5%,70%')
    .split(',')
    .map((each) => each.replace('%', ''));
  const write = (shares: readonly string[]): void =>
    onChange({ adjustment: shares.map((each) => `${each}%`).join(',') });
  return (
    <>
      <WrittenField
        label={t('paid')}
        value={paid}
        suffix="%"
        onWrite={(next) => write([next, covered])}
      />
      <WrittenField
        label={t('covered')}
        value={covered}
        suffix="%"
        onWrite={(next) => write([paid, next])}
      />
      {adjustment === undefined && <em className={styles.quietInline}>{t('illustrative')}</em>}
    </>
  );
}
