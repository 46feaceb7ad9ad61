import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { downloadFile } from './download-file.ts';
import styles from './file-buttons.module.css';

/** A button for each kind of file, one made at a time; where one cannot be made the page says why. */
export function FileButtons<Format extends string>({
  formats,
  labelOf,
  addressOf,
  failure,
}: {
  readonly formats: readonly Format[];
  readonly labelOf: (format: Format) => string;
  readonly addressOf: (format: Format) => string;
  readonly failure: (error: Error, again: () => void) => ReactNode;
}) {
  const [failed, setFailed] = useState<{ readonly error: Error; readonly again: () => void }>();
  const [making, setMaking] = useState<string>();
  const download = async (format: Format): Promise<void> => {
    setFailed(undefined);
    setMaking(format);
    try {
      await downloadFile(addressOf(format));
    } catch (error) {
      const again = () => void download(format);
      setFailed({ error: error instanceof Error ? error : new Error(String(error)), again });
    } finally {
      setMaking(undefined);
    }
  };
  return (
    <>
      <p className={styles.files}>
        {formats.map((format) => (
          <Button
            key={format}
            loading={making === format}
            disabled={making !== undefined && making !== format}
            onClick={() => void download(format)}
          >
            {labelOf(format)}
          </Button>
        ))}
      </p>
      {failed && failure(failed.error, failed.again)}
    </>
  );
}
