import { Input, Radio, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { DocumentOnDay, Place } from '../workflow/answers.ts';
import { DayField } from '../workflow/day-field.tsx';
import styles from '../workflow/workflow.module.css';
import { isCode } from './templates/new-document.ts';
import type { TemplateName } from './templates/templates.ts';
import { templatesFor } from './templates/templates.ts';

/** What a person says of a document that is to be written. */
export interface DocumentPlan {
  readonly placeId?: string;
  readonly template?: TemplateName;
  /** Id of the document above that it rests on. */
  readonly basisId?: string;
  readonly title: string;
  readonly code: string;
  readonly from?: string;
}

/** Whether nothing is missing. */
export function isWhole(plan: DocumentPlan): boolean {
  const { placeId, template, basisId, title, code, from } = plan;
  if (!placeId || !template || !from || title.trim() === '' || !isCode(code)) return false;
  return template !== 'delegated' || basisId !== undefined;
}

/** A document that is not there yet: what it begins as, whose it is, what it is called and from when it is to hold. */
export function NewDocumentForm({
  plan,
  places,
  above,
  onPlan,
}: {
  readonly plan: DocumentPlan;
  /** Where the person drafts. */
  readonly places: readonly Place[];
  /** Documents in force of the places above. */
  readonly above: readonly DocumentOnDay[];
  readonly onPlan: (plan: DocumentPlan) => void;
}) {
  const t = useTranslations('drafts.newDocument');
  const id = useId();
  const place = places.find((each) => each.id === plan.placeId);
  const isWrongCode = plan.code !== '' && !isCode(plan.code);
  return (
    <>
      {places.length > 1 && (
        <>
          <label htmlFor={`${id}-place`}>{t('place')}</label>
          <Select
            id={`${id}-place`}
            value={plan.placeId ?? null}
            options={places.map(({ id: value, name }) => ({ value, label: name }))}
            onChange={(placeId) => onPlan({ ...plan, ...(placeId && { placeId }) })}
          />
        </>
      )}
      <Radio.Group
        className={styles.choices ?? ''}
        aria-label={t('template')}
        vertical
        value={plan.template ?? null}
        options={templatesFor(place?.level ?? 'city').map((value) => ({
          value,
          label: t(`templates.${value}`),
        }))}
        onChange={({ target }) => onPlan({ ...plan, template: target.value })}
      />
      {plan.template === 'delegated' && (
        <>
          <label htmlFor={`${id}-basis`}>{t('basis')}</label>
          <Select
            id={`${id}-basis`}
            value={plan.basisId ?? null}
            options={above.map(({ document }) => ({ value: document.id, label: document.title }))}
            onChange={(basisId) => onPlan({ ...plan, ...(basisId && { basisId }) })}
          />
        </>
      )}
      <label htmlFor={`${id}-title`}>{t('title')}</label>
      <Input
        id={`${id}-title`}
        maxLength={200}
        placeholder={t('titleHint')}
        value={plan.title}
        onChange={(event) => onPlan({ ...plan, title: event.target.value })}
      />
      <label htmlFor={`${id}-code`}>{t('code')}</label>
      <Input
        id={`${id}-code`}
        maxLength={200}
        placeholder="zibo.employee-illness"
        status={isWrongCode ? 'error' : ''}
        aria-describedby={`${id}-code-hint`}
        value={plan.code}
        onChange={(event) => onPlan({ ...plan, code: event.target.value.trim() })}
      />
      <p id={`${id}-code-hint`} className={styles.quiet}>
        {t('codeHint')}
      </p>
      <DayField
        isRequired
        label={t('from')}
        day={plan.from}
        onDay={(from) => from && onPlan({ ...plan, from })}
      />
    </>
  );
}
