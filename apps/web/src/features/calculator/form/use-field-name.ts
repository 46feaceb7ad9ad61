'use client';

import { useLocale } from 'next-intl';
import type { FieldOption, FormField } from '../model/calculator-form.ts';

/** The name of a field in the reader's language: its 别名 in English, where it has one. */
export function useFieldName({ name, alias }: Pick<FormField, 'name' | 'alias'>): string {
  return useLocale() === 'en' && alias ? `${name} (${alias})` : name;
}

/** The names of options, as those of fields. */
export function useOptionName(): (option: FieldOption) => string {
  const english = useLocale() === 'en';
  return ({ name, alias }) => (english && alias ? `${name} (${alias})` : name);
}
