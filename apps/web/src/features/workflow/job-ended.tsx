import { Alert } from 'antd';
import { useTranslations } from 'next-intl';
import type { Job } from './answers.ts';

/** Why nothing came of a job; nothing of one that is done, whose result is shown where it belongs. */
export function JobEnded({ job }: { readonly job: Job }) {
  const t = useTranslations('workflow.job');
  if (job.state === 'cancelled') return <Alert type="info" showIcon title={t('cancelled')} />;
  if (job.state !== 'failed') return null;
  return <Alert type="error" showIcon title={t('failed')} description={job.problem} />;
}
