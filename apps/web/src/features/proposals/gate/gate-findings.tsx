import { useTranslations } from 'next-intl';
import type { Tone } from '../../shell/badge.tsx';
import { Badge } from '../../shell/badge.tsx';
import type { GateReport } from '../../workflow/answers.ts';
import { useLocalText } from '../../workflow/use-local-text.ts';

const tones: Readonly<Record<GateReport['findings'][number]['severity'], Tone>> = {
  error: 'bad',
  warning: 'warn',
  info: 'quiet',
};

/** Findings of the text, and its examples. */
export function GateFindings({ report: { findings, examples } }: { readonly report: GateReport }) {
  const t = useTranslations('gate');
  const text = useLocalText();
  const failed = examples.filter(({ passed }) => !passed);
  return (
    <>
      <p>
        {t('examples', { count: examples.length, failed: failed.length })}
        {failed.map(({ name }) => (
          <Badge key={name} tone="bad">
            {name}
          </Badge>
        ))}
      </p>
      {findings.length === 0 && <p>{t('noFindings')}</p>}
      {findings.length > 0 && (
        <ul aria-label={t('findings')}>
          {findings.map(({ code, severity, message, line }) => (
            <li key={`${line} ${code} ${message.zh}`}>
              <Badge tone={tones[severity]}>{t(`severity.${severity}`)}</Badge>{' '}
              {t('line', { line })} {text(message)} <code>{code}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
