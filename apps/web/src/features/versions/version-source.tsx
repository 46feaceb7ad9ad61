import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { fetchServer } from '../shell/ask-server.ts';
import type { Version } from '../workflow/answers.ts';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { apiRoot } from '../workflow/use-api.ts';
import styles from '../workflow/workflow.module.css';

/** The text of a version as it was published; it never changes, so it is asked for once. */
export function VersionSource({ version }: { readonly version: Version }) {
  const t = useTranslations('versions');
  const locale = useLocale();
  const heading = useId();
  const { data, error, refetch } = useQuery({
    queryKey: ['api', 'versions', version.id, 'source'],
    queryFn: async ({ signal }) => {
      const headers = { 'accept-language': locale };
      const path = `${apiRoot}/versions/${version.id}/source`;
      return (await fetchServer(path, { signal, headers })).text();
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t('sourceOf', { number: version.number, from: version.effectiveFrom })}</h2>
      <p className={styles.quiet}>
        {version.path} · {version.engineVersion} · <code>{version.hash}</code>
      </p>
      {error && <ReadFailed error={error} retry={() => void refetch()} />}
      {data === undefined && !error && <Skeleton active paragraph={{ rows: 12 }} />}
      {data !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <pre className={styles.source} tabIndex={0}>
          {data}
        </pre>
      )}
    </section>
  );
}
