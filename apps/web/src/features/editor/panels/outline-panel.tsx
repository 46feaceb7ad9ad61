import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { DocumentSymbol } from 'vscode-languageserver';
import { coversLine } from '../bridge/ranges.ts';
import { documentName, folderOf } from '../documents/document-names.ts';
import { useEditor } from '../page/editor-context.tsx';
import { UnsavedDot } from '../page/unsaved-dot.tsx';
import { useStore } from '../state/use-store.ts';
import styles from './outline-panel.module.css';

/** What stands in the document, and which documents stand beside it. */
export function OutlinePanel() {
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
      <h2 className={styles.head}>{t('samePlace')}</h2>
      <Neighbours />
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

function Neighbours() {
  const { session, path, goTo } = useEditor();
  const { byPath } = useStore(session.watch.sources);
  const states = useStore(session.documents.states);
  const names = useMemo(() => {
    const folder = folderOf(path);
    return [...byPath.values()]
      .filter((each) => folderOf(each.path) === folder)
      .map((each) => documentName(each.path, each.text));
  }, [byPath, path]);
  return (
    <ul className={styles.list}>
      {names.map(({ path: each, title }) => (
        <li key={each}>
          <button
            type="button"
            className={styles.entry}
            aria-current={each === path ? 'page' : undefined}
            title={each}
            onClick={() => goTo(each)}
          >
            <span className={styles.name}>{title}</span>
            {states.get(each)?.isDirty && <UnsavedDot />}
          </button>
        </li>
      ))}
    </ul>
  );
}
