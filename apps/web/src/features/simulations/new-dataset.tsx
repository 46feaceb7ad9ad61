import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Modal, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { DayField } from '../workflow/day-field.tsx';
import { useChange } from '../workflow/use-change.ts';
import { useMe } from '../workflow/use-me.ts';
import { usePlaces } from '../workflow/use-places.ts';
import styles from '../workflow/workflow.module.css';

/** Of which provinces, and in which sizes, people can be invented. */
export interface Makable {
  readonly provinces: readonly string[];
  readonly sizes: readonly { readonly preset: string; readonly persons: number }[];
}

/** Registers people for an office: invented ones, or a population that an administrator has put there. */
export function NewDataset({ provinces, sizes }: Makable) {
  const t = useTranslations('simulations');
  const workflow = useTranslations('workflow');
  const id = useId();
  const { data: me } = useMe();
  const { byId } = usePlaces();
  const { mutate, isPending, error, reset } = useChange();
  const [isOpen, setIsOpen] = useState(false);
  const own = (me?.grants ?? []).filter(({ role }) => role === 'analyst');
  const [place, setPlace] = useState<string>();
  const jurisdictionId = place ?? own[0]?.jurisdictionId ?? '';
  const [title, setTitle] = useState('');
  const [retainUntil, setRetainUntil] = useState<string>();
  const [kind, setKind] = useState<'generated' | 'folder'>('generated');
  const [province, setProvince] = useState(provinces[0] ?? '');
  const [preset, setPreset] = useState(sizes[0]?.preset ?? '');
  const [name, setName] = useState('');
  const source =
    kind === 'generated' ? { kind, province, preset, seed: 1 } : { kind, name: name.trim() };
  const isWhole =
    title.trim() !== '' &&
    retainUntil !== undefined &&
    (kind === 'generated' || name.trim() !== '');
  const close = (): void => {
    setIsOpen(false);
    reset();
  };
  const register = (): void => {
    const body = { jurisdictionId, title: title.trim(), retainUntil, source };
    mutate({ method: 'POST', path: '/datasets', body }, { onSuccess: close });
  };
  return (
    <>
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => setIsOpen(true)}>
        {t('register')}
      </Button>
      <Modal
        open={isOpen}
        title={t('register')}
        okText={t('registerDo')}
        cancelText={workflow('cancel')}
        okButtonProps={{ loading: isPending, disabled: !isWhole }}
        onOk={register}
        onCancel={close}
      >
        <div className={styles.form}>
          {own.length > 1 && (
            <>
              <label htmlFor={`${id}-place`}>{t('office')}</label>
              <Select
                id={`${id}-place`}
                value={jurisdictionId}
                options={own.map((grant) => ({
                  value: grant.jurisdictionId,
                  label: byId.get(grant.jurisdictionId)?.name ?? grant.jurisdictionId,
                }))}
                onChange={setPlace}
              />
            </>
          )}
          <label htmlFor={`${id}-title`}>{t('name')}</label>
          <Input
            id={`${id}-title`}
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
          <label htmlFor={`${id}-kind`}>{t('source')}</label>
          <Select
            id={`${id}-kind`}
            value={kind}
            options={(['generated', 'folder'] as const).map((value) => ({
              value,
              label: t(`sourceOf.${value}`),
            }))}
            onChange={setKind}
          />
          {kind === 'generated' ? (
            <>
              <label htmlFor={`${id}-province`}>{t('province')}</label>
              <Select
                id={`${id}-province`}
                value={province}
                options={provinces.map((value) => ({ value, label: value }))}
                onChange={setProvince}
              />
              <label htmlFor={`${id}-preset`}>{t('people')}</label>
              <Select
                id={`${id}-preset`}
                value={preset}
                options={sizes.map(({ preset: value, persons }) => ({
                  value,
                  label: t('persons', { persons }),
                }))}
                onChange={setPreset}
              />
            </>
          ) : (
            <>
              <label htmlFor={`${id}-folder`}>{t('folder')}</label>
              <Input
                id={`${id}-folder`}
                maxLength={100}
                value={name}
                aria-describedby={`${id}-hint`}
                onChange={(event) => setName(event.target.value)}
              />
              <p id={`${id}-hint`} className={styles.quiet}>
                {t('folderHint', { id: jurisdictionId })}
              </p>
            </>
          )}
          <DayField isRequired label={t('retainUntil')} day={retainUntil} onDay={setRetainUntil} />
          <ChangeFailed error={error} />
        </div>
      </Modal>
    </>
  );
}
