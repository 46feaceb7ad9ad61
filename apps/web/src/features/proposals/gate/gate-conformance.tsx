import { useTranslations } from 'next-intl';
import { Badge } from '../../shell/badge.tsx';
import type { GateReport } from '../../workflow/answers.ts';
import { TableRegion } from '../../workflow/table-region.tsx';
import { useLocalText } from '../../workflow/use-local-text.ts';

/** Values of a lower level held against what is left to it; those of the proposal first. */
export function GateConformance({ report }: { readonly report: GateReport }) {
  const t = useTranslations('gate');
  const stateWords = useTranslations('gate.conformanceState');
  const text = useLocalText();
  if (report.conformance.length === 0) return null;
  const rows = report.conformance.toSorted(
    (left, right) => Number(right.isOwn) - Number(left.isOwn),
  );
  const known = stateWords.has as (key: string) => boolean;
  const stateText = (state: string): string =>
    known(state) ? stateWords(state as Parameters<typeof stateWords>[0]) : state;
  return (
    <TableRegion label={t('conformance')}>
      <table>
        <caption>{t('conformance')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('parameter')}</th>
            <th scope="col">{t('place')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('bounds')}</th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ parameter, place, value, bounds, state, isOwn }) => (
            <tr key={`${parameter} ${place}`}>
              <td>
                {parameter} {isOwn && <Badge>{t('own')}</Badge>}
              </td>
              <td>{place}</td>
              <td>{value && text(value)}</td>
              <td>{bounds && text(bounds)}</td>
              <td>
                {state && (
                  <Badge tone={state === 'outside' || state === 'gone' ? 'bad' : 'good'}>
                    {stateText(state)}
                  </Badge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
