'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalculatorTarget } from '../calculator-address.ts';
import { apiAddress } from '../calculator-address.ts';
import type { ExampleAnswer, ExampleRequest } from '../model/example-wire.ts';
import { postJson } from '../post-json.ts';

/** The text that would be added for `request`, and the way to add it. */
export function useSaveExample(target: CalculatorTarget, request: ExampleRequest) {
  const address = apiAddress(target, '/example');
  const [saved, setSaved] = useState<ExampleAnswer>();
  const preview = useQuery({
    queryKey: ['example', address, request],
    queryFn: async ({ signal }) => {
      const answer = await postJson<ExampleAnswer>(address, request, signal);
      // Somebody saved at this very moment: what is stored then is asked for anew.
      if (answer.kind === 'conflict') throw new Error('conflict');
      return answer;
    },
    retry: 3,
    enabled: request.name !== '',
    placeholderData: (previous) => previous,
    staleTime: 0,
    gcTime: 0,
  });
  const save = useMutation({
    mutationFn: (revision: string) =>
      postJson<ExampleAnswer>(address, { ...request, revision } satisfies ExampleRequest),
    onSuccess: (answer) => {
      setSaved(answer);
      if (answer.kind === 'conflict') void preview.refetch();
    },
  });
  return { preview, save, saved };
}
