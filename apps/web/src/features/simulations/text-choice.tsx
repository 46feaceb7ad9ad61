import { Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { DraftSummary, Version } from '../workflow/answers.ts';
import { DayField, todayInChina } from '../workflow/day-field.tsx';
import { useRead } from '../workflow/use-api.ts';
import styles from '../workflow/workflow.module.css';

/** A text as it is chosen: a version or a draft, on a day. */
export interface ChosenText {
  /** `version ID`, `draft ID` or `proposal ID`. */
  readonly text?: string;
  /** `YYYY-MM-DD` */
  readonly on?: string;
}

/** As the API takes it; undefined as long as it is not whole. */
export function namedText({ text, on }: ChosenText) {
  const [kind, id] = text?.split(' ') ?? [];
  if (id === undefined || on === undefined) return undefined;
  if (kind === 'draft') return { draftId: id, on };
  return kind === 'proposal' ? { proposalId: id, on } : { versionId: id, on };
}

/** One text of a document, and the day whose rules it is. */
export function TextChoice({
  label,
  documentId,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly documentId: string;
  readonly chosen: ChosenText;
  readonly onChoose: (chosen: ChosenText) => void;
}) {
  const t = useTranslations('simulations');
  const id = useId();
  const { data: history } = useRead<{ readonly versions: readonly Version[] }>(
    `/documents/${encodeURIComponent(documentId)}/versions`,
  );
  const { data: all } = useRead<{ readonly drafts: readonly DraftSummary[] }>('/drafts');
  const versions = (history?.versions ?? []).toReversed();
  const drafts = (all?.drafts ?? []).filter((draft) => draft.documentId === documentId);
  const choose = (text: string): void => {
    const version = versions.find((each) => text === `version ${each.id}`);
    onChoose({ text, on: version?.effectiveFrom ?? chosen.on ?? todayInChina() });
  };
  return (
    <fieldset className={styles.form}>
      <legend>{label}</legend>
      <label htmlFor={id}>{t('text')}</label>
      <Select
        id={id}
        value={chosen.text ?? null}
        popupMatchSelectWidth={false}
        options={[
          ...(chosen.text?.startsWith('proposal ')
            ? [{ value: chosen.text, label: t('proposal') }]
            : []),
          ...drafts.map((draft) => ({
            value: `draft ${draft.id}`,
            label: t('draft', { title: draft.title }),
          })),
          ...versions.map((version) => ({
            value: `version ${version.id}`,
            label: t('version', { number: version.number, from: version.effectiveFrom }),
          })),
        ]}
        onChange={(text) => text !== null && choose(text)}
      />
      <DayField
        isRequired
        label={t('on')}
        day={chosen.on}
        onDay={(on) => onChoose({ ...chosen, ...(on !== undefined && { on }) })}
      />
    </fieldset>
  );
}
