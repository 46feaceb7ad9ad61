import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** A page that has nothing to show says why, and what to do. */
export function Notice({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <section className={styles.notice} role="status">
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </section>
  );
}
