import type { TextLanguage } from '@tiaoli/base';
import type { Simulating } from '../../../http/simulating.ts';
import type { FoundPopulation } from '../../../jobs/population-folder.ts';
import type { ListedPopulation, PopulationsAnswer } from '../simulate-answers.ts';

export async function populationsAnswer(
  { jobs, populations, makable: { provinces, sizes } }: Simulating,
  language: TextLanguage,
): Promise<PopulationsAnswer> {
  const found = await populations.list();
  return {
    populations: found.map((each) => listed(each, language)),
    ...{ provinces, sizes, making: jobs.making().map(({ id }) => id) },
  };
}

function listed(found: FoundPopulation, language: TextLanguage): ListedPopulation {
  const { name } = found;
  if (found.kind === 'unusable') return { kind: 'unusable', name, reason: found.reason[language] };
  const { year, persons, claims, origin } = found.manifest;
  const common = { kind: 'usable', name, year, persons, claims } as const;
  if (origin.kind !== 'synthetic') return { ...common, isSynthetic: false };
  return { ...common, isSynthetic: true, province: origin.province, preset: origin.preset };
}
