import { useTranslations } from 'next-intl';
import { FileButtons } from '../../shell/file-buttons.tsx';
import { SimulationFailed } from '../simulation-failed.tsx';

const formats = ['docx', 'html', 'csv', 'json'] as const;

/** The result as files. */
export function RunDownloads({ run }: { readonly run: string }) {
  const t = useTranslations('simulate');
  return (
    <FileButtons
      formats={formats}
      labelOf={(format) => t(`download.${format}`)}
      addressOf={(format) => `/api/simulate/jobs/${run}/document?format=${format}`}
      failure={(error, again) => (
        <SimulationFailed title={t('downloadFailed')} error={error} retry={again} />
      )}
    />
  );
}
