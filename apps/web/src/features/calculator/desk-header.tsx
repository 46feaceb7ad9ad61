'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { editorHref } from '../documents/editor-href.ts';
import styles from './calculator.module.css';
import type { CalculatorTarget } from './calculator-address.ts';
import { DeskToolbar } from './desk-toolbar.tsx';
import { restsOnInvention } from './model/cited-clauses.ts';
import type { CalculatorPageJson } from './model/pages-json.ts';
import type { SettledJson } from './model/settled-json.ts';
import { RulesChoice } from './rules-choice.tsx';

/** Which document, which of its versions, for which place and day; and what can be done with the case. */
export function DeskHeader({
  page,
  target,
  settled,
}: {
  readonly page: CalculatorPageJson;
  readonly target: CalculatorTarget;
  readonly settled: SettledJson | undefined;
}) {
  const t = useTranslations('calculator');
  const isInvented = page.illustrative || (settled !== undefined && restsOnInvention(settled));
  return (
    <header className={styles.header}>
      <div>
        <div className={styles.title}>
          <h1>{page.form.title}</h1>
          {page.number && <span className={styles.number}>{page.number}</span>}
        </div>
        <div className={styles.facts}>
          <span className={styles.quiet}>{page.form.document}</span>
          <Link href={editorHref(page.path)} prefetch={false}>
            {t('openDocument')}
          </Link>
          <Link href="/calculator">{t('chooseAnother')}</Link>
        </div>
      </div>
      {isInvented && <p className={styles.notice}>{t('illustrativeNotice')}</p>}
      <RulesChoice page={page} target={target} settled={settled} />
      <DeskToolbar page={page} target={target} settled={settled} />
    </header>
  );
}
