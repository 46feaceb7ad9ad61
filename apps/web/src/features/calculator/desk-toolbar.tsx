'use client';

import { ClearOutlined, CopyOutlined, PrinterOutlined, SaveOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from './calculator.module.css';
import type { CalculatorTarget } from './calculator-address.ts';
import { FillExample } from './fill-example.tsx';
import { useForm } from './form/form-context.tsx';
import { emptyDraft, isBlank } from './model/draft.ts';
import { ladderText } from './model/ladder-text.ts';
import type { CalculatorPageJson } from './model/pages-json.ts';
import type { SettledJson } from './model/settled-json.ts';
import { SaveExampleDialog } from './save/save-example-dialog.tsx';

/** What can be done with the case as a whole. */
export function DeskToolbar({
  page,
  target,
  settled,
}: {
  readonly page: CalculatorPageJson;
  readonly target: CalculatorTarget;
  readonly settled: SettledJson | undefined;
}) {
  const t = useTranslations('calculator');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const { message } = App.useApp();
  const { draft, change } = useForm();
  const [saving, setSaving] = useState(false);
  const isComplete =
    settled !== undefined &&
    settled.missing.length === 0 &&
    settled.ladders.length === settled.result.claims.length;
  const copy = async (): Promise<void> => {
    if (!settled) return;
    const text = ladderText({ ...page, title: page.form.title }, settled, language);
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (done) message.success(t('copied'));
    else message.error(t('notCopied'));
  };
  const clear = (): void => {
    const before = draft;
    change({ kind: 'replace', draft: emptyDraft });
    message.info(
      <>
        {t('cleared')}{' '}
        <Button size="small" onClick={() => change({ kind: 'replace', draft: before })}>
          {t('undo')}
        </Button>
      </>,
    );
  };
  return (
    <div className={styles.toolbar}>
      <FillExample page={page} />
      <Button icon={<ClearOutlined aria-hidden />} disabled={isBlank(draft)} onClick={clear}>
        {t('clear')}
      </Button>
      <Button
        icon={<SaveOutlined aria-hidden />}
        disabled={!isComplete}
        onClick={() => setSaving(true)}
      >
        {t('saveExample')}
      </Button>
      <Button icon={<CopyOutlined aria-hidden />} disabled={!isComplete} onClick={copy}>
        {t('copyText')}
      </Button>
      <Button
        icon={<PrinterOutlined aria-hidden />}
        disabled={!isComplete}
        onClick={() => window.print()}
      >
        {t('print')}
      </Button>
      {saving && settled && (
        <SaveExampleDialog
          page={page}
          target={target}
          settled={settled}
          onClose={() => setSaving(false)}
        />
      )}
    </div>
  );
}
