import { useTranslations } from 'next-intl';
import { Moment } from '../workflow/moment.tsx';
import { TableRegion } from '../workflow/table-region.tsx';
import styles from '../workflow/workflow.module.css';
import type { ReadLink } from './audit-events.ts';
import { useActionName } from './use-action-name.ts';

/** Links of a chain, one row each. */
export function AuditTable({
  label,
  links,
  nameOf,
}: {
  readonly label: string;
  readonly links: readonly ReadLink[];
  readonly nameOf: (id: string) => string;
}) {
  const t = useTranslations('audit');
  const actionName = useActionName();
  return (
    <TableRegion label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('action')}</th>
            <th scope="col">{t('detail')}</th>
            <th scope="col">{t('hash')}</th>
          </tr>
        </thead>
        <tbody>
          {links.map(({ link, at, actorId, action, subject, detail }) => (
            <tr key={link.number}>
              <td>{link.number}</td>
              <td>{Number.isNaN(Date.parse(at)) ? at : <Moment at={at} />}</td>
              <td>{nameOf(actorId)}</td>
              <td>{actionName(action)}</td>
              <td>
                <div className={styles.facts}>
                  <code title={subject}>{subject.slice(0, 8)}</code>
                  {detail.map(([key, value]) => (
                    <span key={key} title={value}>
                      {key}: {value.length > 60 ? `${value.slice(0, 60)}…` : value}
                    </span>
                  ))}
                </div>
              </td>
              <td>
                <code title={link.hash}>{link.hash.slice(0, 12)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
