'use client';

import { Checkbox, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { DateInput } from './date-input.tsx';
import type { FieldInputProps } from './field-input-props.ts';
import styles from './form.module.css';
import { TypedInput } from './typed-input.tsx';
import { useDefaultText } from './use-default-text.ts';
import { useOptionName } from './use-field-name.ts';

/** Where a field is answered, by its type; a field that may be 无 can be answered so. */
export function FieldInput(props: FieldInputProps) {
  const t = useTranslations('calculator');
  const { field, answer, onAnswer } = props;
  if (!field.optional) return <InputOfType {...props} />;
  return (
    <span className={styles.optional}>
      {answer !== null && <InputOfType {...props} />}
      <Checkbox
        checked={answer === null}
        onChange={({ target }) => onAnswer(target.checked ? null : undefined)}
      >
        {t('none')}
      </Checkbox>
    </span>
  );
}

function InputOfType(props: FieldInputProps) {
  switch (props.field.type) {
    case 'member':
    case 'boolean':
      return <ChoiceInput {...props} />;
    case 'set':
      return <SetInput {...props} />;
    case 'date':
      return <DateInput {...props} />;
    default:
      return <TypedInput {...props} />;
  }
}

function ChoiceInput({
  id,
  field,
  answer,
  invalid,
  describedBy,
  onAnswer,
  computed,
}: FieldInputProps) {
  const t = useTranslations('calculator');
  const nameOf = useOptionName();
  const yesNo = [
    { value: 'true', label: t('yes') },
    { value: 'false', label: t('no') },
  ];
  const options =
    field.type === 'boolean'
      ? yesNo
      : (field.options ?? []).map((option) => ({ value: option.value, label: nameOf(option) }));
  return (
    <Select
      id={id}
      className={styles.input ?? ''}
      options={options}
      value={typeof answer === 'string' && answer !== '' ? answer : undefined}
      placeholder={useDefaultText(field, computed) ?? t('choose')}
      status={invalid ? 'error' : ''}
      aria-describedby={describedBy}
      allowClear={answer !== undefined}
      showSearch={options.length > 8}
      onChange={(value: string | undefined) => onAnswer(value)}
    />
  );
}

/** Boxes to tick; one that would be too many can still be ticked, and is then told about. */
function SetInput({ id, field, answer, describedBy, onAnswer, computed }: FieldInputProps) {
  const nameOf = useOptionName();
  const byDefault = useDefaultText(field, computed);
  const chosen = Array.isArray(answer) ? [...answer] : [];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a second label
    <div
      id={id}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      className={styles.set}
    >
      <Checkbox.Group
        options={(field.options ?? []).map((option) => ({
          value: option.value,
          label: nameOf(option),
        }))}
        value={chosen}
        onChange={(members) => onAnswer(members.length > 0 ? members.map(String) : undefined)}
      />
      {chosen.length === 0 && byDefault && <span className={styles.hint}>{byDefault}</span>}
    </div>
  );
}
