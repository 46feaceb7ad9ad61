import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiChange } from './use-api.ts';
import { useSend } from './use-api.ts';

/** Something that is changed on the server: after it, everything that was read is read anew. */
export function useChange<Answer = unknown>() {
  const send = useSend();
  const queries = useQueryClient();
  return useMutation<Answer, Error, ApiChange>({
    mutationFn: (change) => send<Answer>(change),
    onSettled: () => queries.invalidateQueries({ queryKey: ['api'] }),
  });
}
