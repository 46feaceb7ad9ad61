import type { SimulationResult } from '@tiaoli/simulation';
import { Skeleton } from 'antd';
import { useMemo } from 'react';
import { ImpactResult } from '../simulate/result/impact-result.tsx';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { useRead } from '../workflow/use-api.ts';

/** What came of a run of the store. */
export function ShownRun({ run }: { readonly run: string }) {
  const path = `/runs/${encodeURIComponent(run)}/result`;
  const { data, error, refetch } = useRead<SimulationResult>(path);
  const result = useMemo(() => data && withoutPeople(data), [data]);
  if (error && !data) return <ReadFailed error={error} retry={() => void refetch()} />;
  if (!result) return <Skeleton active paragraph={{ rows: 14 }} />;
  const files = `/api/simulate/runs/${encodeURIComponent(run)}/document`;
  return <ImpactResult run={run} result={result} files={files} />;
}

/** Single people are opened by settling their year under both texts, which the folder's page alone can do. */
function withoutPeople(result: SimulationResult): SimulationResult {
  return { ...result, reforms: result.reforms.map((reform) => ({ ...reform, cases: [] })) };
}
