'use client';

import { Button, Checkbox, Input, Modal, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useState } from 'react';
import type { CalculatorTarget } from '../calculator-address.ts';
import { useForm } from '../form/form-context.tsx';
import { caseOfDraft } from '../model/case-of-draft.ts';
import type { CalculatorPageJson } from '../model/pages-json.ts';
import { personPart } from '../model/person-part.ts';
import type { SettledJson } from '../model/settled-json.ts';
import { expectChoices, suggestedName } from './example-choices.ts';
import { ExamplePreview } from './example-preview.tsx';
import styles from './save.module.css';
import { useSaveExample } from './use-save-example.ts';

/** Makes a 算例 of the case: its name, what it expects, where it goes, and what will stand there. */
export function SaveExampleDialog({
  page,
  target,
  settled,
  onClose,
}: {
  readonly page: CalculatorPageJson;
  readonly target: CalculatorTarget;
  readonly settled: SettledJson;
  readonly onClose: () => void;
}) {
  const t = useTranslations('calculator');
  const { draft, form } = useForm();
  const choices = useMemo(() => expectChoices(settled), [settled]);
  const [name, setName] = useState(() =>
    suggestedName(settled, personPart(settled.result.outputs)),
  );
  const [expect, setExpect] = useState<readonly string[]>(() =>
    choices.filter(({ byDefault }) => byDefault).map((choice) => choice.name),
  );
  const [path, setPath] = useState(page.path);
  const request = useDeferredValue(
    useMemo(
      () => ({
        case: caseOfDraft(draft, form, { asTyped: true }).case,
        name: name.trim(),
        expect,
        path,
      }),
      [draft, form, name, expect, path],
    ),
  );
  const { preview, save, saved } = useSaveExample(target, request);
  const ready = preview.data?.kind === 'ready' && request.name !== '' ? preview.data : undefined;
  const done = saved?.kind === 'saved';
  return (
    <Modal
      open
      width={720}
      title={t('saveExample')}
      onCancel={onClose}
      footer={
        done ? (
          <Button type="primary" onClick={onClose}>
            {t('close')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button
              type="primary"
              disabled={!ready || preview.isFetching}
              loading={save.isPending}
              onClick={() => ready && save.mutate(ready.revision)}
            >
              {t('saveInto')}
            </Button>
          </>
        )
      }
    >
      {!done && (
        <div className={styles.fields}>
          <label htmlFor="example-name">{t('exampleName')}</label>
          <Input
            id="example-name"
            value={name}
            maxLength={80}
            status={name.trim() === '' ? 'error' : ''}
            onChange={(event) => setName(event.target.value)}
          />
          {page.files.length > 1 && (
            <>
              <label htmlFor="example-file">{t('exampleFile')}</label>
              <Select
                id="example-file"
                value={path}
                options={page.files.map((file) => ({ value: file, label: file }))}
                onChange={setPath}
              />
            </>
          )}
          <fieldset className={styles.expect}>
            <legend>{t('exampleExpect')}</legend>
            <Checkbox.Group
              value={[...expect]}
              options={choices.map((choice) => ({ value: choice.name, label: choice.name }))}
              onChange={(names) => setExpect(names.map(String))}
            />
          </fieldset>
        </div>
      )}
      <ExamplePreview
        preview={preview.data}
        saved={saved}
        error={save.error ?? preview.error}
        path={path}
      />
    </Modal>
  );
}
