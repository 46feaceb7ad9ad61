import {
  FormOutlined,
  QuestionCircleOutlined,
  SaveOutlined,
  SearchOutlined,
} from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useTranslations } from 'next-intl';
import { documentName } from '../documents/document-names.ts';
import { useStore } from '../state/use-store.ts';
import { useFolderEditor } from './editor-context.tsx';
import styles from './toolbar.module.css';

/** Which document it is, and what is done with it most. */
export function Toolbar({
  onQuickOpen,
  onHelp,
}: {
  readonly onQuickOpen: () => void;
  readonly onHelp: () => void;
}) {
  const t = useTranslations('editor');
  const { session, host, path, save, saveAll } = useFolderEditor();
  useStore(host.version);
  const states = useStore(session.documents.states);
  const state = states.get(path);
  const dirty = [...states.values()].filter(({ isDirty }) => isDirty);
  const isOtherDirty = dirty.some((each) => each.path !== path);
  const title = documentName(path, host.editor.getModel()?.getValue() ?? '').title;
  const format = (): void => {
    host.editor.focus();
    host.editor.trigger('page', 'editor.action.formatDocument', {});
  };
  return (
    <div className={styles.toolbar}>
      <div className={styles.names}>
        <h1 className={styles.title} title={title}>
          {title}
        </h1>
        <p className={styles.path} title={path}>
          {path}
        </p>
      </div>
      <Space wrap size={8}>
        <Button
          icon={<SearchOutlined aria-hidden />}
          onClick={onQuickOpen}
          aria-label={t('findDocument')}
          title={t('withKey', { what: t('findDocument'), key: 'Ctrl+P' })}
        >
          <span className={styles.word}>{t('findDocument')}</span>
        </Button>
        <Button
          icon={<FormOutlined aria-hidden />}
          onClick={format}
          aria-label={t('format')}
          title={t('withKey', { what: t('format'), key: 'Shift+Alt+F' })}
        >
          <span className={styles.word}>{t('format')}</span>
        </Button>
        {isOtherDirty && (
          <Button onClick={saveAll}>{t('saveAllCount', { count: dirty.length })}</Button>
        )}
        <Button
          type="primary"
          icon={<SaveOutlined aria-hidden />}
          loading={state?.isSaving === true}
          disabled={state?.isEditable === false}
          onClick={save}
          title={t('withKey', { what: t('save'), key: 'Ctrl+S' })}
        >
          {t('save')}
        </Button>
        <Button
          type="text"
          icon={<QuestionCircleOutlined aria-hidden />}
          aria-label={t('help')}
          onClick={onHelp}
          title={t('withKey', { what: t('help'), key: 'F1' })}
        />
      </Space>
    </div>
  );
}
