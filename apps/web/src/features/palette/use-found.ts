import type { UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { editorHref } from '../documents/editor-href.ts';
import { askServer } from '../shell/ask-server.ts';
import { documentHref } from '../versions/versions-address.ts';
import type { Entry, EntryGroup } from './entry.ts';
import type {
  CodesAnswer,
  FoundCode,
  FoundStored,
  NamesAnswer,
  StoredAnswer,
} from './palette-answers.ts';

/** What the server found for the words. */
export interface Found {
  readonly groups: readonly EntryGroup[];
  /** All things with such names, also those that are not listed. */
  readonly count: number;
  readonly isSearching: boolean;
  /** Of the searches that failed the first reason. */
  readonly error: Error | undefined;
  readonly again: () => void;
}

/** Three searches of their own: a catalogue that is read for the first time keeps no name waiting. */
export function useFound(words: string, hasStore: boolean): Found {
  const names = useAnswer<NamesAnswer>('', words);
  const codes = useAnswer<CodesAnswer>('/codes', words);
  const stored = useAnswer<StoredAnswer>('/stored', words, hasStore);
  const nameEntry = useNameEntry();
  const storedEntry = useStoredEntry();
  const all = [names, codes, stored];
  const isAsked = words !== '';
  return {
    groups: isAsked
      ? [
          { key: 'stored', entries: (stored.data?.stored ?? []).map(storedEntry) },
          { key: 'named', entries: (names.data?.things ?? []).map(nameEntry) },
          { key: 'codes', entries: (codes.data?.codes ?? []).map(codeEntry) },
        ]
      : [],
    count: isAsked ? (names.data?.count ?? 0) : 0,
    isSearching: isAsked && all.some(({ isFetching }) => isFetching),
    error: all.flatMap(({ error }) => error ?? [])[0],
    again: () => {
      for (const { error, refetch } of all) if (error) void refetch();
    },
  };
}

function useAnswer<Answer>(
  part: string,
  words: string,
  enabled = true,
): UseQueryResult<Answer, Error> {
  return useQuery({
    queryKey: ['names', part, words],
    queryFn: ({ signal }) =>
      askServer<Answer>(`/api/names${part}?${new URLSearchParams({ words })}`, { signal }),
    placeholderData: keepPreviousData,
    enabled: enabled && words !== '',
  });
}

function useNameEntry(): (thing: NamesAnswer['things'][number]) => Entry {
  const t = useTranslations('palette');
  return ({ kind, name, document, place, path, line, quote }) => ({
    key: `${kind} ${path ?? place ?? ''}:${line ?? 0} ${name}`,
    kind: t(`kinds.${kind}`),
    name: kind === 'version' ? `${document ?? ''} ${t('on', { from: name })}` : name,
    detail: [
      kind === 'document' || kind === 'version' ? path : document,
      place === name ? undefined : place,
      quote,
    ]
      .filter(Boolean)
      .join(' · '),
    goal: path === undefined ? placeHref(place ?? name) : editorHref(path, line),
  });
}

/** The documents of a place and of all below it. */
function placeHref(place: string): string {
  return `/documents?${new URLSearchParams({ place: place.split(' / ').join('/') })}`;
}

function useStoredEntry(): (stored: FoundStored) => Entry {
  const t = useTranslations('palette');
  return ({ kind, id, title, code, from }) => ({
    key: `${kind} ${id}`,
    kind: t(`kinds.${kind}`),
    name: title,
    detail: [code, from === undefined ? undefined : t('on', { from })].filter(Boolean).join(' · '),
    goal: kind === 'published' ? documentHref(id) : `/${kind}s/${encodeURIComponent(id)}`,
  });
}

function codeEntry({ catalogue, catalogueName, document, keys, cells }: FoundCode): Entry {
  const [key = ''] = keys;
  return {
    key: `${catalogue} ${keys.join(' ')}`,
    kind: catalogueName,
    name: keys.join(' '),
    detail: [...cells, document].join(' · '),
    goal: `/catalogues?${new URLSearchParams({ catalogue, words: key })}`,
  };
}
