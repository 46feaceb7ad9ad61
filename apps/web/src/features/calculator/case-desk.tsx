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
import { openQuestions } from './model/open-questions.ts';
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
  const questions = useMemo(
    () => (answer?.kind === 'settled' ? openQuestions(answer, draft, form) : []),
    [answer, draft, form],
  );
  const state = useMemo(
    () => ({
      form,
      draft,
      marks: fieldMarks(wrong, questions, answer),
      fields: settled && new Map(settled.fields.map((each) => [each.path, each])),
      isComplete: questions.length === 0 && answer?.kind === 'settled',
      change,
    }),
    [form, draft, wrong, questions, answer, settled, change],
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
            <div role="status">
              <StatusLine settlement={settlement} wrong={wrong} questions={questions} />
            </div>
            {settled ? (
              <ResultPane settled={settled} hasExamples={page.examples.length > 0} />
            ) : null}
          </section>
        </div>
      </div>
      {settled && <PrintSheet page={page} settled={settled} />}
    </FormProvider>
  );
}
