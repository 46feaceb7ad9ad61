import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Notice } from '../features/shell/notice.tsx';

export default async function NotFound() {
  const t = await getTranslations('shell');
  return (
    <Notice title={t('notFoundTitle')} text={t('notFoundText')}>
      <Link href="/documents">{t('backToDocuments')}</Link>
    </Notice>
  );
}
