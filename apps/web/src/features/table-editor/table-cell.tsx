import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import styles from './table-editor.module.css';

/** After the last key: the text follows the cell while one types. */
const TYPING_MS = 200;

/** One cell as a field. What is typed goes into the text while one types; Escape takes it back, Enter goes to the next row. */
export function TableCell({
  label,
  text,
  isWrong,
  describedBy,
  isReadOnly,
  onText,
  onMove,
}: {
  readonly label: string;
  readonly text: string;
  readonly isWrong: boolean;
  readonly describedBy: string | undefined;
  readonly isReadOnly: boolean;
  /** `isTyping`: more may follow. */
  readonly onText: (text: string, isTyping: boolean) => void;
  readonly onMove: (step: 1 | -1) => void;
}) {
  const [draft, setDraft] = useState<string>();
  const before = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isComposing = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (value: string): void => {
    setDraft(value);
    clearTimeout(timer.current);
    if (isComposing.current || value.trim() === '') return;
    timer.current = setTimeout(() => onText(value, true), TYPING_MS);
  };
  const leave = (): void => {
    clearTimeout(timer.current);
    if (draft !== undefined && draft.trim() !== text) onText(draft, false);
    setDraft(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === 'ArrowDown') onMove(1);
    else if (event.key === 'ArrowUp') onMove(-1);
    else if (event.key === 'Escape') {
      clearTimeout(timer.current);
      setDraft(undefined);
      if (text !== before.current) onText(before.current, false);
    } else return;
    event.preventDefault();
  };
  return (
    <input
      className={styles.cell}
      aria-label={label}
      aria-invalid={isWrong}
      aria-describedby={describedBy}
      title={text}
      readOnly={isReadOnly}
      value={draft ?? text}
      onFocus={() => {
        before.current = text;
      }}
      onChange={(event) => type(event.target.value)}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={(event) => {
        isComposing.current = false;
        type(event.currentTarget.value);
      }}
      onBlur={leave}
      onKeyDown={onKeyDown}
    />
  );
}
