'use client';

import { ConfigProvider } from 'antd';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { documentName } from '../documents/document-names.ts';
import type { EditorHost } from '../session/editor-host.ts';
import type { EditorSession } from '../session/editor-session.ts';
import { useStore } from '../state/use-store.ts';
import { Bars } from './bars.tsx';
import type { Comparison } from './comparison-view.tsx';
import { ComparisonView } from './comparison-view.tsx';
import type { FolderView } from './editor-context.tsx';
import { EditorProvider, FolderProvider } from './editor-context.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { MissingDocument } from './missing-document.tsx';
import { MonacoPane } from './monaco-pane.tsx';
import { Neighbours } from './neighbours.tsx';
import { PaneLayout } from './pane-layout.tsx';
import { focusNextPane } from './panes.ts';
import { QuickOpen } from './quick-open.tsx';
import { StatusLine } from './status-line.tsx';
import { Toolbar } from './toolbar.tsx';
import { useOpenDocument } from './use-open-document.ts';
import { useSaving } from './use-saving.ts';
import { useShortcuts } from './use-shortcuts.ts';
import styles from './workbench.module.css';

/** A word of two characters is one word, also to a screen reader. */
const plainButtons = { autoInsertSpace: false };

type Dialog = 'none' | 'help' | 'quick-open';

/** The editor with everything around it. */
export function Workbench({
  session,
  host,
}: {
  readonly session: EditorSession;
  readonly host: EditorHost;
}) {
  const { path, isThere, goTo } = useOpenDocument(session, host);
  const [dialog, setDialog] = useState<Dialog>('none');
  const [said, setSaid] = useState('');
  const [comparison, setComparison] = useState<Comparison>();
  const { save, saveAll } = useSaving(session, setSaid);
  const view = useMemo(
    (): FolderView => ({
      ...{ session, host, path, goTo, announce: setSaid },
      titleOf: (each) =>
        documentName(each, session.watch.sources.get().byPath.get(each)?.text ?? '').title,
      save: () => void save(path),
      saveAll: () => void saveAll(),
    }),
    [session, host, path, goTo, save, saveAll],
  );
  const closeDialog = useCallback(() => {
    setDialog('none');
    host.editor.focus();
  }, [host]);
  const closeComparison = useCallback(() => {
    setComparison(undefined);
    host.editor.focus();
  }, [host]);
  useShortcuts([
    ['Ctrl+S', view.save],
    ['Ctrl+P', () => setDialog('quick-open')],
    ['Ctrl+Enter', session.insight.runNow],
    ['F1', () => setDialog('help')],
    ['F6', () => focusNextPane(host, 1)],
    ['Shift+F6', () => focusNextPane(host, -1)],
    ['F8', host.goToNextProblem],
  ]);
  useDocumentTitle(session, path);
  if (!isThere) return <MissingDocument />;
  return (
    <EditorProvider value={view}>
      <FolderProvider value={view}>
        <ConfigProvider button={plainButtons}>
          <div className={styles.workbench}>
            <Toolbar onQuickOpen={() => setDialog('quick-open')} onHelp={() => setDialog('help')} />
            <Bars onCompare={setComparison} />
            <div className={styles.body}>
              <PaneLayout beside={<Neighbours />}>
                <MonacoPane />
              </PaneLayout>
              {comparison?.path === path && (
                <ComparisonView comparison={comparison} onClose={closeComparison} />
              )}
            </div>
            <StatusLine said={said} />
            <QuickOpen isOpen={dialog === 'quick-open'} onClose={closeDialog} />
            <HelpDialog isOpen={dialog === 'help'} onClose={closeDialog} />
          </div>
        </ConfigProvider>
      </FolderProvider>
    </EditorProvider>
  );
}

function useDocumentTitle(session: EditorSession, path: string): void {
  const t = useTranslations('shell');
  const product = t('product');
  const text = useStore(session.watch.sources).byPath.get(path)?.text ?? '';
  useEffect(() => {
    document.title = `${documentName(path, text).title} · ${product}`;
  }, [path, text, product]);
}
