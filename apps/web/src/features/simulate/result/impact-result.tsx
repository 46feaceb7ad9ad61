import type { ImpactReport, Section } from '@tiaoli/reports';
import { buildReport } from '@tiaoli/reports';
import type { CaseChange, SimulationResult } from '@tiaoli/simulation';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Badge } from '../../shell/badge.tsx';
import styles from '../simulate.module.css';
import { caseFacts } from './case-facts.ts';
import type { Behind } from './cases-behind.ts';
import { CASES } from './cases-behind.ts';
import { CasesSection } from './cases-section.tsx';
import { RunDownloads } from './run-downloads.tsx';
import { SectionView } from './section-view.tsx';

const noCases: readonly CaseChange[] = [];

/** What a run says, from top to bottom: who and what, the verdict, then everything behind it. */
export function ImpactResult({
  run,
  result,
  files = `/api/simulate/jobs/${run}/document`,
}: {
  readonly run: string;
  readonly result: SimulationResult;
  /** Where its files are made. */
  readonly files?: string;
}) {
  const t = useTranslations('simulate');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const report = useMemo(() => buildReport(result, language), [result, language]);
  const [behind, setBehind] = useState<Behind>();
  const cases = result.reforms[0]?.cases ?? noCases;
  const facts = useMemo(() => cases.map(caseFacts), [cases]);
  const sections = [...(report.reforms[0]?.sections ?? []), report.method];
  const drill = (next: Behind): void => {
    setBehind(next);
    document.getElementById(CASES)?.scrollIntoView();
    document.getElementById(CASES)?.focus({ preventScroll: true });
  };
  return (
    <article className={styles.report} aria-label={report.title}>
      <Identity report={report} files={files} />
      <nav aria-label={t('sections')} className={styles.contents}>
        {sections.map(({ id, title }) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      {sections.map((section: Section) =>
        section.id === CASES ? (
          <CasesSection
            key={section.id}
            {...{ run, section, cases, facts, behind }}
            onAll={() => setBehind(undefined)}
          />
        ) : (
          <SectionView key={section.id} section={section} facts={facts} onDrill={drill} />
        ),
      )}
    </article>
  );
}

/** What must be known before any figure. */
function Identity({ report, files }: { readonly report: ImpactReport; readonly files: string }) {
  const t = useTranslations('simulate');
  const { title, watermark, warnings, identity } = report;
  return (
    <section className={styles.card} aria-label={t('identity')}>
      <h2 className={styles.reportTitle}>
        {title} {watermark && <Badge tone="warn">{watermark}</Badge>}
      </h2>
      {warnings.map((warning) => (
        <p key={warning} className={styles.warning}>
          {warning}
        </p>
      ))}
      <dl className={styles.identity}>
        {identity.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <RunDownloads address={files} />
    </section>
  );
}
