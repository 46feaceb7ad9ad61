import type { InputRef } from 'antd';
import { Input, Modal } from 'antd';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { useId, useMemo, useRef, useState } from 'react';
import { documentName, findDocuments } from '../documents/document-names.ts';
import { useStore } from '../state/use-store.ts';
import { useFolderEditor } from './editor-context.tsx';
import styles from './quick-open.module.css';
import { UnsavedDot } from './unsaved-dot.tsx';

/** More would have to be scrolled through: another letter is quicker. */
const MOST_SHOWN = 100;

/** Finds a document by its title, id or path. */
export function QuickOpen({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const t = useTranslations('editor');
  const input = useRef<InputRef>(null);
  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      footer={null}
      title={t('quickOpenTitle')}
      destroyOnHidden
      afterOpenChange={(open) => open && input.current?.focus()}
      width={640}
    >
      <Search inputRef={input} onClose={onClose} />
    </Modal>
  );
}

function Search({
  inputRef,
  onClose,
}: {
  readonly inputRef: React.RefObject<InputRef | null>;
  readonly onClose: () => void;
}) {
  const t = useTranslations('editor');
  const { session, goTo } = useFolderEditor();
  const { byPath } = useStore(session.watch.sources);
  const states = useStore(session.documents.states);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const all = useMemo(
    () => [...byPath.values()].map(({ path, text }) => documentName(path, text)),
    [byPath],
  );
  const found = useMemo(() => findDocuments(all, search), [all, search]);
  const shown = found.slice(0, MOST_SHOWN);
  const open = (path: string | undefined): void => {
    if (path === undefined) return;
    onClose();
    goTo(path);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      setChosen((now) => (now + step + shown.length) % shown.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(shown[chosen]?.path);
    }
  };
  return (
    <>
      <Input
        onKeyDown={onKeyDown}
        ref={inputRef}
        value={search}
        placeholder={t('quickOpenHint')}
        aria-label={t('quickOpenHint')}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={shown[chosen] ? `${list}-${chosen}` : undefined}
        onChange={({ target }) => {
          setSearch(target.value);
          setChosen(0);
        }}
      />
      <p className={styles.count} role="status">
        {found.length === 0 ? t('quickOpenNone') : t('quickOpenCount', { count: found.length })}
      </p>
      <div id={list} role="listbox" aria-label={t('quickOpenTitle')} className={styles.list}>
        {shown.map(({ path, title, id }, index) => (
          <div
            key={path}
            id={`${list}-${index}`}
            ref={index === chosen ? scrollIntoView : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={styles.option}
            onClick={() => open(path)}
            onKeyDown={onKeyDown}
          >
            <span className={styles.title}>{title}</span>
            {states.get(path)?.isDirty && <UnsavedDot />}
            <span className={styles.path}>{id === undefined ? path : `${id} · ${path}`}</span>
          </div>
        ))}
      </div>
    </>
  );
}

function scrollIntoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
