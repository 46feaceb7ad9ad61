import { useMemo } from 'react';
import { useRead } from './use-api.ts';

interface NamesAnswer {
  readonly names: readonly { readonly id: string; readonly name: string }[];
}

/** Names of people by id; whoever is not known goes by the start of the id. */
export function useNames(ids: readonly (string | undefined)[]): (id: string) => string {
  const asked = [...new Set(ids.filter((id) => id !== undefined))].sort();
  const path = `/names?ids=${asked.map(encodeURIComponent).join(',')}`;
  const { data } = useRead<NamesAnswer>(path, { enabled: asked.length > 0 });
  const names = useMemo(() => new Map(data?.names.map(({ id, name }) => [id, name])), [data]);
  return (id) => names.get(id) ?? id.slice(0, 8);
}
