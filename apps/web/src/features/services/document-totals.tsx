import { printShare } from '@tiaoli/base';
import type { DocumentServices, OnlineShare } from '@tiaoli/workspace';
import { useTranslations } from 'next-intl';
import { fallOf } from './choose-services.ts';
import { FallBadge } from './fall-badge.tsx';
import styles from './services.module.css';

/** The sums of a document before and after; what cannot be summed says whose word is missing. */
export function DocumentTotals({ document }: { readonly document: DocumentServices }) {
  const t = useTranslations('services');
  const { workingDays, materials, online } = document;
  return (
    <dl className={styles.totals}>
      <Total name={t('totalDays')} total={workingDays} />
      <Total name={t('totalMaterials')} total={materials} />
      <div>
        <dt>{t('online')}</dt>
        <dd>
          <Share share={online.before} /> → <Share share={online.after} />
        </dd>
      </div>
    </dl>
  );
}

function Total({
  name,
  total,
}: {
  readonly name: string;
  readonly total: DocumentServices['workingDays'];
}) {
  const t = useTranslations('services');
  if (total.kind === 'unknown') {
    const services = total.services.join(t('separator'));
    return (
      <div>
        <dt>{name}</dt>
        <dd className={styles.cannotTell}>{t('cannotTell', { services })}</dd>
      </div>
    );
  }
  const { before, after } = total;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className={styles.figure}>
          {before} → {after}
        </span>{' '}
        <FallBadge fall={fallOf(before, after)} />
      </dd>
    </div>
  );
}

function Share({ share }: { readonly share: OnlineShare }) {
  const t = useTranslations('services');
  if (share.kind === 'unknown') {
    const services = share.services.join(t('separator'));
    return <span className={styles.cannotTell}>{t('cannotTell', { services })}</span>;
  }
  const { online, of } = share;
  return (
    <span className={styles.figure}>
      {t('onlineOf', { online, of })} <small>({printShare({ same: online, of })})</small>
    </span>
  );
}
