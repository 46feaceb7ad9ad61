import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { DocumentSymbol } from 'vscode-languageserver';
import { coversLine } from '../bridge/ranges.ts';
import { useEditor } from '../page/editor-context.tsx';
import { useStore } from '../state/use-store.ts';
import styles from './outline-panel.module.css';

/** What stands in the document, and which documents stand beside it. */
export function OutlinePanel({ beside }: { readonly beside: ReactNode }) {
  const t = useTranslations('editor');
  const { session, host } = useEditor();
  const outline = useStore(session.insight.insight)?.outline ?? [];
  const { lineNumber } = useStore(host.cursor);
  const entries = useMemo(() => withoutDocument(outline), [outline]);
  return (
    <div className={styles.panel}>
      <h2 className={styles.head}>{t('outline')}</h2>
      {entries.length === 0 ? (
        <p className={styles.empty}>{t('outlineEmpty')}</p>
      ) : (
        <Entries entries={entries} line={lineNumber} />
      )}
      {beside}
    </div>
  );
}

/** The document itself is the title of the page. */
function withoutDocument(outline: readonly DocumentSymbol[]): readonly DocumentSymbol[] {
  const [only] = outline;
  return outline.length === 1 && only?.children?.length ? only.children : outline;
}

/** What the cursor is in is open; the rest shows its first level. */
function Entries({
  entries,
  line,
}: {
  readonly entries: readonly DocumentSymbol[];
  readonly line: number;
}) {
  const { host, path, goTo } = useEditor();
  return (
    <ul className={styles.list}>
      {entries.map(({ name, detail, range, selectionRange, children = [] }) => {
        const isHere = coversLine(range, line);
        const isInner = isHere && !children.some((child) => coversLine(child.range, line));
        const { line: at, character } = selectionRange.start;
        return (
          <li key={`${name} ${range.start.line} ${range.start.character}`}>
            <button
              type="button"
              className={styles.entry}
              aria-current={isInner ? 'location' : undefined}
              title={detail ? `${name}  ${detail}` : name}
              onClick={() => {
                goTo(path, at + 1, character + 1);
                host.editor.focus();
              }}
            >
              <span className={styles.name}>{name}</span>
              {detail && <span className={styles.detail}>{detail}</span>}
            </button>
            {isHere && children.length > 0 && <Entries entries={children} line={line} />}
          </li>
        );
      })}
    </ul>
  );
}
