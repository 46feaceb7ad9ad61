import { assertNever } from '@tiaoli/base';
import type { ServiceFieldName, ServiceState } from '@tiaoli/workspace';
import { useTranslations } from 'next-intl';

/** The closed list of channels, as the words of the page name them. */
const channelWords: Readonly<Record<string, string>> = {
  窗口: 'counter',
  网上: 'online',
  掌上: 'mobile',
  自助: 'kiosk',
  电话: 'phone',
  邮寄: 'mail',
};

type Words = ReturnType<typeof useTranslations>;

/** How one field of a service reads on one day. */
export function useFieldText(): (field: ServiceFieldName, state: ServiceState) => string {
  const t = useTranslations('services');
  return (field, state) => {
    const said = state[field];
    if (said === undefined) return t('unsaid');
    return 'unseen' in said ? t('unseen') : valueText(t, field, state);
  };
}

/** The names of channels in the language of the page. */
export function useChannelNames(): (channels: readonly string[]) => readonly string[] {
  const t = useTranslations('services');
  return (channels) => channelNames(t, channels);
}

/** Working days of a limit. */
export function useDaysText(): (days: number) => string {
  const t = useTranslations('services');
  return (days) => daysText(t, days);
}

function valueText(t: Words, field: ServiceFieldName, state: ServiceState): string {
  switch (field) {
    case 'workingDays':
      return textOf(state[field], (days) => daysText(t, days));
    case 'materials':
      return textOf(state[field], (count) => t('items', { count }));
    case 'channels':
      return textOf(state[field], (channels) => channelNames(t, channels).join(t('separator')));
    case 'steps':
      return textOf(state[field], (steps) => steps.join(' → '));
    case 'handler':
      return textOf(state[field], (handler) => handler);
    case 'diseases':
      return textOf(state[field], (count) => t('diseaseKinds', { count }));
    case 'filing':
      return textOf(state[field], (filing) => filingText(t, filing));
    default:
      return assertNever(field);
  }
}

function textOf<T>(
  said: { readonly value: T } | { readonly unseen: string } | undefined,
  print: (value: T) => string,
): string {
  return said !== undefined && 'value' in said ? print(said.value) : '';
}

function daysText(t: Words, days: number): string {
  return days === 0 ? t('atOnce') : t('days', { count: days });
}

function channelNames(t: Words, channels: readonly string[]): readonly string[] {
  return channels.map((name) => {
    const word = channelWords[name];
    return word === undefined ? name : t(`channel.${word}`);
  });
}

type Filing = Extract<NonNullable<ServiceState['filing']>, { readonly value: unknown }>['value'];

function filingText(t: Words, { name, months, uses, freeOf }: Filing): string {
  const term =
    months === undefined ? t('filingOpen', { name }) : t('filingMonths', { name, months });
  const often = uses === 'unlimited' ? t('filingUnlimited') : t('filingUses', { count: uses ?? 0 });
  const parts = [
    term,
    ...(uses === undefined ? [] : [often]),
    ...freeOf.map((what) => t('filingFree', { what })),
  ];
  return parts.join(t('separator'));
}
