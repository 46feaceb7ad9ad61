import { Button, Progress } from 'antd';
import { useTranslations } from 'next-intl';
import styles from './simulate.module.css';
import type { SimulationJobAnswer } from './simulate-answers.ts';

/** How far a job is, in parts of the population that are done. */
export function UnderWay({
  title,
  answer,
  stop,
}: {
  readonly title: string;
  readonly answer: Extract<SimulationJobAnswer, { kind: 'waiting' | 'running' }>;
  readonly stop: () => void;
}) {
  const t = useTranslations('simulate');
  const { done = 0, of = 0 } = (answer.kind === 'running' && answer.progress) || {};
  const text = of === 0 ? t('beginning') : t('parts', { done, of });
  return (
    <section className={styles.card} aria-busy aria-label={title}>
      <h2>{title}</h2>
      <Progress
        aria-label={title}
        percent={of === 0 ? 0 : Math.floor((done / of) * 100)}
        status="normal"
      />
      <p role="status" className={styles.quiet}>
        {answer.kind === 'waiting' ? t('waiting', { ahead: answer.ahead }) : text}
      </p>
      <p className={styles.quiet}>{t('mayLeave')}</p>
      <Button onClick={stop}>{t('stop')}</Button>
    </section>
  );
}
