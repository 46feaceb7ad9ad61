import { Button, Input } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Badge } from '../../shell/badge.tsx';
import type { VerdictAnswer } from '../behaviour-answers.ts';
import styles from '../compare.module.css';

/** What a version is meant to change, and whether it changes anything else. */
export function IntentPanel({
  intent,
  verdict,
  onIntent,
}: {
  /** As it stands in the address. */
  readonly intent: string;
  readonly verdict: VerdictAnswer | undefined;
  readonly onIntent: (intent: string) => void;
}) {
  const t = useTranslations('compare');
  const id = useId();
  const [typed, setTyped] = useState(intent);
  return (
    <section className={styles.card} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('intentTitle')}</h2>
      <form
        className={styles.intent}
        onSubmit={(event) => {
          event.preventDefault();
          onIntent(typed.trim());
        }}
      >
        <label htmlFor={id}>{t('intent')}</label>
        <Input
          id={id}
          value={typed}
          maxLength={500}
          placeholder={t('intentExample')}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button htmlType="submit" disabled={typed.trim() === intent}>
          {t('judge')}
        </Button>
      </form>
      {verdict && <Verdict verdict={verdict} />}
    </section>
  );
}

const tones = { yes: 'good', no: 'bad', unknown: 'warn' } as const;

function Verdict({ verdict }: { readonly verdict: VerdictAnswer }) {
  const t = useTranslations('compare');
  const { text, holds, inside, breaches, unconfirmed, rounding } = verdict;
  return (
    <>
      <p role="status">
        <Badge tone={tones[holds]}>{t(`holds.${holds}`)}</Badge> {text}　{t(`inside.${inside}`)}
      </p>
      <Lines title={t('breaches')} mark="✗" lines={breaches} />
      <Lines title={t('unconfirmed')} mark="?" lines={unconfirmed} />
      <Lines title={t('allowedRounding')} mark="≈" lines={rounding} />
    </>
  );
}

function Lines({
  title,
  mark,
  lines,
}: {
  readonly title: string;
  readonly mark: string;
  readonly lines: readonly string[];
}) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{`${mark} ${line}`}</li>
        ))}
      </ul>
    </>
  );
}
