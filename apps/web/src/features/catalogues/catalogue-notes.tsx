import { Alert } from 'antd';
import { useTranslations } from 'next-intl';
import type { CatalogueFacts } from './catalogue-answers.ts';
import styles from './catalogues.module.css';

/** What must be known before a row is believed: whose rows are invented, and what stretches leave open. */
export function CatalogueNotes({ facts }: { readonly facts: CatalogueFacts }) {
  const t = useTranslations('catalogues');
  const invented = facts.origins.filter(({ isIllustrative }) => isIllustrative);
  const documents = [...new Set(invented.map(({ document }) => document))];
  return (
    <div className={styles.notes}>
      {documents.length > 0 && (
        <p className={styles.warning} role="note">
          <strong>{t('illustrativeTitle')}</strong>
          {t('illustrativeText', { documents: documents.join('、') })}
        </p>
      )}
      {facts.hasStretches && facts.origins.length > 1 && (
        <Alert type="info" showIcon title={t('stretches')} />
      )}
    </div>
  );
}
