import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useStore } from '../state/use-store.ts';
import { Bar } from './bar.tsx';
import { useEditor } from './editor-context.tsx';

/** Says that the checking service is away; the text can be changed all the same. */
export function HealthBar() {
  const t = useTranslations('editor');
  const { session } = useEditor();
  const health = useStore(session.client.health);
  if (health.kind === 'restarting') {
    return <Bar kind="info" name="restarting" text={t('checkerRestarting')} />;
  }
  if (health.kind !== 'stopped') return null;
  return (
    <Bar kind="warn" name="stopped" text={t('checkerStopped')}>
      <Button size="small" onClick={session.client.restart}>
        {t('checkerStart')}
      </Button>
    </Bar>
  );
}
