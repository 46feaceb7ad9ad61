import { Input } from 'antd';
import { useId } from 'react';
import styles from './sign-in.module.css';

/** A line to fill in, with its label; what is typed can be filled in by the browser or a keeper of passwords. */
export function TextField({
  label,
  value,
  onChange,
  kind = 'text',
  autoComplete,
  autoFocus = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly kind?: 'text' | 'password';
  readonly autoComplete: string;
  readonly autoFocus?: boolean;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type={kind}
        value={value}
        autoComplete={autoComplete}
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
