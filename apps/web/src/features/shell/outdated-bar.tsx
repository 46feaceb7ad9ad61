import { Button } from 'antd';
import styles from './outdated-bar.module.css';

/** What is shown is no longer the newest: said at the edge of the window, so that nothing moves under the reader's hands. */
export function OutdatedBar({
  text,
  action,
  again,
}: {
  readonly text: string;
  readonly action: string;
  /** Absent where it cannot be made anew now. */
  readonly again: (() => void) | undefined;
}) {
  return (
    <div role="status" className={styles.outdated}>
      <span>{text}</span>
      {again && (
        <Button size="small" onClick={again}>
          {action}
        </Button>
      )}
    </div>
  );
}
