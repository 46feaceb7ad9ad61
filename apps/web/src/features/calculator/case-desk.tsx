'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import styles from './calculator.module.css';
import type { CalculatorTarget } from './calculator-address.ts';
import { DeskHeader } from './desk-header.tsx';
import { fieldMarks } from './form/field-marks.ts';
import { FormProvider } from './form/form-context.tsx';
import { FormPane } from './form/form-pane.tsx';
import { caseOfDraft } from './model/case-of-draft.ts';
import type { CalculatorPageJson } from './model/pages-json.ts';
import { PrintSheet } from './print/print-sheet.tsx';
import { ResultPane } from './result/result-pane.tsx';
import { StatusLine } from './result/status-line.tsx';
import { useDraft } from './use-draft.ts';
import { useSettlement } from './use-settlement.ts';

/** The form and what it comes to, side by side. */
export function CaseDesk({
  page,
  target,
}: {
  readonly page: CalculatorPageJson;
  readonly target: CalculatorTarget;
}) {
  const t = useTranslations('calculator');
  const { form } = page;
  const [draft, change] = useDraft(form.document);
  const { text, wrong } = useMemo(() => {
    const read = caseOfDraft(draft, form);
    return { text: JSON.stringify(read.case), wrong: read.wrong };
  }, [draft, form]);
  const settlement = useSettlement(target, wrong.length === 0 ? text : undefined);
  const { answer, settled } = settlement;
  const state = useMemo(
    () => ({
      form,
      draft,
      marks: fieldMarks(wrong, answer),
      fields: settled && new Map(settled.fields.map((each) => [each.path, each])),
      change,
    }),
    [form, draft, wrong, answer, settled, change],
  );
  return (
    <FormProvider value={state}>
      <div className={styles.desk}>
        <DeskHeader page={page} target={target} settled={settled} />
        <div className={styles.panes}>
          <section className={`${styles.pane} ${styles.formPane}`} aria-label={t('formPane')}>
            <FormPane settled={settled} />
          </section>
          <section className={styles.pane} aria-label={t('resultPane')}>
            <StatusLine settlement={settlement} wrong={wrong} />
            {settled ? <ResultPane settled={settled} /> : null}
          </section>
        </div>
      </div>
      {settled && <PrintSheet page={page} settled={settled} />}
    </FormProvider>
  );
}
