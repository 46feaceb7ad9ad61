import type { InputRef } from 'antd';
import { Button, Input } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { useRested } from '../catalogues/use-catalogues.ts';
import { AwayError } from '../shell/ask-server.ts';
import type { Entry } from './entry.ts';
import { EntryList } from './entry-list.tsx';
import styles from './palette.module.css';
import type { Found } from './use-found.ts';
import { useFound } from './use-found.ts';
import { usePages } from './use-pages.ts';

/** Milliseconds without a keystroke before the server is asked. */
const REST = 120;

/** A field whose list is gone through by the arrows while one types on. */
export function PaletteSearch({
  hasStore,
  onClose,
}: {
  readonly hasStore: boolean;
  readonly onClose: (isLeaving: boolean) => void;
}) {
  const t = useTranslations('palette');
  const router = useRouter();
  const input = useRef<InputRef>(null);
  const list = useId();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const rested = useRested(words.trim(), REST);
  const pages = usePages(words, hasStore);
  const found = useFound(rested, hasStore);
  const groups = [{ key: 'pages' as const, entries: pages }, ...found.groups].filter(
    ({ entries }) => entries.length > 0,
  );
  const entries = groups.flatMap((group) => group.entries);
  const current = Math.min(chosen, entries.length - 1);
  useEffect(() => input.current?.focus(), []);
  const open = (entry: Entry | undefined): void => {
    if (!entry) return;
    onClose(typeof entry.goal === 'string');
    if (typeof entry.goal === 'string') router.push(entry.goal);
    else entry.goal();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // What an input method takes for itself: its Enter and its arrows choose among its own words.
    if (event.nativeEvent.isComposing || entries.length === 0) return;
    const next = stepsOf(event, current, entries.length);
    if (next !== undefined) {
      event.preventDefault();
      setChosen(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(entries[current]);
    }
  };
  const isOpen = entries.length > 0;
  return (
    <>
      <Input
        ref={input}
        value={words}
        size="large"
        placeholder={t('hint')}
        aria-label={t('hint')}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        {...(isOpen && { 'aria-controls': list, 'aria-activedescendant': `${list}-${current}` })}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          setWords(target.value);
          setChosen(0);
        }}
      />
      <Status found={found} listed={entries.length} isOld={rested !== words.trim()} />
      {isOpen && <EntryList id={list} groups={groups} chosen={current} onOpen={open} />}
      <p className={styles.keys}>{t('keys')}</p>
    </>
  );
}

/** To which entry a key leads; undefined for other keys. */
function stepsOf(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  at: number,
  count: number,
): number | undefined {
  if (ctrlKey || metaKey) return undefined;
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % count,
    ArrowUp: (at - 1 + count) % count,
    PageDown: Math.min(at + 8, count - 1),
    PageUp: Math.max(at - 8, 0),
  };
  return goals[key];
}

function Status({
  found: { groups, count, isSearching, error, again },
  listed,
  isOld,
}: {
  readonly found: Found;
  readonly listed: number;
  readonly isOld: boolean;
}) {
  const t = useTranslations('palette');
  const shell = useTranslations('shell');
  const shown = groups.find(({ key }) => key === 'named')?.entries.length ?? 0;
  const all = listed - shown + count;
  const text = (): string => {
    if (isSearching || isOld) return t('searching');
    if (listed === 0) return error ? '' : t('nothing');
    return all > listed ? t('shownOf', { count: all, shown: listed }) : t('count', { count: all });
  };
  return (
    <>
      <p className={styles.status} role="status">
        {text()}
      </p>
      {error && (
        <p className={styles.failed} role="alert">
          {t('failed', {
            reason: error instanceof AwayError ? shell('serverAway') : error.message,
          })}{' '}
          <Button size="small" onClick={again}>
            {t('again')}
          </Button>
        </p>
      )}
    </>
  );
}
