import { useQuery } from '@tanstack/react-query';
import { fetchServer } from '../../shell/ask-server.ts';
import { apiRoot } from '../../workflow/use-api.ts';

/** The text of the version that a round changes; empty for the first of a document, undefined until it is known. */
export function useBaseText(versionId: string | undefined): string | undefined {
  const { data } = useQuery({
    queryKey: ['api', 'versions', versionId, 'source'],
    queryFn: async ({ signal }) =>
      (await fetchServer(`${apiRoot}/versions/${versionId}/source`, { signal })).text(),
    enabled: versionId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return versionId === undefined ? '' : data;
}
