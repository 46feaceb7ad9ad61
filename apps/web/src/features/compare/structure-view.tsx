import { Empty, Skeleton } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { editorHref } from '../documents/editor-href.ts';
import styles from './compare.module.css';
import type {
  CatalogueAnswer,
  ChangedDeclaration,
  StructureAnswer,
  VersionsAnswer,
} from './compare-answers.ts';
import { ComparisonFailed } from './comparison-failed.tsx';
import type { ComparedPair } from './model/compare-address.ts';
import { useVersions } from './use-compare.ts';

/** What is declared otherwise, by name: parameters, layers, cases, catalogues, and the documents below. */
export function StructureView({ pair }: { readonly pair: ComparedPair }) {
  const { data, error, refetch } = useVersions(pair);
  if (error) return <ComparisonFailed error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 10 }} />;
  return <Structure answer={data} />;
}

function Structure({ answer }: { readonly answer: VersionsAnswer }) {
  const t = useTranslations('compare');
  const { structure, basis, catalogues, isSame, isUndecided, isOneDocument } = answer;
  const isEmpty = isSame && !isUndecided && structure.renames.length === 0;
  return (
    <>
      {!isOneDocument && <p className={styles.warning}>{t('twoDocuments')}</p>}
      {isEmpty ? (
        <Empty description={t('sameStructure')} />
      ) : (
        <Changes structure={structure} title={t('structureCount', { count: structure.count })} />
      )}
      {basis.map((each) => (
        <Changes
          key={each.title}
          structure={each}
          title={t('basisCount', { title: each.title, count: each.count })}
        />
      ))}
      {catalogues.map((each) => (
        <Catalogue key={each.name} catalogue={each} />
      ))}
    </>
  );
}

function Changes({
  structure: { groups, renames, sources },
  title,
}: {
  readonly structure: StructureAnswer;
  readonly title: string;
}) {
  const t = useTranslations('compare');
  return (
    <section className={styles.card}>
      <h2>{title}</h2>
      {sources > 0 && <p className={styles.quiet}>{t('sourcesCount', { count: sources })}</p>}
      <ul className={styles.declarations}>
        {groups.map((group) => (
          <Declaration key={`${group.title} ${group.file} ${group.line}`} declaration={group} />
        ))}
      </ul>
      {renames.map((rename) => (
        <p key={rename} className={styles.quiet}>
          {rename}
        </p>
      ))}
    </section>
  );
}

function Declaration({
  declaration: { title, clause, file, line, changes },
}: {
  readonly declaration: ChangedDeclaration;
}) {
  return (
    <li>
      <p className={styles.declarationHead}>
        <strong>{title}</strong>
        {clause && <span className={styles.quietInline}>{clause}</span>}
        {file && (
          <Link href={editorHref(file, line)} prefetch={false}>
            {`${file.slice(file.lastIndexOf('/') + 1)}:${line}`}
          </Link>
        )}
      </p>
      <ul>
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </li>
  );
}

function Catalogue({ catalogue }: { readonly catalogue: CatalogueAnswer }) {
  const t = useTranslations('compare');
  const kinds = useTranslations('catalogues');
  const { name } = catalogue;
  if (catalogue.kind === 'unread') {
    return (
      <p className={styles.warning}>{t('unread', { name, files: catalogue.files.join('、') })}</p>
    );
  }
  const { before, after, changed, counts } = catalogue;
  return (
    <section className={styles.card}>
      <h2>{t('catalogueCount', { name, before, after, changed })}</h2>
      <p className={styles.quiet}>
        {shownKinds
          .filter((kind) => (counts[kind] ?? 0) > 0)
          .map((kind) =>
            kinds('countOf', { what: kinds(`kind.${kind}`), count: counts[kind] ?? 0 }),
          )
          .join(' · ')}
      </p>
      <Link href="/catalogues?view=changes">{t('openCatalogues')}</Link>
    </section>
  );
}

const shownKinds = ['added', 'removed', 'reclassed', 'repriced', 'rate', 'other'] as const;
