import { DownloadOutlined } from '@ant-design/icons';
import { Button, Input, Pagination, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useDemo } from '../shell/demo-context.ts';
import type { AuditLink, Place } from '../workflow/answers.ts';
import { DayField } from '../workflow/day-field.tsx';
import { useNames } from '../workflow/use-names.ts';
import styles from '../workflow/workflow.module.css';
import type { AuditFilter } from './audit-events.ts';
import { auditCsv, chooseLinks, readLink } from './audit-events.ts';
import { AuditTable } from './audit-table.tsx';
import { ChainCheck } from './chain-check.tsx';
import { saveText } from './save-text.ts';
import { useActionName } from './use-action-name.ts';

const PAGE_SIZE = 50;

const everything: AuditFilter = {
  ...{ action: undefined, actorId: undefined, from: undefined, to: undefined },
  words: '',
};

/** The chain of one place: chosen from, looked at page by page, verified and taken away as a file. */
export function AuditTrail({
  place,
  links,
}: {
  readonly place: Place;
  readonly links: readonly AuditLink[];
}) {
  const t = useTranslations('audit');
  const actionName = useActionName();
  const isDemo = useDemo();
  const all = useMemo(() => links.map(readLink), [links]);
  const nameOf = useNames(all.map(({ actorId }) => actorId));
  const [filter, setFilter] = useState(everything);
  const [page, setPage] = useState(1);
  const change = (part: Partial<AuditFilter>): void => {
    setFilter((now) => ({ ...now, ...part }));
    setPage(1);
  };
  const found = chooseLinks(all, filter);
  const choicesOf = (values: readonly string[], label: (value: string) => string) =>
    [...new Set(values)].map((value) => ({ value, label: label(value) }));
  const download = (): void => {
    const heads = t('csvHeads').split('|');
    const mark = isDemo ? t('demo') : undefined;
    const name = [place.name, ...(mark === undefined ? [] : [mark])].join('-');
    saveText(`audit-${name}.csv`, 'text/csv', auditCsv(found, heads, nameOf, mark));
  };
  return (
    <>
      <div className={styles.filters}>
        <Select
          allowClear
          aria-label={t('action')}
          placeholder={t('action')}
          style={{ minWidth: 180 }}
          options={choicesOf(
            all.map(({ action }) => action),
            actionName,
          )}
          onChange={(action?: string) => change({ action })}
        />
        <Select
          allowClear
          aria-label={t('person')}
          placeholder={t('person')}
          style={{ minWidth: 140 }}
          options={choicesOf(
            all.map(({ actorId }) => actorId),
            nameOf,
          )}
          onChange={(actorId?: string) => change({ actorId })}
        />
        <DayField label={t('from')} day={filter.from} onDay={(from) => change({ from })} />
        <DayField label={t('to')} day={filter.to} onDay={(to) => change({ to })} />
        <Input
          type="search"
          style={{ maxWidth: 240 }}
          aria-label={t('words')}
          placeholder={t('words')}
          onChange={(event) => change({ words: event.target.value })}
        />
        <Button icon={<DownloadOutlined aria-hidden />} onClick={download}>
          {t('download')}
        </Button>
      </div>
      <ChainCheck placeId={place.id} />
      <p className={styles.quiet} role="status">
        {t('count', { found: found.length, all: all.length })}
      </p>
      <AuditTable
        label={t('tableOf', { place: place.name })}
        links={found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
        nameOf={nameOf}
      />
      {found.length > PAGE_SIZE && (
        <Pagination
          align="end"
          current={page}
          pageSize={PAGE_SIZE}
          total={found.length}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </>
  );
}
