import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useLocale } from 'next-intl';
import { SettledCase } from '../../compare/behaviour/settled-case.tsx';
import type { CaseAnswer } from '../../compare/behaviour-answers.ts';
import { askServer } from '../../shell/ask-server.ts';
import { SimulationFailed } from '../simulation-failed.tsx';

/** The year of one person, claim by claim under both versions. */
export function PersonPanel({ run, place }: { readonly run: string; readonly place: number }) {
  const locale = useLocale();
  const { data, error, refetch } = useQuery({
    queryKey: ['simulate', 'case', run, place, locale],
    queryFn: ({ signal }) =>
      askServer<CaseAnswer>(`/api/simulate/jobs/${run}/case?case=${place}`, { signal }),
  });
  if (error) return <SimulationFailed error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 6 }} />;
  return <SettledCase answer={data} />;
}
