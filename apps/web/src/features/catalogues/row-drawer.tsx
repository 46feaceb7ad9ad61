import type { CatalogueOrigin, RowVersion } from '@tiaoli/workspace';
import { Drawer, Skeleton } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { DocumentsFailed } from '../documents/documents-failed.tsx';
import { editorHref } from '../documents/editor-href.ts';
import { Badge } from '../shell/badge.tsx';
import styles from './catalogues.module.css';
import { useHistory } from './use-catalogues.ts';

interface RowQuestion {
  readonly asked: Readonly<Record<string, string>>;
  readonly keys: readonly string[];
}

/** Everything that was ever said of a key: all columns, when it held, who said it. */
export function RowDrawer({
  asked,
  keys,
  onClose,
}: Omit<RowQuestion, 'keys'> & {
  readonly keys: readonly string[] | undefined;
  readonly onClose: () => void;
}) {
  return (
    <Drawer
      open={keys !== undefined}
      onClose={onClose}
      size="min(560px, 100vw)"
      title={<span className={styles.quietBreak}>{keys?.join('、')}</span>}
      destroyOnHidden
    >
      {keys && <History asked={asked} keys={keys} />}
    </Drawer>
  );
}

function History({ asked, keys }: RowQuestion) {
  const t = useTranslations('catalogues');
  const { data, error, refetch } = useHistory(asked, keys);
  if (error) return <DocumentsFailed error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 8 }} />;
  return (
    <>
      <p className={styles.quiet}>{t('versions', { count: data.versions.length })}</p>
      <ol className={styles.versions}>
        {data.versions.map((version) => (
          <Version key={JSON.stringify(version)} version={version} />
        ))}
      </ol>
    </>
  );
}

function Version({ version }: { readonly version: RowVersion }) {
  const t = useTranslations('catalogues');
  const { from, to, heldFrom, heldTo, cells, keys, origin } = version;
  const period = (first: string | undefined, last: string | undefined): string =>
    t('period', { from: first ?? t('ever'), to: last ?? t('noEnd') });
  return (
    <li className={styles.version}>
      <h3>
        {period(from, to)} <OriginBadge origin={origin} />
      </h3>
      {(heldFrom !== undefined || heldTo !== undefined) && (
        <p className={styles.quiet}>{t('held', { period: period(heldFrom, heldTo) })}</p>
      )}
      <dl className={styles.cells}>
        {[...keys.map(({ column, text }) => [column, text] as const), ...Object.entries(cells)].map(
          ([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
      <Clause origin={origin} />
    </li>
  );
}

function OriginBadge({ origin: { change, place } }: { readonly origin: CatalogueOrigin }) {
  const t = useTranslations('catalogues');
  return (
    <Badge tone={change ? 'warn' : 'quiet'}>
      {t(`origin.${change ?? 'own'}`, { place: place ?? t('nation') })}
    </Badge>
  );
}

function Clause({ origin: { clause, isIllustrative } }: { readonly origin: CatalogueOrigin }) {
  const t = useTranslations('catalogues');
  return (
    <>
      <p>
        <Link href={editorHref(clause.file, clause.line)}>{clause.clause}</Link>{' '}
        {isIllustrative && <Badge tone="warn">{t('illustrative')}</Badge>}
      </p>
      {clause.text.map((each) => (
        <blockquote key={each}>{each}</blockquote>
      ))}
      {clause.source !== undefined && <p className={styles.quiet}>{clause.source}</p>}
    </>
  );
}
