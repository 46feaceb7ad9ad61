'use client';

import { useTranslations } from 'next-intl';
import type { FormField } from '../model/calculator-form.ts';
import type { FieldStateJson } from '../model/settled-json.ts';
import { showValue } from '../model/show-value.ts';

/** `缺省：三级`, or what the formula of the default came to; undefined where nothing holds by itself. */
export function useDefaultText(
  field: FormField,
  computed?: FieldStateJson['value'],
): string | undefined {
  const t = useTranslations('calculator');
  const byDefault = field.default;
  if (!byDefault) return undefined;
  const value = byDefault.value ?? computed;
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return t('default', { value: value ? t('yes') : t('no') });
  const text = Array.isArray(value) ? value.join('、') : showValue(field, String(value));
  return t('default', { value: text });
}
