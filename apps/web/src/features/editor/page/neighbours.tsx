import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { documentName, folderOf } from '../documents/document-names.ts';
import styles from '../panels/outline-panel.module.css';
import { useStore } from '../state/use-store.ts';
import { useFolderEditor } from './editor-context.tsx';
import { UnsavedDot } from './unsaved-dot.tsx';

/** The documents of the same folder. */
export function Neighbours() {
  const t = useTranslations('editor');
  const { session, path, goTo } = useFolderEditor();
  const { byPath } = useStore(session.watch.sources);
  const states = useStore(session.documents.states);
  const names = useMemo(() => {
    const folder = folderOf(path);
    return [...byPath.values()]
      .filter((each) => folderOf(each.path) === folder)
      .map((each) => documentName(each.path, each.text));
  }, [byPath, path]);
  return (
    <>
      <h2 className={styles.head}>{t('samePlace')}</h2>
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
    </>
  );
}
