import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { ChangeFailed } from '../../workflow/change-failed.tsx';
import { Moment } from '../../workflow/moment.tsx';
import { apiRoot } from '../../workflow/use-api.ts';
import { useChange } from '../../workflow/use-change.ts';
import { useNames } from '../../workflow/use-names.ts';
import styles from '../../workflow/workflow.module.css';
import type { ShownProposal } from '../proposal-page.tsx';
import type { ProposalRights } from '../rights-in.ts';
import { GateAnswers } from './gate-answers.tsx';
import { GateBlocks } from './gate-blocks.tsx';
import { GateComparison } from './gate-comparison.tsx';
import { GateConformance } from './gate-conformance.tsx';
import { GateFindings } from './gate-findings.tsx';

/** What the checks gate found about the newest round, and what is still in the way. */
export function GatePanel({
  shown,
  rights,
}: {
  readonly shown: ShownProposal;
  readonly rights: ProposalRights;
}) {
  const t = useTranslations('gate');
  const { proposal, gate } = shown;
  const { mutate, isPending, error } = useChange();
  const { check } = gate;
  const nameOf = useNames([check?.checkerId]);
  const isOpen = proposal.state !== 'published' && proposal.state !== 'withdrawn';
  const path = `/proposals/${proposal.id}`;
  return (
    <section className={styles.panel} aria-label={t('title')} aria-busy={isPending}>
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
              type={gate.isCurrent ? 'default' : 'primary'}
              onClick={() => mutate({ method: 'POST', path: `${path}/checks` })}
            >
              {t(check ? 'again' : 'run')}
            </Button>
          )}
        </div>
      </div>
      {isPending && <p role="status">{t('running')}</p>}
      <ChangeFailed error={error} />
      {!check && !isPending && <p className={styles.quiet}>{t('none')}</p>}
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
          <GateFindings report={check.report} />
        </>
      )}
    </section>
  );
}
