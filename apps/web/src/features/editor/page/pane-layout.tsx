import { Splitter, Tabs } from 'antd';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { ClausesPanel } from '../panels/clauses-panel.tsx';
import { ExamplesPanel } from '../panels/examples-panel.tsx';
import { OutlinePanel } from '../panels/outline-panel.tsx';
import { ProblemsPanel } from '../panels/problems-panel.tsx';
import { TablesPanel } from '../panels/tables-panel.tsx';
import { usePageTables } from '../panels/use-page-tables.ts';
import { useStore } from '../state/use-store.ts';
import { useEditor } from './editor-context.tsx';
import type { PaneName } from './panes.ts';
import { useMedia } from './use-media.ts';
import styles from './workbench.module.css';

interface PaneLayoutProps {
  /** The text. */
  readonly children: ReactNode;
  /** Which documents stand beside it, below the outline. */
  readonly beside: ReactNode;
}

/** Side by side where there is room; below the editor, as tabs, where there is none. */
export function PaneLayout(props: PaneLayoutProps) {
  const isWide = useMedia('(min-width: 1000px)');
  return isWide ? <WideLayout {...props} /> : <NarrowLayout {...props} />;
}

function WideLayout({ children, beside }: PaneLayoutProps) {
  return (
    <Splitter className={styles.panes ?? ''}>
      <Splitter.Panel defaultSize="17%" min={160} collapsible>
        <Pane name="outline">
          <OutlinePanel beside={beside} />
        </Pane>
      </Splitter.Panel>
      <Splitter.Panel min={320}>
        <Splitter orientation="vertical">
          <Splitter.Panel min={160}>
            <Pane name="editor">{children}</Pane>
          </Splitter.Panel>
          <Splitter.Panel defaultSize="24%" min={80} collapsible>
            <Pane name="problems">
              <ProblemsPanel />
            </Pane>
          </Splitter.Panel>
        </Splitter>
      </Splitter.Panel>
      <Splitter.Panel defaultSize="29%" min={240} collapsible>
        <Pane name="side">
          <SideTabs />
        </Pane>
      </Splitter.Panel>
    </Splitter>
  );
}

function NarrowLayout({ children, beside }: PaneLayoutProps) {
  const t = useTranslations('editor');
  const words = useTranslations('tableEditor');
  const { tables, isInTable } = usePageTables();
  const [tab, setTab] = useShownTab('problems', isInTable);
  const items = [
    { key: 'problems', label: t('problems'), children: <ProblemsPanel /> },
    { key: 'clauses', label: t('clauses'), children: <ClausesPanel /> },
    { key: 'tables', label: words('tab'), children: <TablesPanel tables={tables} /> },
    { key: 'examples', label: t('examples'), children: <ExamplesPanel /> },
    { key: 'outline', label: t('outline'), children: <OutlinePanel beside={beside} /> },
  ];
  return (
    <div className={styles.stack}>
      <Pane name="editor">{children}</Pane>
      <Pane name="side">
        <Tabs className={styles.tabs ?? ''} activeKey={tab} onChange={setTab} items={items} />
      </Pane>
    </div>
  );
}

function SideTabs() {
  const t = useTranslations('editor');
  const words = useTranslations('tableEditor');
  const { tables, isInTable } = usePageTables();
  const [tab, setTab] = useShownTab('clauses', isInTable);
  const items = [
    { key: 'clauses', label: t('clauses'), children: <ClausesPanel /> },
    { key: 'tables', label: words('tab'), children: <TablesPanel tables={tables} /> },
    { key: 'examples', label: t('examples'), children: <ExamplesPanel /> },
  ];
  return <Tabs className={styles.tabs ?? ''} activeKey={tab} onChange={setTab} items={items} />;
}

/**
 * The tab that is shown. A lens over an example brings that of the examples to the front; the table of the cursor shows
 * instead of the first tab for as long as the cursor is in it.
 */
function useShownTab(first: string, isInTable: boolean): [string, (tab: string) => void] {
  const { session } = useEditor();
  const asked = useStore(session.askedExample)?.times ?? 0;
  const [tab, setTab] = useState(first);
  useEffect(() => {
    if (asked > 0) setTab('examples');
  }, [asked]);
  useEffect(() => {
    setTab((now) => {
      if (isInTable) return now === first ? 'tables' : now;
      return now === 'tables' ? first : now;
    });
  }, [isInTable, first]);
  return [tab, setTab];
}

function Pane({ name, children }: { readonly name: PaneName; readonly children: ReactNode }) {
  const t = useTranslations('editor');
  const labels = {
    outline: t('paneOutline'),
    editor: t('paneEditor'),
    side: t('paneSide'),
    problems: t('paneProblems'),
  };
  return (
    <section className={styles.pane} data-pane={name} aria-label={labels[name]} tabIndex={-1}>
      {children}
    </section>
  );
}
