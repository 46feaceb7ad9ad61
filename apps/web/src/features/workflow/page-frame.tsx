import type { ReactNode } from 'react';
import styles from './workflow.module.css';

/** A page of the workflow: what it is, what it is for, and what can be done at once. */
export function PageFrame({
  title,
  intro,
  actions,
  children,
}: {
  readonly title: ReactNode;
  readonly intro: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.heading}>
          <h1>{title}</h1>
          <p className={styles.quiet}>{intro}</p>
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
