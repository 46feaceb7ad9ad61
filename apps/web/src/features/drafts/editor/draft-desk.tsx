import { ConfigProvider } from 'antd';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { documentName } from '../../editor/documents/document-names.ts';
import type { EditorView } from '../../editor/page/editor-context.tsx';
import { EditorProvider } from '../../editor/page/editor-context.tsx';
import { HealthBar } from '../../editor/page/health-bar.tsx';
import { HelpDialog } from '../../editor/page/help-dialog.tsx';
import { MonacoPane } from '../../editor/page/monaco-pane.tsx';
import { PaneLayout } from '../../editor/page/pane-layout.tsx';
import { focusNextPane } from '../../editor/page/panes.ts';
import { useShortcuts } from '../../editor/page/use-shortcuts.ts';
import { lineRange } from '../../editor/session/editor-host.ts';
import type { DraftCompany, DraftText } from '../../workflow/answers.ts';
import { CompanyList } from './company-list.tsx';
import styles from './draft-desk.module.css';
import type { DraftSession } from './draft-session.ts';
import { DraftStatus } from './draft-status.tsx';
import { ReadOnlyBar } from './read-only-bar.tsx';

/** A word of two characters is one word, also to a screen reader. */
const plainButtons = { autoInsertSpace: false };

interface DraftDeskProps {
  readonly session: DraftSession;
  readonly draft: DraftText;
  readonly company: DraftCompany | undefined;
  readonly isReadOnly: boolean;
  readonly onSave: () => void;
}

/** The text of a draft with what the folder’s editor has around a text: outline, findings, clauses and examples. */
export function DraftDesk({ session, draft, company, isReadOnly, onSave }: DraftDeskProps) {
  const t = useTranslations('drafts');
  const { host } = session;
  const [path, setPath] = useState(draft.path);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [said, setSaid] = useState('');
  const isDraft = path === draft.path;
  useEffect(() => host.setOpener(setPath), [host]);
  // What the reader looks at may be gone: then the draft is shown again.
  useEffect(() => {
    if (!host.show(path, path === draft.path)) setPath(draft.path);
  }, [host, path, draft.path]);
  useEffect(() => {
    if (isDraft) session.setEditable(!isReadOnly);
  }, [session, isDraft, isReadOnly]);
  const goTo = useCallback(
    (next: string, line?: number, column = 1) => {
      if (line === undefined) setPath(next);
      else host.reveal(next, lineRange(line, column));
    },
    [host],
  );
  const view = useMemo((): EditorView => {
    const titles = new Map(company?.others.map((each) => [each.path, each.title]));
    const titleOf = (each: string): string =>
      titles.get(each) ?? documentName(each, session.ensure(each)?.getValue() ?? '').title;
    return { session, host, path, goTo, titleOf, announce: setSaid };
  }, [session, host, path, goTo, company]);
  useShortcuts([
    ['Ctrl+S', onSave],
    ['Ctrl+Enter', session.insight.runNow],
    ['F1', () => setHelpOpen(true)],
    ['F6', () => focusNextPane(host, 1)],
    ['Shift+F6', () => focusNextPane(host, -1)],
    ['F8', () => host.goToNextProblem()],
  ]);
  const closeHelp = (): void => {
    setHelpOpen(false);
    host.editor.focus();
  };
  const inForce = isDraft ? company?.own : undefined;
  const beside = <CompanyList draft={draft} texts={company?.others ?? []} />;
  return (
    <EditorProvider value={view}>
      <ConfigProvider button={plainButtons}>
        <section className={styles.desk} aria-label={t('desk')}>
          <HealthBar />
          {!isDraft && <ReadOnlyBar title={view.titleOf(path)} onBack={() => goTo(draft.path)} />}
          <div className={styles.body}>
            <PaneLayout beside={beside}>
              <MonacoPane label={isDraft ? t('textLabel') : t('readOnlyLabel')} />
            </PaneLayout>
          </div>
          <DraftStatus
            {...{ draft, inForce, said, isReadOnly: isReadOnly || !isDraft }}
            onHelp={() => setHelpOpen(true)}
          />
          <HelpDialog isOpen={isHelpOpen} onClose={closeHelp} />
        </section>
      </ConfigProvider>
    </EditorProvider>
  );
}
