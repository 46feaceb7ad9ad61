import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Job } from '../workflow/answers.ts';
import { JobEnded } from '../workflow/job-ended.tsx';
import { JobUnderWay } from '../workflow/job-under-way.tsx';
import { useRead } from '../workflow/use-api.ts';
import { isUnderWay } from '../workflow/use-job-of.ts';
import styles from '../workflow/workflow.module.css';

const steps = { dataset: ['make', 'verify'], simulation: ['read', 'run'] } as const;

/** Jobs of one's office that make datasets or run texts, as they go on; of the last one why nothing came of it. */
export function JobList({ onRun }: { readonly onRun: (run: string) => void }) {
  const t = useTranslations('simulations');
  const queries = useQueryClient();
  const { data } = useRead<{ readonly jobs: readonly Job[] }>('/jobs', {
    every: (answer) => (answer?.jobs.some(isUnderWay) ? 1000 : 10_000),
  });
  const jobs = (data?.jobs ?? []).filter(({ kind }) => kind !== 'gate');
  const underWay = jobs.filter(isUnderWay);
  const ended = jobs.find(({ endedAt }) => endedAt !== undefined);
  const begun = useRef<readonly string[]>([]);
  const isNew = ended && begun.current.includes(ended.id) ? ended.id : undefined;
  const told = useEffectEvent(() => {
    void queries.invalidateQueries({ queryKey: ['api'] });
    const run = runOf(ended);
    if (run !== undefined) onRun(run);
  });
  useEffect(() => {
    if (isNew !== undefined) told();
  }, [isNew]);
  const names = underWay.map(({ id }) => id).join(' ');
  useEffect(() => {
    begun.current = [...begun.current, ...names.split(' ')];
  }, [names]);
  if (underWay.length === 0 && (!ended || ended.state === 'done')) return null;
  return (
    <section className={styles.panel} aria-label={t('jobs')}>
      <h2>{t('jobs')}</h2>
      {underWay.map((job) => (
        <JobUnderWay
          key={job.id}
          job={job}
          label={t(`job.${job.kind === 'dataset' ? 'dataset' : 'simulation'}`)}
          steps={steps[job.kind === 'dataset' ? 'dataset' : 'simulation'].map((step) => ({
            step,
            name: t(`step.${step}`),
          }))}
          note={t('mayLeave')}
        />
      ))}
      {ended && <JobEnded job={ended} />}
    </section>
  );
}

/** The run that a job has made. */
function runOf(job: Job | undefined): string | undefined {
  const result: unknown = job?.result;
  if (typeof result !== 'object' || result === null || !('runId' in result)) return undefined;
  return String(result.runId);
}
