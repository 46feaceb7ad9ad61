import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { textOf } from '../bridge/document-sync.ts';
import type { DocumentState } from '../documents/document-state.ts';
import { Bar } from './bar.tsx';
import type { Comparison } from './comparison-view.tsx';
import { useFolderEditor } from './editor-context.tsx';

/** The stored document was changed or deleted while something was typed: what is to become of it. */
export function OutsideBar({
  state: { path, outside },
  onCompare,
}: {
  readonly state: DocumentState;
  readonly onCompare: (comparison: Comparison) => void;
}) {
  const t = useTranslations('editor');
  const { session, host, announce } = useFolderEditor();
  const { documents } = session;
  if (!outside) return null;
  if (outside.kind === 'gone') {
    return (
      <Bar kind="warn" name="gone" text={t('outsideGone')}>
        <Button size="small" type="primary" onClick={() => documents.keepMine(path)}>
          {t('saveAsNew')}
        </Button>
        <Button size="small" onClick={() => documents.forget(path)}>
          {t('forget')}
        </Button>
      </Bar>
    );
  }
  const keepMine = (): void => {
    documents.keepMine(path);
    host.editor.focus();
  };
  const mine = (): string => {
    const model = documents.ensure(path);
    return model ? textOf(model) : '';
  };
  const compare = (kind: Comparison['kind']): void =>
    onCompare({ kind, path, left: outside.text, right: mine() });
  const merge = (): void => {
    const isMerged = documents.merge(path);
    announce(t(isMerged ? 'mergedAnnounce' : 'cannotMerge'));
    if (isMerged) host.editor.focus();
    else compare('merge');
  };
  const takeTheirs = async (): Promise<void> => {
    await documents.takeTheirs(path);
    host.editor.focus();
    announce(t('useStoredAnnounce'));
  };
  return (
    <Bar kind="warn" name="changed" text={t('outsideChanged')}>
      <Button size="small" type="primary" onClick={merge}>
        {t('merge')}
      </Button>
      <Button size="small" onClick={() => compare('outside')}>
        {t('compare')}
      </Button>
      <Button size="small" onClick={keepMine}>
        {t('useMine')}
      </Button>
      <Button size="small" onClick={takeTheirs}>
        {t('useStored')}
      </Button>
    </Bar>
  );
}
