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
    queryFn: ({ signal }) => postJson<ExampleAnswer>(address, request, signal),
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
