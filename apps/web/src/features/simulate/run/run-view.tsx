import { assertNever } from '@tiaoli/base';
import { Alert, Button, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { OutdatedBar } from '../../shell/outdated-bar.tsx';
import type { AskedRun } from '../model/simulate-address.ts';
import { ImpactResult } from '../result/impact-result.tsx';
import styles from '../simulate.module.css';
import type { SimulationJobAnswer } from '../simulate-answers.ts';
import { SimulationFailed } from '../simulation-failed.tsx';
import { UnderWay } from '../under-way.tsx';
import type { FollowedRun, RunState } from './use-run.ts';
import { useRun } from './use-run.ts';

/** One run: begun with a button, followed, and its result. */
export function RunView({
  asked,
  run,
  onRun,
}: {
  readonly asked: AskedRun;
  readonly run: string | undefined;
  readonly onRun: (id: string | undefined) => void;
}) {
  const t = useTranslations('simulate');
  const followed = useRun(asked, run, onRun);
  const { state, outdated, begin } = followed;
  return (
    <section aria-label={t('resultLabel')}>
      <Run {...followed} />
      {outdated && state.kind === 'shown' && (
        <OutdatedBar
          text={
            outdated.error
              ? t('outdatedRefused', { reason: outdated.error.message })
              : t('outdated')
          }
          action={t('runAgain')}
          again={outdated.error ? undefined : begin}
        />
      )}
    </section>
  );
}

function Run({ state, begin, stop }: FollowedRun) {
  const t = useTranslations('simulate');
  switch (state.kind) {
    case 'none':
      return (
        <Button type="primary" size="large" onClick={begin}>
          {t('run')}
        </Button>
      );
    case 'beginning':
      return <Skeleton active paragraph={{ rows: 12 }} />;
    case 'refused':
      return <SimulationFailed error={state.error} retry={begin} />;
    case 'stopped':
      return <Ended kind="stopped" again={begin} />;
    case 'shown':
      return <Shown state={state} begin={begin} stop={stop} />;
    default:
      return assertNever(state);
  }
}

function Shown({
  state: { id, answer },
  begin,
  stop,
}: Pick<FollowedRun, 'begin' | 'stop'> & {
  readonly state: Extract<RunState, { kind: 'shown' }>;
}) {
  const t = useTranslations('simulate');
  switch (answer.kind) {
    case 'waiting':
    case 'running':
      return (
        <>
          <UnderWay title={t('underWay')} answer={answer} stop={stop} />
          <Skeleton paragraph={{ rows: 12 }} />
        </>
      );
    case 'done':
      return <ImpactResult key={id} run={id} result={answer.result} />;
    default:
      return <Ended {...endedOf(answer)} again={begin} />;
  }
}

function endedOf(answer: SimulationJobAnswer): Omit<EndedProps, 'again'> {
  return answer.kind === 'refused'
    ? { kind: 'refused', reasons: answer.reasons }
    : { kind: 'failed' };
}

interface EndedProps {
  readonly kind: 'failed' | 'refused' | 'stopped';
  readonly reasons?: readonly string[];
  readonly again: () => void;
}

function Ended({ kind, reasons, again }: EndedProps) {
  const t = useTranslations('simulate');
  const texts = reasons ?? [t(kind === 'stopped' ? 'stoppedText' : 'failedText')];
  return (
    <Alert
      type={kind === 'stopped' ? 'info' : 'error'}
      showIcon
      title={t(kind)}
      description={texts.map((text) => (
        <p key={text} className={styles.reason}>
          {text}
        </p>
      ))}
      action={<Button onClick={again}>{t('runAgain')}</Button>}
    />
  );
}
