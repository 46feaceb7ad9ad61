'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { useId, useState } from 'react';
import styles from './result.module.css';

export interface ClaimTab {
  readonly key: string;
  readonly label: string;
  readonly content: ReactNode;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Claims side by side, one shown; those that do not fit stand on the next line. Arrow keys go from one to the next. */
export function ClaimTabs({
  label,
  tabs,
}: {
  readonly label: string;
  readonly tabs: readonly ClaimTab[];
}) {
  const id = useId();
  const [chosen, setChosen] = useState<string>();
  const at = Math.max(
    0,
    tabs.findIndex(({ key }) => key === chosen),
  );
  const shown = tabs[at];
  const move = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const next = step === undefined ? undefined : tabs.at((at + step) % tabs.length);
    if (!next) return;
    event.preventDefault();
    setChosen(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} className={styles.tabs} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            id={`${id}-${tab.key}`}
            type="button"
            role="tab"
            className={styles.tab}
            aria-selected={tab === shown}
            aria-controls={`${id}-panel`}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => setChosen(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown?.key}`}>
        {shown?.content}
      </div>
    </>
  );
}
