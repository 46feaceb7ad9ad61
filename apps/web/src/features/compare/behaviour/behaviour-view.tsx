import { Alert, Button, Progress, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { OutdatedBar } from '../../shell/outdated-bar.tsx';
import styles from '../compare.module.css';
import { ComparisonFailed } from '../comparison-failed.tsx';
import type { IntendedPair } from '../model/compare-address.ts';
import { IntentPanel } from './intent-panel.tsx';
import { Outcome } from './outcome.tsx';
import type { JobActs, JobView } from './use-job.ts';
import { useJob } from './use-job.ts';

/** What comes of two versions: for whom, by how much, and whether the rest is proved the same. */
export function BehaviourView({
  pair,
  onIntent,
}: {
  readonly pair: IntendedPair;
  readonly onIntent: (intent: string) => void;
}) {
  const t = useTranslations('compare');
  const { view, outdated, stop, again } = useJob(pair);
  const isShown = view.kind === 'done' || view.kind === 'unread';
  const verdict = view.kind === 'done' ? view.answer.verdict : undefined;
  return (
    <>
      <Job view={view} stop={stop} again={again} />
      {isShown && (
        <IntentPanel
          key={pair.intent ?? ''}
          intent={pair.intent ?? ''}
          verdict={verdict}
          onIntent={onIntent}
        />
      )}
      {outdated && view.kind !== 'stopped' && (
        <OutdatedBar
          text={
            outdated.error
              ? t('outdatedRefused', { reason: outdated.error.message })
              : t('outdated')
          }
          action={t('compareAgain')}
          again={outdated.error ? undefined : again}
        />
      )}
    </>
  );
}

function Job({ view, stop, again }: { readonly view: JobView } & JobActs) {
  switch (view.kind) {
    case 'beginning':
      return <Skeleton active paragraph={{ rows: 10 }} />;
    case 'refused':
      return <ComparisonFailed error={view.error} retry={again} />;
    case 'done':
      return <Outcome key={view.id} job={view.id} answer={view.answer} />;
    case 'unread':
      return <Unread reasons={view.reasons} />;
    case 'waiting':
    case 'running':
      return <UnderWay view={view} stop={stop} />;
    default:
      return <Ended kind={view.kind} again={again} />;
  }
}

function UnderWay({
  view,
  stop,
}: {
  readonly view: Extract<JobView, { kind: 'waiting' | 'running' }>;
  readonly stop: () => void;
}) {
  const t = useTranslations('compare');
  const progress = view.kind === 'running' ? view.progress : undefined;
  const { done = 0, of = 0, name = '' } = progress ?? {};
  const text =
    view.kind === 'waiting'
      ? t('waiting', { ahead: view.ahead })
      : t('proving', { done, of, name });
  return (
    <section className={styles.card} aria-busy aria-label={t('underWay')}>
      <h2>{t('underWay')}</h2>
      <Progress
        aria-label={t('underWay')}
        percent={of === 0 ? 0 : Math.floor((done / of) * 100)}
        status="normal"
      />
      <p role="status" className={styles.quiet}>
        {text}
      </p>
      <p className={styles.quiet}>{t('mayLeave')}</p>
      <Button onClick={stop}>{t('stop')}</Button>
    </section>
  );
}

/** The intent names what is not there: nothing was compared. */
function Unread({ reasons }: { readonly reasons: readonly string[] }) {
  const t = useTranslations('compare');
  return (
    <Alert
      type="warning"
      showIcon
      title={t('intentUnread')}
      description={reasons.map((reason) => (
        <p key={reason} className={styles.reason}>
          {reason}
        </p>
      ))}
    />
  );
}

function Ended({
  kind,
  again,
}: {
  readonly kind: 'failed' | 'stopped';
  readonly again: JobActs['again'];
}) {
  const t = useTranslations('compare');
  return (
    <Alert
      type={kind === 'failed' ? 'error' : 'info'}
      showIcon
      title={t(kind === 'failed' ? 'jobFailed' : 'jobStopped')}
      description={t(kind === 'failed' ? 'jobFailedText' : 'jobStoppedText')}
      action={<Button onClick={again}>{t('compareAgain')}</Button>}
    />
  );
}
