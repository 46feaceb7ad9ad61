import { Button, Input, Modal } from 'antd';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { personPart } from '../../calculator/model/person-part.ts';
import type { SettledJson } from '../../calculator/model/settled-json.ts';
import { expectChoices, suggestedName } from '../../calculator/save/example-choices.ts';
import { ExamplePreview } from '../../calculator/save/example-preview.tsx';
import { useSaveExample } from '../../calculator/save/use-save-example.ts';
import type { CaseAnswer } from '../behaviour-answers.ts';
import styles from '../compare.module.css';

/** Makes a 算例 of a case in the document of the new side, with what that side gives. */
export function SaveCase({ answer }: { readonly answer: CaseAnswer }) {
  const t = useTranslations('calculator');
  const [isOpen, setOpen] = useState(false);
  const { settled } = answer.new;
  if (settled.kind !== 'settled') return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('saveExample')}
      </Button>
      {isOpen && <SaveDialog answer={answer} settled={settled} onClose={() => setOpen(false)} />}
    </>
  );
}

function SaveDialog({
  answer: { input, name: result, new: side },
  settled,
  onClose,
}: {
  readonly answer: CaseAnswer;
  readonly settled: SettledJson;
  readonly onClose: () => void;
}) {
  const t = useTranslations('calculator');
  const id = useId();
  const [name, setName] = useState(() =>
    suggestedName(settled, personPart(settled.result.outputs)),
  );
  const expect = useMemo(
    () =>
      expectChoices(settled)
        .filter((choice) => choice.byDefault || choice.name === result)
        .map((choice) => choice.name),
    [settled, result],
  );
  const { document, on, path } = side;
  const request = useDeferredValue(
    useMemo(() => ({ case: input, name: name.trim(), expect, path }), [input, name, expect, path]),
  );
  const { preview, save, saved } = useSaveExample({ document, on }, request);
  const ready = preview.data?.kind === 'ready' && request.name !== '' ? preview.data : undefined;
  const isDone = saved?.kind === 'saved';
  return (
    <Modal
      open
      width={720}
      title={t('saveExample')}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t(isDone ? 'close' : 'cancel')}
        </Button>,
        !isDone && (
          <Button
            key="save"
            type="primary"
            disabled={!ready || preview.isFetching}
            loading={save.isPending}
            onClick={() => ready && save.mutate(ready.revision)}
          >
            {t('saveInto')}
          </Button>
        ),
      ]}
    >
      {!isDone && (
        <div className={styles.choice}>
          <label htmlFor={id}>{t('exampleName')}</label>
          <Input
            id={id}
            value={name}
            maxLength={80}
            status={name.trim() === '' ? 'error' : ''}
            onChange={(event) => setName(event.target.value)}
          />
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
