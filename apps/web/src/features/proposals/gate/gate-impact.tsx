import { briefImpact } from '@tiaoli/reports';
import { Alert } from 'antd';
import { useLocale, useTranslations } from 'next-intl';
import { FigureView } from '../../simulate/result/figure-view.tsx';
import type { GateReport } from '../../workflow/answers.ts';
import { useLocalText } from '../../workflow/use-local-text.ts';
import styles from '../../workflow/workflow.module.css';

/** What the text does to funds and people of a sample, or why that is not known. */
export function GateImpact({ report: { impact } }: { readonly report: GateReport }) {
  const t = useTranslations('gate');
  const text = useLocalText();
  const locale = useLocale();
  if (!impact) return null;
  if (impact.kind === 'not-measured') {
    return <Alert type="info" showIcon title={t('impact')} description={text(impact.reason)} />;
  }
  const { sentences, warnings, caveats, figure } = briefImpact(
    impact,
    locale === 'en' ? 'en' : 'zh',
  );
  return (
    <section aria-label={t('impact')}>
      <h3>{t('impact')}</h3>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {warnings.map((warning) => (
        <Alert key={warning} type="warning" showIcon title={warning} />
      ))}
      <FigureView figure={figure} drillOf={noDrill} />
      <ul className={styles.quiet}>
        {caveats.map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
    </section>
  );
}

/** Nobody of a sample stands behind a bar. */
function noDrill(): undefined {
  return undefined;
}
