import { Button, Progress } from 'antd';
import { useTranslations } from 'next-intl';
import type { Job } from './answers.ts';
import { ChangeFailed } from './change-failed.tsx';
import { useChange } from './use-change.ts';
import { useMe } from './use-me.ts';
import styles from './workflow.module.css';

/** A step of a job, by its name in the program and in words. */
export interface JobStep {
  readonly step: string;
  readonly name: string;
}

/** How far a job is, as the server tells it, and a way to end one's own. */
export function JobUnderWay({
  job,
  label,
  steps,
  note,
}: {
  readonly job: Job;
  readonly label: string;
  /** In the order in which they are taken. */
  readonly steps: readonly JobStep[];
  readonly note: string;
}) {
  const t = useTranslations('workflow.job');
  const { data: me } = useMe();
  const { mutate, isPending, error } = useChange();
  const isStopping = job.stopping || isPending;
  return (
    <div className={styles.job}>
      <Progress aria-label={label} percent={percentOf(job, steps)} status="normal" />
      <p role="status">{isStopping ? t('stopping') : <Told job={job} steps={steps} />}</p>
      <p className={styles.quiet}>{note}</p>
      {me?.id === job.askerId && (
        <Button
          disabled={isStopping}
          onClick={() => mutate({ method: 'POST', path: `/jobs/${job.id}/cancel` })}
        >
          {t('cancel')}
        </Button>
      )}
      <ChangeFailed error={error} />
    </div>
  );
}

function Told({ job, steps }: { readonly job: Job; readonly steps: readonly JobStep[] }) {
  const t = useTranslations('workflow.job');
  const { done, total } = job.progress;
  const at = stepOf(job, steps);
  if (job.state === 'waiting') return t('waiting');
  const step = steps[at]?.name;
  return (
    <>
      {step === undefined ? t('beginning') : t('at', { number: at + 1, count: steps.length, step })}
      {total > 1 && ` ${t('part', { done, total })}`}
      {job.attempts > 1 && ` ${t('again')}`}
    </>
  );
}

function stepOf({ progress }: Job, steps: readonly JobStep[]): number {
  return steps.findIndex(({ step }) => step === progress.step);
}

/** Steps that are over, and what is done of the one that is taken; each counts the same. */
function percentOf(job: Job, steps: readonly JobStep[]): number {
  const { done, total } = job.progress;
  const begun = Math.max(0, stepOf(job, steps)) + (total === 0 ? 0 : done / total);
  return Math.min(100, Math.floor((begun / Math.max(1, steps.length)) * 100));
}
