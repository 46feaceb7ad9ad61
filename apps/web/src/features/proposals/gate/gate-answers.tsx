import { useTranslations } from 'next-intl';
import { Badge } from '../../shell/badge.tsx';
import type { GateReport } from '../../workflow/answers.ts';
import { ReasonButton } from '../../workflow/reason-dialog.tsx';
import { useLocalText } from '../../workflow/use-local-text.ts';
import { useNames } from '../../workflow/use-names.ts';
import styles from '../../workflow/workflow.module.css';
import type { ShownProposal } from '../proposal-page.tsx';
import type { ProposalRights } from '../rights-in.ts';

type Answerable = GateReport['undecided'][number] & { readonly kind: 'undecided' | 'grade-d' };

/** What somebody has to answer for by name: regions that nobody could decide, values known from hearsay; and what is invented. */
export function GateAnswers({
  shown: { proposal, gate },
  rights,
}: {
  readonly shown: ShownProposal;
  readonly rights: ProposalRights;
}) {
  const t = useTranslations('gate');
  const text = useLocalText();
  const nameOf = useNames(gate.acceptances.map(({ accepterId }) => accepterId));
  const { undecided = [], gradeD = [], illustrative = [], unseen = [] } = gate.check?.report ?? {};
  const items: readonly Answerable[] = [
    ...undecided.map((each) => ({ ...each, kind: 'undecided' as const })),
    ...gradeD.map((each) => ({ ...each, kind: 'grade-d' as const })),
  ];
  const answers = rights.isReviewer && !rights.isAuthor;
  const mayAnswer = ({ kind }: Answerable): boolean =>
    answers &&
    (proposal.state === 'under-review' || (kind === 'grade-d' && proposal.state === 'approved'));
  return (
    <>
      {items.length > 0 && (
        <ul className={styles.list} aria-label={t('answerFor')}>
          {items.map((item) => {
            const accepted = gate.acceptances.find(
              ({ fingerprint }) => fingerprint === item.fingerprint,
            );
            return (
              <li key={item.fingerprint} className={styles.row}>
                <span className={styles.what}>
                  <span>
                    <Badge tone="warn">{t(`answer.${item.kind}`)}</Badge> {text(item.text)}
                  </span>
                  {accepted && (
                    <span className={styles.facts}>
                      {t('answered', {
                        name: nameOf(accepted.accepterId),
                        reason: accepted.reason,
                      })}
                    </span>
                  )}
                </span>
                {!accepted && mayAnswer(item) && (
                  <ReasonButton
                    label={t(`do.${item.kind}`)}
                    note={<p>{text(item.text)}</p>}
                    changeOf={(reason) => ({
                      method: 'POST',
                      path: `/proposals/${proposal.id}/acceptances`,
                      body: { kind: item.kind, fingerprint: item.fingerprint, reason },
                    })}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {illustrative.length > 0 && <p>{t('illustrative', { names: illustrative.join('、') })}</p>}
      {unseen.length > 0 && <p>{t('unseen', { names: unseen.join('、') })}</p>}
    </>
  );
}
