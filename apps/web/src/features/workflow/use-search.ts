import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/** What the address asks for, and how to ask for something else: a link shows the same. */
export function useSearch(): {
  readonly asked: (name: string) => string | undefined;
  readonly ask: (changes: Readonly<Record<string, string | undefined>>) => void;
} {
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const asked = useCallback((name: string) => search.get(name) || undefined, [search]);
  const ask = useCallback(
    (changes: Readonly<Record<string, string | undefined>>) => {
      const next = new URLSearchParams(search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined) next.delete(name);
        else next.set(name, value);
      }
      router.replace(next.size > 0 ? `${path}?${next}` : path, { scroll: false });
    },
    [router, path, search],
  );
  return { asked, ask };
}
