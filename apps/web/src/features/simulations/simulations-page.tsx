'use client';

import { useTranslations } from 'next-intl';
import { PageFrame } from '../workflow/page-frame.tsx';
import { useSearch } from '../workflow/use-search.ts';
import { AskSimulation } from './ask-simulation.tsx';
import { DatasetList } from './dataset-list.tsx';
import { JobList } from './job-list.tsx';
import type { Makable } from './new-dataset.tsx';
import { RunList } from './run-list.tsx';
import { ShownRun } from './shown-run.tsx';

/** Datasets of one's office, texts that are run over them, and what came of it. */
export function SimulationsPage({ provinces, sizes }: Makable) {
  const t = useTranslations('simulations');
  const { asked, ask } = useSearch();
  const run = asked('run');
  return (
    <PageFrame title={t('title')} intro={t('intro')}>
      <DatasetList provinces={provinces} sizes={sizes} />
      <AskSimulation />
      <JobList onRun={(id) => ask({ run: id })} />
      <RunList shown={run} onShow={(id) => ask({ run: id })} />
      {run !== undefined && <ShownRun key={run} run={run} />}
    </PageFrame>
  );
}
