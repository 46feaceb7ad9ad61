import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from '../compare.module.css';
import { ComparisonFailed } from '../comparison-failed.tsx';
import { downloadFile } from './download-file.ts';

const formats = ['docx', 'html'] as const;

/** The comparison as a file; where it cannot be made the page says why. */
export function Downloads({ job }: { readonly job: string }) {
  const t = useTranslations('compare');
  const [failed, setFailed] = useState<{ readonly error: Error; readonly again: () => void }>();
  const [making, setMaking] = useState<string>();
  const download = async (format: (typeof formats)[number]): Promise<void> => {
    setFailed(undefined);
    setMaking(format);
    try {
      await downloadFile(`/api/compare/jobs/${job}/document?format=${format}`);
    } catch (error) {
      const again = () => void download(format);
      setFailed({ error: error instanceof Error ? error : new Error(String(error)), again });
    } finally {
      setMaking(undefined);
    }
  };
  return (
    <>
      <p className={styles.downloads}>
        {formats.map((format) => (
          <Button
            key={format}
            loading={making === format}
            disabled={making !== undefined && making !== format}
            onClick={() => void download(format)}
          >
            {t(`download.${format}`)}
          </Button>
        ))}
      </p>
      {failed && <ComparisonFailed part error={failed.error} retry={failed.again} />}
    </>
  );
}
