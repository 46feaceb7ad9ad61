import { useTranslations } from 'next-intl';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTheme } from '../../shell/theme-context.tsx';
import { documentName } from '../documents/document-names.ts';
import { useStore } from '../state/use-store.ts';
import { useEditor } from './editor-context.tsx';
import styles from './workbench.module.css';

/** The place in the layout where the editor stands; its attributes say how far checking has come. */
export function MonacoPane({ label }: { readonly label?: string }) {
  const t = useTranslations('editor');
  const { host, session, path } = useEditor();
  const { scheme } = useTheme();
  const place = useRef<HTMLDivElement>(null);
  const version = useStore(host.version);
  const checked = useStore(session.findings).get(path)?.version;
  const examplesVersion = useStore(session.insight.insight)?.examplesVersion;
  const health = useStore(session.client.health);
  const title = documentName(path, host.editor.getModel()?.getValue() ?? '').title;
  useLayoutEffect(() => {
    place.current?.append(host.element);
    return () => host.element.remove();
  }, [host]);
  useEffect(() => host.setScheme(scheme), [host, scheme]);
  useEffect(() => {
    host.editor.updateOptions({ ariaLabel: label ?? t('editorLabel', { title }) });
  }, [host, t, title, label]);
  const isChecked = health.kind === 'ready' && checked !== undefined && checked >= version;
  return (
    <div
      ref={place}
      className={styles.monaco}
      data-testid="editor"
      data-state={isChecked ? 'ready' : 'checking'}
      data-version={version}
      data-checked-version={checked}
      data-examples-version={examplesVersion}
    />
  );
}
