import { Skeleton } from 'antd';
import { ComparisonFailed } from '../comparison-failed.tsx';
import { SettledCase } from './settled-case.tsx';
import { SlicePanel } from './slice-panel.tsx';
import type { CasePlace, SequencePlace } from './use-case.ts';
import { useCase } from './use-case.ts';

/** A case settled on both sides, step by step, and how its result goes with one fact of it. */
export function CasePanel(place: CasePlace) {
  const { data } = useCase(place);
  return (
    <>
      <Settled place={place} />
      {data?.isNumber && <SlicePanel place={place} />}
    </>
  );
}

/** Claims one after the other, each settled on both sides, step by step. */
export function SequencePanel(place: SequencePlace) {
  return <Settled place={place} />;
}

function Settled({ place }: { readonly place: CasePlace | SequencePlace }) {
  const { data, error, refetch } = useCase(place);
  if (error) return <ComparisonFailed part error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 6 }} />;
  return <SettledCase answer={data} />;
}
