import type { ReactNode } from 'react';
import styles from './workflow.module.css';

/** A wide table; on a narrow screen it scrolls by itself, with the keyboard too. */
export function TableRegion({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.table} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
