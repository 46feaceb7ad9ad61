import { Input } from 'antd';
import { useId, useState } from 'react';
import styles from '../simulate.module.css';

/** A short text with its name, taken when its writer goes on. */
export function WrittenField({
  label,
  value,
  suffix,
  placeholder,
  onWrite,
}: {
  readonly label: string;
  readonly value: string;
  readonly suffix?: string;
  readonly placeholder?: string;
  readonly onWrite: (text: string) => void;
}) {
  const id = useId();
  const [written, setWritten] = useState({ of: value, text: value });
  const text = written.of === value ? written.text : value;
  const take = (): void => {
    if (text.trim() !== value) onWrite(text.trim());
  };
  return (
    <span className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={text}
        className={styles.short ?? ''}
        {...(suffix !== undefined && { suffix })}
        {...(placeholder !== undefined && { placeholder })}
        onChange={({ target }) => setWritten({ of: value, text: target.value })}
        onBlur={take}
        onPressEnter={take}
      />
    </span>
  );
}
