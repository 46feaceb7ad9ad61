import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { Bar } from '../../editor/page/bar.tsx';

/** Another text than the draft is shown: it is in force, and cannot be changed here. */
export function ReadOnlyBar({
  title,
  onBack,
}: {
  readonly title: string;
  readonly onBack: () => void;
}) {
  const t = useTranslations('drafts');
  return (
    <Bar kind="info" name="read-only" text={t('readOnlyText', { title })}>
      <Button size="small" type="primary" onClick={onBack}>
        {t('backToDraft')}
      </Button>
    </Bar>
  );
}
