import { useTranslations } from 'next-intl';
import { Badge } from '../../shell/badge.tsx';
import type { GateReport } from '../../workflow/answers.ts';
import { TableRegion } from '../../workflow/table-region.tsx';

/** What changes against the version in force, on each day from which on one of both says something else. */
export function GateComparison({ report: { comparison } }: { readonly report: GateReport }) {
  const t = useTranslations('gate');
  if (comparison.kind === 'first') return <p>{t('first')}</p>;
  if (comparison.isSame) return <p>{t('same')}</p>;
  return (
    <TableRegion label={t('comparison')}>
      <table>
        <caption>{t('comparison')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            <th scope="col">{t('result')}</th>
            <th scope="col">{t('change')}</th>
          </tr>
        </thead>
        <tbody>
          {comparison.days.flatMap(({ on, results, isComplete }) => [
            ...results.map(({ name, state, regions }) => (
              <tr key={`${on} ${name}`}>
                <td>{t('from', { on })}</td>
                <td>{name}</td>
                <td>
                  <StateBadge state={state} /> {t('regions', { count: regions })}
                </td>
              </tr>
            )),
            <tr key={`${on} rest`}>
              <td>{t('from', { on })}</td>
              <td>{t('rest')}</td>
              <td>
                <Badge tone={isComplete ? 'good' : 'warn'}>
                  {t(isComplete ? 'provedSame' : 'notProved')}
                </Badge>
              </td>
            </tr>,
          ])}
        </tbody>
      </table>
    </TableRegion>
  );
}

function StateBadge({ state }: { readonly state: string }) {
  const t = useTranslations('gate');
  const known = t.has as (key: string) => boolean;
  const key = `resultState.${state}`;
  const tone = state === 'undecided' ? 'warn' : 'quiet';
  return <Badge tone={tone}>{known(key) ? t(key as Parameters<typeof t>[0]) : state}</Badge>;
}
