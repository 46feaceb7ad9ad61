import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '../shell/badge.tsx';
import type { DocumentOnDay } from '../workflow/answers.ts';
import styles from '../workflow/workflow.module.css';
import { documentHref } from './versions-address.ts';

const tones = { 'in-force': 'good', 'not-yet': 'quiet', ended: 'quiet', none: 'warn' } as const;

/** The documents of one place with what holds of each. */
export function PlaceDocuments({
  place,
  documents,
}: {
  readonly place: string;
  readonly documents: readonly DocumentOnDay[];
}) {
  const t = useTranslations('versions');
  return (
    <section>
      <h2>{place}</h2>
      <ul className={styles.list}>
        {documents.map(({ document, state, version, versionCount }) => (
          <li key={document.id} className={styles.row}>
            <span className={styles.what}>
              <Link href={documentHref(document.id)} prefetch={false} className={styles.title}>
                {document.title}
              </Link>
              <span className={styles.facts}>
                <code>{document.code}</code>
                <span>{t('versionCount', { count: versionCount })}</span>
              </span>
            </span>
            <span className={styles.facts}>
              <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
              {version && <span>{t('from', { from: version.effectiveFrom })}</span>}
              {version && <code title={version.hash}>{version.hash.slice(0, 8)}</code>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
