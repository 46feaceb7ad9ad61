import { Button, Input, Modal } from 'antd';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useDeferredValue, useId, useMemo } from 'react';
import type { CalculatorTarget } from '../calculator-address.ts';
import type { ExampleRequest } from '../model/example-wire.ts';
import { ExamplePreview } from './example-preview.tsx';
import styles from './save.module.css';
import { useSaveExample } from './use-save-example.ts';

/** Makes a 算例 of a case: its name, what else may be chosen, and what will stand in the file. */
export function SaveDialog({
  target,
  wanted,
  onName,
  onClose,
  children,
}: {
  readonly target: CalculatorTarget;
  /** The same object as long as nothing of it changes. */
  readonly wanted: ExampleRequest;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
  /** Further fields. */
  readonly children?: ReactNode;
}) {
  const t = useTranslations('calculator');
  const id = useId();
  const { name, path } = wanted;
  const named = useMemo(() => ({ ...wanted, name: wanted.name.trim() }), [wanted]);
  const request = useDeferredValue(named);
  const { preview, save, saved } = useSaveExample(target, request);
  // What is shown is what would be written. That the same is asked for once more in the background changes nothing:
  // a button that went grey for that would swallow a click.
  const isShown = request === named && request.name !== '' && !preview.isPlaceholderData;
  // After a conflict what is shown comes from a text that is no longer there, until it is asked for anew.
  const isPassed = saved?.kind === 'conflict' && preview.isFetching;
  const ready = isShown && preview.data?.kind === 'ready' ? preview.data : undefined;
  const isDone = saved?.kind === 'saved';
  const saveButton = (
    <Button
      type="primary"
      disabled={!ready || isPassed}
      loading={save.isPending}
      onClick={() => ready && save.mutate(ready.revision)}
    >
      {t('saveInto')}
    </Button>
  );
  return (
    <Modal
      open
      width={720}
      title={t('saveExample')}
      onCancel={onClose}
      footer={
        <>
          <Button type={isDone ? 'primary' : 'default'} onClick={onClose}>
            {t(isDone ? 'close' : 'cancel')}
          </Button>
          {!isDone && saveButton}
        </>
      }
    >
      {!isDone && (
        <div className={styles.fields}>
          <label htmlFor={id}>{t('exampleName')}</label>
          <Input
            id={id}
            value={name}
            maxLength={80}
            status={name.trim() === '' ? 'error' : ''}
            onChange={(event) => onName(event.target.value)}
          />
          {children}
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
