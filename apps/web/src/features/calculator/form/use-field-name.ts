'use client';

import { useLocale } from 'next-intl';
import type { FormField, FormOption } from '../model/calculator-form.ts';

/** The name of a field in the reader's language: its 别名 in English, where it has one. */
export function useFieldName({ name, alias }: Pick<FormField, 'name' | 'alias'>): string {
  return useLocale() === 'en' && alias ? `${name} (${alias})` : name;
}

/** The names of options, as those of fields. */
export function useOptionName(): (option: FormOption) => string {
  const language = useLocale() === 'en' ? 'en' : 'zh';
  return ({ value, label }) =>
    language === 'en' && label.en !== value ? `${value} (${label.en})` : label.zh;
}
