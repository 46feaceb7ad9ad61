import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { allDocuments } from '../documents/choose-documents.ts';
import type { DocumentsAnswer, ListedDocument } from '../documents/documents-answer.ts';
import styles from './compare.module.css';
import type { NamedParts } from './model/side-choices.ts';
import { partsOf, placeChoices, referenceOf } from './model/side-choices.ts';

/** One side: a document, and the version or the day of it that is meant. */
export function SideChoice({
  name,
  reference,
  documents,
  onChange,
}: {
  readonly name: string;
  readonly reference: string | undefined;
  readonly documents: DocumentsAnswer | undefined;
  readonly onChange: (reference: string) => void;
}) {
  const t = useTranslations('compare');
  const id = useId();
  const parts = reference === undefined ? undefined : partsOf(reference);
  const found = documents && parts && findDocument(documents, parts.id);
  const choose = (next: NamedParts): void => onChange(referenceOf(next));
  return (
    <fieldset className={styles.side}>
      <legend>{name}</legend>
      <label htmlFor={id} className={styles.hidden}>
        {t('documentOf', { side: name })}
      </label>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        className={styles.document ?? ''}
        popupMatchSelectWidth={false}
        placeholder={t('chooseDocument')}
        loading={!documents}
        {...(parts && { value: parts.id })}
        options={documents ? documentOptions(documents, t('samples')) : []}
        onChange={(next) => choose(newest(documents, next))}
      />
      {parts && <VersionChoice side={name} parts={parts} document={found} onChange={choose} />}
    </fieldset>
  );
}

const ALL = '';

function VersionChoice({
  side,
  parts: { id, version },
  document,
  onChange,
}: {
  readonly side: string;
  readonly parts: NamedParts;
  readonly document: ListedDocument | undefined;
  readonly onChange: (parts: NamedParts) => void;
}) {
  const t = useTranslations('compare');
  const listed = (document?.versions ?? []).map(({ from, to }) => ({
    value: from,
    label: to === undefined ? t('since', { from }) : t('period', { from, to }),
  }));
  const isListed = version === undefined || listed.some(({ value }) => value === version);
  const other = isListed ? [] : [{ value: version, label: t('onDay', { day: version }) }];
  const day = dayjs(version ?? null);
  return (
    <div className={styles.version}>
      <Select
        aria-label={t('versionOf', { side })}
        popupMatchSelectWidth={false}
        value={version ?? ALL}
        options={[{ value: ALL, label: t('allVersions') }, ...listed, ...other]}
        onChange={(next) => onChange(next === ALL ? { id } : { id, version: next })}
      />
      <DatePicker
        aria-label={t('dayOf', { side })}
        allowClear={false}
        placeholder={t('anyDay')}
        value={day.isValid() ? day : null}
        onChange={(next) => next && onChange({ id, version: next.format('YYYY-MM-DD') })}
      />
    </div>
  );
}

function findDocument(
  { nation, samples }: DocumentsAnswer,
  id: string,
): ListedDocument | undefined {
  return [nation, samples].flatMap(allDocuments).find((each) => each.id === id);
}

function newest(documents: DocumentsAnswer | undefined, id: string): NamedParts {
  const version = documents && findDocument(documents, id)?.versions.at(-1)?.from;
  return version === undefined ? { id } : { id, version };
}

function documentOptions(documents: DocumentsAnswer, nameOfSamples: string) {
  return placeChoices(documents, nameOfSamples).map(({ place, documents: listed }) => ({
    label: place,
    options: listed.map(({ id, title }) => ({ value: id, label: `${title}　${id}` })),
  }));
}
