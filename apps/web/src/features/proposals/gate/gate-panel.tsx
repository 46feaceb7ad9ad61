import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { ChangeFailed } from '../../workflow/change-failed.tsx';
import { JobEnded } from '../../workflow/job-ended.tsx';
import { JobUnderWay } from '../../workflow/job-under-way.tsx';
import { Moment } from '../../workflow/moment.tsx';
import { apiRoot } from '../../workflow/use-api.ts';
import { useChange } from '../../workflow/use-change.ts';
import { isUnderWay } from '../../workflow/use-job-of.ts';
import { useNames } from '../../workflow/use-names.ts';
import styles from '../../workflow/workflow.module.css';
import type { ShownProposal } from '../proposal-page.tsx';
import type { ProposalRights } from '../rights-in.ts';
import { GateAnswers } from './gate-answers.tsx';
import { GateBlocks } from './gate-blocks.tsx';
import { GateComparison } from './gate-comparison.tsx';
import { GateConformance } from './gate-conformance.tsx';
import { GateFindings } from './gate-findings.tsx';
import { GateImpact } from './gate-impact.tsx';
import { useGateJob } from './use-gate-job.ts';

/** In the order in which they are taken. */
const gateSteps = ['read', 'compare', 'check', 'measure'] as const;

/** What the checks gate found about the newest round, and what is still in the way. */
export function GatePanel({
  shown,
  rights,
}: {
  readonly shown: ShownProposal;
  readonly rights: ProposalRights;
}) {
  const t = useTranslations('gate');
  const stepNames = useTranslations('gate.step');
  const { proposal, gate } = shown;
  const { mutate, isPending, error } = useChange();
  const job = useGateJob(shown);
  const { check } = gate;
  const isBusy = isPending || isUnderWay(job);
  const nameOf = useNames([check?.checkerId]);
  const isOpen = proposal.state !== 'published' && proposal.state !== 'withdrawn';
  const path = `/proposals/${proposal.id}`;
  return (
    <section className={styles.panel} aria-label={t('title')} aria-busy={isBusy}>
      <div className={styles.head}>
        <h2>{t('title')}</h2>
        <div className={styles.actions}>
          {check?.hasCertificate && (
            <a href={`${apiRoot}${path}/gate/certificate`} download={`${proposal.id}.json`}>
              {t('certificate')}
            </a>
          )}
          {isOpen && (
            <Button
              icon={<SafetyCertificateOutlined aria-hidden />}
              loading={isPending}
              disabled={isBusy}
              type={gate.isCurrent ? 'default' : 'primary'}
              onClick={() => mutate({ method: 'POST', path: `${path}/check-jobs` })}
            >
              {t(check ? 'again' : 'run')}
            </Button>
          )}
        </div>
      </div>
      {isUnderWay(job) && (
        <JobUnderWay
          job={job}
          label={t('underWay')}
          steps={gateSteps.map((step) => ({ step, name: stepNames(step) }))}
          note={t('running')}
        />
      )}
      {job && !isUnderWay(job) && <JobEnded job={job} />}
      <ChangeFailed error={error} />
      {!check && !isBusy && <p className={styles.quiet}>{t('none')}</p>}
      {check && (
        <>
          <p className={styles.quiet}>
            {t('checkedBy', { name: nameOf(check.checkerId) })} · <Moment at={check.checkedAt} />
          </p>
          {isOpen && !gate.isCurrent && (
            <Alert type="warning" showIcon title={t('outdated')} description={t('outdatedText')} />
          )}
          {isOpen && <GateBlocks gate={gate} />}
          <GateAnswers shown={shown} rights={rights} />
          <GateConformance report={check.report} />
          <GateComparison report={check.report} />
          <GateImpact report={check.report} />
          <GateFindings report={check.report} />
        </>
      )}
    </section>
  );
}
