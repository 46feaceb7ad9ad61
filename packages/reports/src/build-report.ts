import type { TextLanguage } from '@tiaoli/base';
import type { ReformResult, SimulationResult } from '@tiaoli/simulation';
import type { ImpactReport, ReformReport } from './report.ts';
import { burdenSection } from './sections/burden-section.ts';
import { caseSection } from './sections/case-section.ts';
import { changeSection } from './sections/change-section.ts';
import { citySection } from './sections/city-section.ts';
import type { SectionContext } from './sections/context.ts';
import { groupSection } from './sections/group-section.ts';
import { layerSection } from './sections/layer-section.ts';
import {
  identityFacts,
  methodSection,
  scenarioName,
  warningTexts,
} from './sections/method-section.ts';
import { sensitivitySection } from './sections/sensitivity-section.ts';
import { sweepSections } from './sections/sweep-section.ts';
import { unchangedSection } from './sections/unchanged-section.ts';
import { verdictSection } from './sections/verdict-section.ts';
import { watchlistSection } from './sections/watchlist-section.ts';
import { sayIn } from './text/words.ts';

/** What a run says, as sentences, tables and charts: the one source of every print, page and file of a result. */
export function buildReport(result: SimulationResult, language: TextLanguage): ImpactReport {
  const say = sayIn(language);
  const { title } = result.reforms[0]?.scenario ?? result.baseline;
  return {
    language,
    title: say({ zh: `${title}：影响测算`, en: `${title}: impact` }),
    ...(result.population.isSynthetic && {
      watermark: say({ zh: '合成数据', en: 'Synthetic data' }),
    }),
    warnings: warningTexts(result, language),
    identity: identityFacts(result, language),
    reforms: result.reforms.map((reform) => reformReport(result, reform, language)),
    method: methodSection(result, language),
  };
}

function reformReport(
  result: SimulationResult,
  reform: ReformResult,
  language: TextLanguage,
): ReformReport {
  const say = sayIn(language);
  const context: SectionContext = { language, say, result, reform };
  const { key, version } = reform.scenario;
  return {
    scenario: key,
    title: `${scenarioName(key, result, say)} ${version}`,
    sections: [
      verdictSection(context),
      ...unchangedSection(context),
      layerSection(context),
      ...changeSection(context),
      groupSection(context),
      burdenSection(context),
      ...citySection(context),
      ...watchlistSection(context),
      ...sensitivitySection(context),
      ...sweepSections(context),
      ...caseSection(context),
    ],
  };
}
