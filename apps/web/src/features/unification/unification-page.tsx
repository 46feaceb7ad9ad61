'use client';

import { Checkbox, Empty, Select, Skeleton } from 'antd';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DateChoice } from '../documents/date-choice.tsx';
import { DocumentsFailed } from '../documents/documents-failed.tsx';
import { CellDialog } from './cell-dialog.tsx';
import { chooseRows, findCell } from './choose-rows.ts';
import { MatrixSummary } from './matrix-summary.tsx';
import { MatrixTable } from './matrix-table.tsx';
import styles from './unification.module.css';
import type { UnificationAnswer } from './unification-answer.ts';
import { useUnification } from './use-unification.ts';

interface Asked {
  readonly province: string | undefined;
  readonly on: string | undefined;
}

/** What the cities of a province have made of its parameters. */
export function UnificationPage({ province, on }: Asked) {
  const t = useTranslations('unification');
  const { data, error, isFetching, refetch } = useUnification(province, on);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{t('title')}</h1>
          <p className={styles.quiet}>{t('intro')}</p>
        </div>
        <div className={styles.choices}>
          <ProvinceChoice answer={data} on={on} />
          <DateChoice on={data?.matrix?.on ?? on} />
        </div>
      </header>
      {error && <DocumentsFailed error={error} retry={() => void refetch()} />}
      <div aria-busy={isFetching}>
        {!data && !error && <Skeleton active paragraph={{ rows: 12 }} />}
        {data && <Matrix answer={data} />}
      </div>
    </div>
  );
}

/** The province stands in the address, so that a link shows the same. */
function ProvinceChoice({
  answer,
  on,
}: {
  readonly answer: UnificationAnswer | undefined;
  readonly on: string | undefined;
}) {
  const t = useTranslations('unification');
  const router = useRouter();
  const path = usePathname();
  const show = (province: string): void =>
    router.replace(`${path}?${new URLSearchParams({ province, ...(on && { on }) })}`);
  return (
    <div className={styles.choice}>
      <label htmlFor="province">{t('province')}</label>
      <Select
        id="province"
        popupMatchSelectWidth={false}
        style={{ minWidth: 160 }}
        {...(answer?.matrix && { value: answer.matrix.province })}
        options={answer?.provinces.map((value) => ({ value, label: value })) ?? []}
        onChange={show}
      />
    </div>
  );
}

function Matrix({ answer: { matrix } }: { readonly answer: UnificationAnswer }) {
  const t = useTranslations('unification');
  const [onlyDeviating, setOnlyDeviating] = useState(false);
  const [chosen, setChosen] = useState<{ readonly id: string; readonly city: string }>();
  if (!matrix) return <Empty description={t('noProvince')} />;
  const rows = chooseRows(matrix.parameters, onlyDeviating);
  const isEmpty = matrix.parameters.length === 0 || matrix.cities.length === 0;
  return (
    <>
      <MatrixSummary matrix={matrix} />
      {isEmpty ? (
        <Empty description={t('nothing')} />
      ) : (
        <>
          <Checkbox
            checked={onlyDeviating}
            onChange={(event) => setOnlyDeviating(event.target.checked)}
          >
            {t('onlyDeviating')}
          </Checkbox>
          <MatrixTable
            matrix={matrix}
            rows={rows}
            onChoose={(id, city) => setChosen({ id, city })}
          />
        </>
      )}
      <CellDialog
        chosen={findCell(matrix.parameters, chosen)}
        onClose={() => setChosen(undefined)}
      />
    </>
  );
}
