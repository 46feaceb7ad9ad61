import type { FixView } from '@tiaoli/language-server';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import type { FindingRow } from '../editor/session/findings.ts';
import styles from './table-editor.module.css';

/** What is wrong in a row or with the table, in the words of the finding, with what mends it. */
export function RowFindings({
  id,
  findings,
  isReadOnly,
  onFix,
}: {
  readonly id: string;
  readonly findings: readonly FindingRow[];
  readonly isReadOnly: boolean;
  readonly onFix: (fix: FixView) => void;
}) {
  const t = useTranslations('tableEditor');
  return (
    <ul id={id} className={styles.findings}>
      {findings.map(({ key, code, severity, fact, remedy, fixes }) => (
        <li key={key} data-code={code} data-severity={severity}>
          <p>{fact}</p>
          {remedy !== undefined && <p className={styles.remedy}>{t('remedy', { remedy })}</p>}
          {!isReadOnly &&
            fixes.map((fix) => (
              <Button key={fix.title} size="small" onClick={() => onFix(fix)}>
                {fix.title}
              </Button>
            ))}
        </li>
      ))}
    </ul>
  );
}
