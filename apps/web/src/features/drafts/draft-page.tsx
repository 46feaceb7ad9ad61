'use client';

import { Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import type { DraftText } from '../workflow/answers.ts';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { useRead } from '../workflow/use-api.ts';
import styles from '../workflow/workflow.module.css';
import { DraftEditor } from './draft-editor.tsx';
import type { LocalCopy } from './local-copy.ts';
import { dropCopy, readCopy } from './local-copy.ts';

/** A draft, with what was typed in it on this computer and not saved, if anything. */
export function DraftPage({ id }: { readonly id: string }) {
  const { data, error, isFetchedAfterMount, refetch } = useRead<DraftText>(
    `/drafts/${encodeURIComponent(id)}`,
  );
  const [opened, setOpened] = useState<{ readonly copy: LocalCopy | undefined }>();
  const [rebased, setRebased] = useState(0);
  useEffect(() => {
    readCopy(id).then(
      (copy) => setOpened({ copy }),
      () => setOpened({ copy: undefined }),
    );
  }, [id]);
  if (error && !data) return <ReadFailed error={error} retry={() => void refetch()} />;
  // What an earlier look had kept may be older than what is stored: one would write on it and be told of a conflict.
  if (!data || !isFetchedAfterMount || !opened) {
    return (
      <div className={styles.page}>
        <Skeleton active paragraph={{ rows: 14 }} />
      </div>
    );
  }
  const reopen = async (): Promise<void> => {
    await dropCopy(id).catch(() => undefined);
    await refetch();
    setOpened({ copy: undefined });
    setRebased((times) => times + 1);
  };
  return (
    <DraftEditor key={rebased} draft={data} copy={opened.copy} onRebased={() => void reopen()} />
  );
}
