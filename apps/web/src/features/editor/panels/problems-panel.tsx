import {
  CloseCircleOutlined,
  ExclamationCircleOutlined,
  InfoCircleOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { findingHref } from '../../handbook/handbook-address.ts';
import { useEditor } from '../page/editor-context.tsx';
import { useFindings } from '../page/use-findings.ts';
import { applyFix } from '../session/apply-fix.ts';
import type { FindingRow, FindingSeverity } from '../session/findings.ts';
import styles from './problems-panel.module.css';

/** More are not read; the count says how many there are. */
const MOST_SHOWN = 200;

/** What was found in this document, and in others that it has broken, each with its remedy. */
export function ProblemsPanel() {
  const t = useTranslations('editor');
  const { titleOf } = useEditor();
  const { here, elsewhere, all, isChecked } = useFindings();
  return (
    <div className={styles.panel} data-testid="problems" data-count={all.length}>
      <h2 className={styles.head}>{t('problems')}</h2>
      {all.length === 0 && (
        <p className={styles.empty}>{isChecked ? t('problemsNone') : t('problemsChecking')}</p>
      )}
      {here.length > 0 && <Rows rows={here.slice(0, MOST_SHOWN)} />}
      {elsewhere.map(([path, rows]) => (
        <div key={path}>
          <h3 className={styles.document}>{t('problemsElsewhere', { title: titleOf(path) })}</h3>
          <Rows rows={rows.slice(0, MOST_SHOWN)} />
        </div>
      ))}
    </div>
  );
}

function Rows({ rows }: { readonly rows: readonly FindingRow[] }) {
  return (
    <ul className={styles.rows}>
      {rows.map((row) => (
        <Row key={row.key} row={row} />
      ))}
    </ul>
  );
}

function Row({ row }: { readonly row: FindingRow }) {
  const t = useTranslations('editor');
  const { session, host, goTo } = useEditor();
  const { path, severity, code, fact, remedy, fixes, related, diagnostic } = row;
  const { line, character } = diagnostic.range.start;
  return (
    <li className={styles.row} data-severity={severity} data-code={code}>
      <Severity severity={severity} />
      <div className={styles.text}>
        <button
          type="button"
          className={styles.fact}
          onClick={() => goTo(path, line + 1, character + 1)}
        >
          {fact}
        </button>
        <span className={styles.place}>{t('line', { line: line + 1 })}</span>
        <a
          className={styles.place}
          href={findingHref(code)}
          target="_blank"
          rel="noreferrer"
          title={t('explainCode')}
        >
          <code>{code}</code>
        </a>
        {remedy !== undefined && <p className={styles.remedy}>{t('remedy', { remedy })}</p>}
        {related.map((each) => (
          <p key={`${each.path} ${each.line} ${each.message}`} className={styles.remedy}>
            <button
              type="button"
              className={styles.related}
              title={`${each.path}:${each.line}`}
              onClick={() => goTo(each.path, each.line, each.column)}
            >
              {t('related', { message: each.message })}
            </button>
          </p>
        ))}
      </div>
      {fixes.length > 0 && session.isEditable(path) && (
        <div className={styles.fixes}>
          {fixes.map((fix) => (
            <Button key={fix.title} size="small" onClick={() => applyFix(session, host, path, fix)}>
              {fix.title}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

function Severity({ severity }: { readonly severity: FindingSeverity }) {
  const t = useTranslations('editor');
  const icons: Readonly<Record<FindingSeverity, ReactNode>> = {
    error: <CloseCircleOutlined aria-label={t('severityError')} />,
    warning: <ExclamationCircleOutlined aria-label={t('severityWarning')} />,
    info: <InfoCircleOutlined aria-label={t('severityInfo')} />,
  };
  return <span className={styles.severity}>{icons[severity]}</span>;
}
