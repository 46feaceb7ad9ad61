import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import { askServer } from '../../shell/ask-server.ts';
import styles from '../simulate.module.css';
import type { BegunJob, PopulationsAnswer } from '../simulate-answers.ts';
import { SimulationFailed } from '../simulation-failed.tsx';
import { UnderWay } from '../under-way.tsx';
import { stopJob, useSimulationJob } from '../use-job.ts';

/** Makes a sample of a province: chosen, followed, and taken as soon as it is there. */
export function MakePopulation({
  offer,
  onMade,
}: {
  readonly offer: PopulationsAnswer;
  readonly onMade: (name: string) => void;
}) {
  const t = useTranslations('simulate');
  const [province, setProvince] = useState(offer.provinces[0] ?? '');
  const [preset, setPreset] = useState(offer.sizes[0]?.preset ?? '');
  // One that is being made already is followed: after a reload, or begun by somebody else.
  const [job, setJob] = useState<string | undefined>(offer.making[0]);
  const begin = useMutation({
    mutationFn: () =>
      askServer<BegunJob>(
        `/api/simulate/populations?${new URLSearchParams({ province, preset })}`,
        { method: 'POST' },
      ),
    onSuccess: (begun) => setJob(begun.job),
  });
  return (
    <div className={styles.making}>
      <h3>{t('makeTitle')}</h3>
      <p className={styles.quiet}>{t('makeText')}</p>
      {job === undefined ? (
        <div className={styles.populations}>
          <Choice label={t('province')} value={province} onChange={setProvince}>
            {offer.provinces.map((each) => ({ value: each, label: each }))}
          </Choice>
          <Choice label={t('size')} value={preset} onChange={setPreset}>
            {offer.sizes.map(({ preset: value, persons }) => ({
              value,
              label: t('sizeText', { persons }),
            }))}
          </Choice>
          <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
            {t('make')}
          </Button>
        </div>
      ) : (
        <Making job={job} onMade={onMade} onOver={() => setJob(undefined)} />
      )}
      {begin.error && <SimulationFailed error={begin.error} retry={() => begin.mutate()} />}
    </div>
  );
}

function Choice({
  label,
  value,
  onChange,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: { value: string; label: string }[];
}) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={value}
        options={children}
        popupMatchSelectWidth={false}
        onChange={onChange}
      />
    </>
  );
}

function Making({
  job,
  onMade,
  onOver,
}: {
  readonly job: string;
  readonly onMade: (name: string) => void;
  readonly onOver: () => void;
}) {
  const t = useTranslations('simulate');
  const { data, error } = useSimulationJob(job);
  const made = data?.kind === 'made' ? data.population : undefined;
  const tell = useEffectEvent(onMade);
  useEffect(() => {
    if (made !== undefined) tell(made);
  }, [made]);
  if (error) return <SimulationFailed error={error} retry={onOver} />;
  if (data?.kind === 'waiting' || data?.kind === 'running') {
    return (
      <UnderWay title={t('making')} answer={data} stop={() => void stopJob(job).then(onOver)} />
    );
  }
  if (data?.kind === 'failed' || data?.kind === 'refused') {
    return (
      <Alert
        type="error"
        showIcon
        title={t('failed')}
        description={data.kind === 'refused' ? data.reasons.join(' ') : t('failedText')}
        action={<Button onClick={onOver}>{t('makeSample')}</Button>}
      />
    );
  }
  return null;
}
