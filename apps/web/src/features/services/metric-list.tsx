import { multiply, parseRational, printRational, rational } from '@tiaoli/base';
import type { MetricResult } from '@tiaoli/workspace';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { editorHref } from '../documents/editor-href.ts';
import type { Tone } from '../shell/badge.tsx';
import { Badge } from '../shell/badge.tsx';
import { reachedPercent } from './choose-services.ts';
import styles from './services.module.css';
import { useChannelNames } from './use-field-text.ts';

/** What the document claims about its services, with both figures and whether it holds. */
export function MetricList({ metrics }: { readonly metrics: readonly MetricResult[] }) {
  const t = useTranslations('services');
  if (metrics.length === 0) return null;
  return (
    <ul className={styles.metrics} aria-label={t('metrics')}>
      {metrics.map((metric) => (
        <MetricLine key={`${metric.name} ${metric.measure}`} metric={metric} />
      ))}
    </ul>
  );
}

function MetricLine({ metric }: { readonly metric: MetricResult }) {
  const t = useTranslations('services');
  const verdict = verdictOf(metric);
  return (
    <li>
      <Badge tone={tones[verdict]}>{t(`verdict.${verdict}`)}</Badge>{' '}
      <Link href={editorHref(metric.clause.file, metric.clause.line)}>{metric.name}</Link>{' '}
      <ClaimText metric={metric} />
    </li>
  );
}

function ClaimText({ metric }: { readonly metric: MetricResult }) {
  const t = useTranslations('services');
  const channelNames = useChannelNames();
  const { measure, channels, outcome, days } = metric;
  const isShare = measure === 'channels';
  const said = {
    least: percentOf(metric.least),
    measure: isShare ? '' : t(`measure.${measure}`),
    channels: channelNames(channels).join(t('or')),
  };
  if (outcome.kind === 'unknown') {
    const services = outcome.services.join(t('separator'));
    return t(isShare ? 'metricUnknownShare' : 'metricUnknownFall', { ...said, services });
  }
  const { first, second } = outcome;
  const figures = { first, second, reached: reachedPercent(metric), days: days.join(' → ') };
  return t(isShare ? 'metricShare' : 'metricFall', { ...said, ...figures });
}

type Verdict = 'met' | 'notMet' | 'unknown';

const tones: Readonly<Record<Verdict, Tone>> = { met: 'good', notMet: 'bad', unknown: 'warn' };

function verdictOf({ outcome }: MetricResult): Verdict {
  if (outcome.kind === 'unknown') return 'unknown';
  return outcome.holds ? 'met' : 'notMet';
}

function percentOf(text: string): string {
  const value = parseRational(text);
  return value ? `${printRational(multiply(value, rational(100)))}%` : text;
}
