import { Input, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { DocumentOnDay } from '../workflow/answers.ts';

/** Which document in force a draft begins from, and what it is called. */
export function ChangeForm({
  documents,
  chosen,
  title,
  onChosen,
  onTitle,
}: {
  readonly documents: readonly DocumentOnDay[];
  readonly chosen: string | undefined;
  readonly title: string;
  readonly onChosen: (id: string | undefined) => void;
  readonly onTitle: (title: string) => void;
}) {
  const t = useTranslations('drafts');
  const id = useId();
  return (
    <>
      <label htmlFor={`${id}-document`}>{t('document')}</label>
      <Select
        id={`${id}-document`}
        value={chosen ?? null}
        options={documents.map(({ document, version }) => ({
          value: document.id,
          label: version ? document.title : t('noVersion', { title: document.title }),
          disabled: version === undefined,
        }))}
        onChange={(next) => onChosen(next ?? undefined)}
      />
      <label htmlFor={`${id}-title`}>{t('what')}</label>
      <Input
        id={`${id}-title`}
        maxLength={200}
        placeholder={t('whatHint')}
        value={title}
        onChange={(event) => onTitle(event.target.value)}
      />
    </>
  );
}
