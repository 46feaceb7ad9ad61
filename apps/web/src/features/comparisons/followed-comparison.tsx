import { useTranslations } from 'next-intl';
import type { Job } from '../workflow/answers.ts';
import { JobEnded } from '../workflow/job-ended.tsx';
import { JobUnderWay } from '../workflow/job-under-way.tsx';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { useRead } from '../workflow/use-api.ts';
import { isUnderWay } from '../workflow/use-job-of.ts';
import { ComparisonView } from './comparison-view.tsx';

const steps = ['read', 'compare', 'print'] as const;

/** A comparison as it goes on, and what came of it. */
export function FollowedComparison({ id }: { readonly id: string }) {
  const t = useTranslations('comparisons');
  const stepNames = useTranslations('comparisons.step');
  const {
    data: job,
    error,
    refetch,
  } = useRead<Job>(`/jobs/${encodeURIComponent(id)}`, {
    every: (answer) => (answer === undefined || isUnderWay(answer) ? 1000 : 60_000),
  });
  if (error && !job) return <ReadFailed error={error} retry={() => void refetch()} />;
  if (!job) return null;
  if (job.state === 'done') return <ComparisonView id={id} />;
  if (!isUnderWay(job)) return <JobEnded job={job} />;
  return (
    <JobUnderWay
      job={job}
      label={t('underWay')}
      steps={steps.map((step) => ({ step, name: stepNames(step) }))}
      note={t('mayLeave')}
    />
  );
}
