import type { LocalText, TextLanguage } from '@tiaoli/base';
import type { NotSettled, ScenarioIdentity, SimulationResult } from '@tiaoli/simulation';
import type { Fact, Figure, Section } from '../report.ts';
import { countCell, countColumn, noCell, textCell, textColumn } from '../table/cells.ts';
import { printFloat, printPeople } from '../text/amounts.ts';
import type { Say } from '../text/words.ts';
import { listText, memberText, sayIn } from '../text/words.ts';

/** How the figures were made, and what they leave out. */
export function methodSection(result: SimulationResult, language: TextLanguage): Section {
  const say = sayIn(language);
  const { options } = result.identity;
  const lines: readonly LocalText[] = [
    {
      zh: '同一批人、同一批结算，按时间先后逐笔在各版规则下结算；差额是同一个人在两版之下的差。',
      en: 'The same people and claims are settled one after the other under each version; a change is that of the same person.',
    },
    {
      zh: '金额以分为单位精确计算；表中的金额四舍五入到所标单位的两位小数，文件（JSON、CSV、Parquet）里是精确的数。',
      en: 'Amounts are exact to the fen; tables round them to two decimals of their unit, files (JSON, CSV, Parquet) keep them exact.',
    },
    ...(result.population.isSynthetic ? [calibrationText] : []),
    ...(options.replicates > 0 ? [errorText(options.replicates)] : []),
    {
      zh: `样本中不足 ${options.leastPersons} 人的组不显示，并隐去能由合计推出它的另一组。`,
      en: `Groups of fewer than ${options.leastPersons} people in the sample are not shown, nor another one from which they could be worked out.`,
    },
    {
      zh: '没有估计人和医院对政策的反应：就医次数和费用在各版之下相同。',
      en: 'How people and hospitals respond is not modelled: visits and costs are the same under each version.',
    },
  ];
  return {
    id: 'method',
    title: say({ zh: '数据与方法', en: 'Data and method' }),
    lines: lines.map(say),
    figures: result.notSettled.length === 0 ? [] : [notSettledFigure(result, language)],
  };
}

const calibrationText: LocalText = {
  zh: '合成人群校准到全国公布的数；基金、大病、救助的目标按参照规则（simulation-reference，含示例取值）测得，分市、分类的结构是示例。',
  en: 'The synthetic population meets published national figures; those of funds, critical illness and assistance were measured under reference rules (simulation-reference, with illustrative values); cities and categories are illustrative.',
};

function errorText(replicates: number): LocalText {
  return {
    zh: `± 是 95% 区间的一半，由 ${replicates} 组重复权重得出，是抽样误差，不含规则和数据本身的误差。`,
    en: `± is half of the 95% interval, from ${replicates} replicate weights: the error of sampling, not that of rules or data.`,
  };
}

const kinds: Readonly<Record<NotSettled['kind'], LocalText>> = {
  outside: { zh: '不在测算范围（别的险种或地区）', en: 'outside: another scheme or city' },
  'not-covered': { zh: '规则不管这类结算', en: 'the rules know no such claim' },
  refused: { zh: '不合规则的约束，没有结算', en: 'refused: beyond the bounds of the rules' },
};

function notSettledFigure(result: SimulationResult, language: TextLanguage): Figure {
  const say = sayIn(language);
  return {
    table: {
      id: 'not-settled',
      caption: say({ zh: '没有按这些规则结算的', en: 'Claims that the rules do not settle' }),
      columns: [
        textColumn('version', say({ zh: '版本', en: 'version' })),
        textColumn('kind', say({ zh: '种类', en: 'kind' })),
        textColumn('reason', say({ zh: '原因', en: 'reason' })),
        countColumn('claims', say({ zh: '结算', en: 'claims' })),
      ],
      rows: result.notSettled.map(({ scenario, kind, reason, claims }) => [
        textCell(scenarioName(scenario, result, say)),
        textCell(say(kinds[kind])),
        reason === '' ? noCell() : textCell(reason),
        countCell(claims),
      ]),
      notes: [],
      bars: 'claims',
    },
  };
}

/** `现行`, `草案`, `草案 2`; `all` stands for each of them. */
export function scenarioName(key: string, { reforms }: SimulationResult, say: Say): string {
  if (key === 'all') return say({ zh: '各版', en: 'each version' });
  const at = reforms.findIndex(({ scenario }) => scenario.key === key);
  if (at < 0) return say({ zh: '现行', en: 'baseline' });
  const number = reforms.length > 1 ? ` ${at + 1}` : '';
  return say({ zh: `草案${number}`, en: `reform${number}` });
}

/** What was run on whom. */
export function identityFacts(result: SimulationResult, language: TextLanguage): readonly Fact[] {
  const say = sayIn(language);
  const { population, baseline, reforms, identity } = result;
  const scenarios = [baseline, ...reforms.map(({ scenario }) => scenario)];
  return [
    { name: say({ zh: '人群', en: 'Population' }), text: say(populationText(result)) },
    { name: say({ zh: '范围', en: 'Whose claims' }), text: coverageText(result, language) },
    ...scenarios.map((scenario) => ({
      name: scenarioName(scenario.key, result, say),
      text: say(scenarioText(scenario)),
    })),
    { name: say({ zh: '人群标识', en: 'Population id' }), text: population.root },
    { name: say({ zh: '运行标识', en: 'Run id' }), text: identity.id },
  ];
}

/** `职工医保，全部统筹地区`. */
function coverageText({ identity }: SimulationResult, language: TextLanguage): string {
  const say = sayIn(language);
  const { scheme, city } = identity.options;
  const everyScheme = say({ zh: '职工和居民医保', en: 'employees and residents' });
  const everyCity = say({ zh: '全部统筹地区', en: 'all cities' });
  const parts = [
    scheme === 'all' ? everyScheme : memberText(scheme, language),
    city === 'all' ? everyCity : city,
  ];
  return listText(parts, language);
}

function populationText({ population }: SimulationResult): LocalText {
  const { year, persons, claims, weighted, isSynthetic, preset, province, seed } = population;
  const [people, count] = [persons, claims].map((each) => printFloat(each, { digits: 0 }));
  const of = printPeople(weighted);
  const kind = isSynthetic
    ? {
        zh: `合成数据（${province}，${preset}，种子 ${seed}），`,
        en: `synthetic (${province}, ${preset}, seed ${seed}), `,
      }
    : { zh: '', en: '' };
  return {
    zh: `${kind.zh}${year} 年，${people} 人、${count} 笔结算，代表 ${of} 人`,
    en: `${kind.en}${year}: ${people} people, ${count} claims, standing for ${of} people`,
  };
}

function scenarioText({ title, version, on }: ScenarioIdentity): LocalText {
  return {
    zh: `${title}（${version}，按 ${on} 有效的规定）`,
    en: `${title} (${version}, as in force on ${on})`,
  };
}

/** What must be said before any figure. */
export function warningTexts(result: SimulationResult, language: TextLanguage): readonly string[] {
  const say = sayIn(language);
  const { population, baseline, reforms } = result;
  const names = [baseline, ...reforms.map(({ scenario }) => scenario)].flatMap(
    ({ illustrative }) => illustrative,
  );
  const listed = listText([...new Set(names)], language);
  return [
    ...(population.isSynthetic ? [say(syntheticText)] : []),
    ...result.assumptions.map(say),
    ...(names.length === 0
      ? []
      : [
          say({
            zh: `示例：用到自拟的 ${listed}，依赖它们的结果不是政策。`,
            en: `Illustrative: ${listed} are invented; what rests on them is no policy.`,
          }),
        ]),
  ];
}

const syntheticText = {
  zh: '合成数据：这些人和结算都是按公布的全国数字生成的，不是真实数据；结果只说明方法和大致的方向，不能当作证据。',
  en: 'Synthetic data: these people and claims were generated to meet published national figures. They are not real; results show the method and a rough direction and are no evidence.',
};
