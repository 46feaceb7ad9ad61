'use client';

import { Checkbox, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { CalculatorTarget } from '../calculator-address.ts';
import { useForm } from '../form/form-context.tsx';
import { caseOfDraft } from '../model/case-of-draft.ts';
import type { CalculatorPageJson } from '../model/pages-json.ts';
import { personPart } from '../model/person-part.ts';
import type { SettledJson } from '../model/settled-json.ts';
import { expectChoices, suggestedName } from './example-choices.ts';
import styles from './save.module.css';
import { SaveDialog } from './save-dialog.tsx';

/** Makes a 算例 of the case in the form: what it expects and where it goes may be chosen. */
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
  const wanted = useMemo(
    () => ({ case: caseOfDraft(draft, form, { asTyped: true }).case, name, expect, path }),
    [draft, form, name, expect, path],
  );
  return (
    <SaveDialog target={target} wanted={wanted} onName={setName} onClose={onClose}>
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
    </SaveDialog>
  );
}
