import { useTranslations } from 'next-intl';
import { FileButtons } from '../../shell/file-buttons.tsx';
import { ComparisonFailed } from '../comparison-failed.tsx';

const formats = ['docx', 'html'] as const;

/** The comparison as a file. */
export function Downloads({ job }: { readonly job: string }) {
  const t = useTranslations('compare');
  return (
    <FileButtons
      formats={formats}
      labelOf={(format) => t(`download.${format}`)}
      addressOf={(format) => `/api/compare/jobs/${job}/document?format=${format}`}
      failure={(error, again) => <ComparisonFailed part error={error} retry={again} />}
    />
  );
}
