import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { localeCookie } from '../../i18n/locale.ts';
import { openPlaces } from '../shell/navigation.tsx';
import { remember } from '../shell/remember.ts';
import { placesFor } from '../shell/store-navigation.tsx';
import { useTheme } from '../shell/theme-context.tsx';
import { useTour } from '../tour/tour-context.tsx';
import { tourCookie } from '../tour/tour-steps.ts';
import type { Person } from '../workflow/answers.ts';
import { useRead } from '../workflow/use-api.ts';
import type { Entry } from './entry.ts';
import { matchesPage } from './model/match-page.ts';
import type { PageWord } from './model/page-names.ts';
import { pageNames } from './model/page-names.ts';

/** The pages that stand open to the reader, and what can be done on each of them, as far as they fit the words. */
export function usePages(words: string, hasStore: boolean): readonly Entry[] {
  const pages = usePageEntries(hasStore);
  const commands = useCommands();
  return [...pages, ...commands]
    .filter(({ word }) => matchesPage(words, pageNames[word]))
    .map(({ entry }) => entry);
}

interface NamedEntry {
  readonly word: PageWord;
  readonly entry: Entry;
}

function usePageEntries(hasStore: boolean): readonly NamedEntry[] {
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const t = useTranslations('palette');
  const { data: me } = useRead<Person>('/me', { every: 60_000, enabled: hasStore });
  const places = hasStore ? placesFor(me) : openPlaces;
  const others = [
    { href: '/import', word: 'import' },
    ...(me ? ([{ href: '/account', word: 'account' }] as const) : []),
    ...(hasStore ? ([{ href: '/api-docs', word: 'apiDocs' }] as const) : []),
  ] as const;
  return [...places, ...others].map(({ href, word, ...more }) => ({
    word,
    entry: {
      ...{ key: href, kind: t('page'), name: pageNames[word][locale], detail: '', goal: href },
      ...('icon' in more && { icon: more.icon }),
    },
  }));
}

function useCommands(): readonly NamedEntry[] {
  const locale = useLocale() === 'en' ? 'en' : 'zh';
  const t = useTranslations('palette');
  const router = useRouter();
  const { choose } = useTheme();
  const { setOpen } = useTour();
  const commands = {
    light: () => choose('light'),
    dark: () => choose('dark'),
    system: () => choose('system'),
    language: () => {
      remember(localeCookie, locale === 'zh' ? 'en' : 'zh');
      router.refresh();
    },
    tour: () => {
      remember(tourCookie, 'begun');
      setOpen(true);
    },
  } as const;
  return (['light', 'dark', 'system', 'language', 'tour'] as const).map((word) => ({
    word,
    entry: {
      ...{ key: word, kind: t('command'), name: t(`commands.${word}`), detail: '' },
      goal: commands[word],
    },
  }));
}
