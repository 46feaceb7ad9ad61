import { useTranslations } from 'next-intl';
import { FileButtons } from '../../shell/file-buttons.tsx';
import { SimulationFailed } from '../simulation-failed.tsx';

const formats = ['docx', 'html', 'csv', 'json'] as const;

/** The result as files, at an address of the server. */
export function RunDownloads({ address }: { readonly address: string }) {
  const t = useTranslations('simulate');
  return (
    <FileButtons
      formats={formats}
      labelOf={(format) => t(`download.${format}`)}
      addressOf={(format) => `${address}?format=${format}`}
      failure={(error, again) => (
        <SimulationFailed title={t('downloadFailed')} error={error} retry={again} />
      )}
    />
  );
}
