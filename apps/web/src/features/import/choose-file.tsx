import { InboxOutlined } from '@ant-design/icons';
import { useTranslations } from 'next-intl';
import type { DragEvent } from 'react';
import { useId, useState } from 'react';
import styles from './import.module.css';

/** A file is chosen with the button, by keyboard too, or dropped here. */
export function ChooseFile({ onFile }: { readonly onFile: (file: File) => void }) {
  const t = useTranslations('import');
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: whoever cannot drop a file has the button in it
    <div
      className={isOver ? styles.over : styles.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <InboxOutlined aria-hidden className={styles.icon} />
      <label htmlFor={id} className={styles.choose}>
        {t('choose')}
        <input
          id={id}
          type="file"
          className={styles.input}
          accept=".docx,.docm,.html,.htm,.txt"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // The same file, mended, may be chosen again.
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
      </label>
      <p className={styles.quiet}>{t('dropHint')}</p>
    </div>
  );
}
