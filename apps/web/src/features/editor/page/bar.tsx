import type { ReactNode } from 'react';
import styles from './bars.module.css';

export type BarKind = 'info' | 'warn' | 'bad';

/** One thing that the reader is to know or decide, with what can be done about it. */
export function Bar({
  kind,
  name,
  text,
  children,
}: {
  readonly kind: BarKind;
  /** For tests. */
  readonly name: string;
  readonly text: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div
      className={styles.bar}
      data-kind={kind}
      data-testid={`bar-${name}`}
      role={kind === 'bad' ? 'alert' : 'status'}
    >
      <div className={styles.text}>{text}</div>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
