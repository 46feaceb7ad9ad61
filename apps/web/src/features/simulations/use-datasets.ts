import type { Dataset } from '../workflow/answers.ts';
import { useRead } from '../workflow/use-api.ts';

/** Datasets of one's office. */
export function useDatasets() {
  const answer = useRead<{ readonly datasets: readonly Dataset[] }>('/datasets', { every: 15_000 });
  return { ...answer, datasets: answer.data?.datasets ?? [] };
}
