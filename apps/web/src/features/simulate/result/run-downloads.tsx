import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { downloadFile } from '../../compare/behaviour/download-file.ts';
import styles from '../simulate.module.css';
import { SimulationFailed } from '../simulation-failed.tsx';

const formats = ['docx', 'html', 'csv', 'json'] as const;

/** The result as files; where one cannot be made the page says why. */
export function RunDownloads({ run }: { readonly run: string }) {
  const t = useTranslations('simulate');
  const [failed, setFailed] = useState<{ readonly error: Error; readonly again: () => void }>();
  const [making, setMaking] = useState<string>();
  const download = async (format: (typeof formats)[number]): Promise<void> => {
    setFailed(undefined);
    setMaking(format);
    try {
      await downloadFile(`/api/simulate/jobs/${run}/document?format=${format}`);
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
      {failed && (
        <SimulationFailed title={t('downloadFailed')} error={failed.error} retry={failed.again} />
      )}
    </>
  );
}
