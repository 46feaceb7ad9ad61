'use client';

import { Empty, Input, Select, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useMemo, useState } from 'react';
import { Notice } from '../shell/notice.tsx';
import type { Person } from '../workflow/answers.ts';
import { PageFrame } from '../workflow/page-frame.tsx';
import { hasRole } from '../workflow/people.ts';
import { placesBelow } from '../workflow/place-tree.tsx';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { useRead } from '../workflow/use-api.ts';
import { useMe } from '../workflow/use-me.ts';
import { usePlaces } from '../workflow/use-places.ts';
import styles from '../workflow/workflow.module.css';
import { choosePeople, managedPlaces } from './managed-people.ts';
import { NewUser } from './new-user.tsx';
import { UserTable } from './user-table.tsx';

/** The accounts of the places that one administers, and of those below. */
export function UsersPage() {
  const t = useTranslations('users');
  const id = useId();
  const { data: me } = useMe();
  const { places } = usePlaces();
  const isAdministrator = hasRole(me, ['administrator']);
  const { data, error, refetch } = useRead<{ readonly users: readonly Person[] }>('/users', {
    enabled: isAdministrator,
  });
  const [words, setWords] = useState('');
  const [within, setWithin] = useState<string>();
  const managed = useMemo(() => managedPlaces(me, places), [me, places]);
  if (me && !isAdministrator) {
    return <Notice title={t('forbiddenTitle')} text={t('forbiddenText')} />;
  }
  const below = within === undefined ? undefined : new Set(placesBelow(places, within));
  const found = choosePeople(data?.users ?? [], words, below);
  const choices = places.filter((place) => managed.has(place.id));
  return (
    <PageFrame title={t('title')} intro={t('intro')} actions={<NewUser places={choices} />}>
      {error && <ReadFailed error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && (
        <>
          <div className={styles.filters}>
            <Input
              type="search"
              style={{ maxWidth: 260 }}
              aria-label={t('search')}
              placeholder={t('search')}
              onChange={(event) => setWords(event.target.value)}
            />
            <div className={styles.field}>
              <label htmlFor={id}>{t('place')}</label>
              <Select
                id={id}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                style={{ minWidth: 180 }}
                placeholder={t('allPlaces')}
                value={within ?? null}
                options={choices.map((each) => ({ value: each.id, label: each.name }))}
                onChange={(next) => setWithin(next ?? undefined)}
              />
            </div>
          </div>
          <p className={styles.quiet} role="status">
            {t('count', { found: found.length })}
          </p>
          {found.length === 0 && <Empty description={t('nothing')} />}
          {found.length > 0 && <UserTable people={found} managed={managed} />}
        </>
      )}
    </PageFrame>
  );
}
