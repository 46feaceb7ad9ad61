import { useTranslations } from 'next-intl';
import type { Entry, EntryGroup } from './entry.ts';
import styles from './palette.module.css';

/** What was found, by kind of search. The cursor stays in the field: an option is chosen, never focused. */
export function EntryList({
  id,
  groups,
  chosen,
  onOpen,
}: {
  readonly id: string;
  readonly groups: readonly EntryGroup[];
  readonly chosen: number;
  readonly onOpen: (entry: Entry) => void;
}) {
  const t = useTranslations('palette');
  const numbered = numberedGroups(groups);
  return (
    <div id={id} role="listbox" aria-label={t('title')} tabIndex={-1} className={styles.list}>
      {numbered.map(({ key, entries }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, which no element is
        <div key={key} role="group" aria-labelledby={`${id}-${key}`}>
          <div id={`${id}-${key}`} className={styles.group}>
            {t(key)}
          </div>
          {entries.map(({ entry, number }) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
            <div
              key={entry.key}
              id={`${id}-${number}`}
              ref={number === chosen ? scrollIntoView : undefined}
              role="option"
              aria-selected={number === chosen}
              className={styles.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onOpen(entry)}
            >
              <span className={styles.name}>
                {entry.icon} {entry.name}
              </span>
              <span className={styles.kind}>{entry.kind}</span>
              {entry.detail !== '' && <span className={styles.detail}>{entry.detail}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function numberedGroups(groups: readonly EntryGroup[]) {
  let next = 0;
  return groups.map(({ key, entries }) => {
    const first = next;
    next += entries.length;
    return { key, entries: entries.map((entry, at) => ({ entry, number: first + at })) };
  });
}

function scrollIntoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
