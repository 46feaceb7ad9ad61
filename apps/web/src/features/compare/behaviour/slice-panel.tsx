import { Select, Skeleton, Slider } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import styles from '../compare.module.css';
import { ComparisonFailed } from '../comparison-failed.tsx';
import { windowEnds } from '../model/slice-view.ts';
import type { ShownSlice, SliceAnswer } from '../slice-answers.ts';
import { SliceChart } from './slice-chart.tsx';
import { SlicePoint } from './slice-point.tsx';
import { SliceTable } from './slice-table.tsx';
import type { CasePlace } from './use-case.ts';
import { useSlice } from './use-slice.ts';

/** How a result goes with one fact, everything else as in a case. */
export function SlicePanel({ place }: { readonly place: CasePlace }) {
  const t = useTranslations('compare');
  const [input, setInput] = useState<string>();
  const { data, error, refetch } = useSlice(place, { input });
  if (error) return <ComparisonFailed part error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (!data.shown) return <p className={styles.quiet}>{t('noSlice')}</p>;
  const { shown } = data;
  return (
    <section className={styles.slice} aria-label={t('sliceLabel')}>
      <Slice
        key={shown.input}
        place={place}
        shown={shown}
        inputs={data.inputs}
        onInput={setInput}
      />
    </section>
  );
}

function Slice({
  place,
  shown,
  inputs,
  onInput,
}: {
  readonly place: CasePlace;
  readonly shown: ShownSlice;
  readonly inputs: SliceAnswer['inputs'];
  readonly onInput: (id: string) => void;
}) {
  const t = useTranslations('compare');
  const [name, range] = [useId(), useId()];
  const ends = windowEnds(shown);
  const [to, setTo] = useState(ends[0] ?? 0);
  const [at, setAt] = useState(shown.at);
  const from = Math.min(Number(shown.pieces[0]?.from ?? 0), to);
  const window = { from, to };
  return (
    <>
      <div className={styles.filters}>
        <div className={styles.choice}>
          <label htmlFor={name}>{t('sliceInput')}</label>
          <Select
            id={name}
            value={shown.input}
            popupMatchSelectWidth={false}
            options={inputs.map(({ id, name: label }) => ({ value: id, label }))}
            onChange={onInput}
          />
        </div>
        <div className={styles.choice}>
          <label htmlFor={range}>{t('sliceRange')}</label>
          <Select
            id={range}
            value={to}
            popupMatchSelectWidth={false}
            options={ends.map((end) => ({
              value: end,
              label: t('upTo', { end: end.toLocaleString('en-US') }),
            }))}
            onChange={setTo}
          />
        </div>
      </div>
      <SliceChart shown={shown} window={window} at={Number(at)} />
      <Slider
        className={styles.slider ?? ''}
        min={Math.ceil(from)}
        max={Math.max(1, Math.floor(to))}
        value={Math.min(Number(at), to)}
        onChange={(value) => setAt(String(value))}
        tooltip={{ open: false }}
        ariaLabelForHandle={shown.inputName}
      />
      <SlicePoint place={place} shown={shown} at={at} />
      <SliceTable shown={shown} window={window} />
    </>
  );
}
