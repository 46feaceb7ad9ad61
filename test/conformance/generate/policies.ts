import { sum } from '../reference/fraction.ts';
import type {
  LayerModel,
  PeriodName,
  PolicyModel,
  PoolModel,
  RuleModel,
  WaterfallModel,
} from '../reference/model.ts';
import { accumulatorText, drawAccumulators } from './accumulators.ts';
import { drawAmount } from './amounts.ts';
import type { CityText, Composer } from './composer.ts';
import { createComposer, firstDay } from './composer.ts';
import { drawPartition } from './conditions.ts';
import { cityName, provinceName } from './delegations.ts';
import { createDraw } from './draw.ts';
import type { GeneratedHousehold } from './households.ts';
import { drawHousehold } from './households.ts';
import type { GeneratedItems } from './items.ts';
import { drawItems } from './items.ts';
import { drawLayer, itemsIn } from './layers.ts';
import { validityText } from './literals.ts';
import { preludeId } from './prelude.ts';
import { periodText, printLayer } from './print-layer.ts';
import { drawRules } from './rules.ts';
import { constantFact } from './slots.ts';
import { drawStocks, stockText } from './stocks.ts';

/** A generated document: its text, what it means, and what it is made of. */
export interface GeneratedPolicy {
  readonly seed: number;
  readonly model: PolicyModel;
  /** The document, and where it lets lower places decide theirs. */
  readonly texts: readonly string[];
  /** Rows of catalogues, by the name of their file. */
  readonly files: ReadonlyMap<string, string>;
  /** What an item of its own has beside the common facts. */
  readonly drawItem?: GeneratedItems['drawItem'];
  /** The list that 逐个 goes through. */
  readonly drawRecords?: GeneratedHousehold['drawRecords'];
  /** For which place it is bound; its own where no city is concerned. */
  readonly jurisdiction?: string;
  readonly features: ReadonlyMap<string, number>;
  readonly breakpoints: readonly bigint[];
}

const PERIODS: readonly PeriodName[] = ['visit', 'stay', 'day', 'month', 'year'];

/** The document of `seed`, always the same. */
export function generatePolicy(seed: number): GeneratedPolicy {
  const composer = createComposer(createDraw(seed));
  const model = drawPolicy(composer, seed);
  const { features, breakpoints } = composer;
  const { level, lower, jurisdiction } = drawPlaces(composer);
  return {
    seed,
    model,
    texts: [printPolicy(model, level), ...lower.map((each) => printLower(model, each))],
    files: composer.items?.catalogue.files ?? new Map(),
    ...(composer.items && { drawItem: composer.items.drawItem }),
    ...(composer.household && { drawRecords: composer.household.drawRecords }),
    ...(jurisdiction !== undefined && { jurisdiction }),
    features,
    breakpoints: [...breakpoints],
  };
}

function drawPolicy(composer: Composer, seed: number): PolicyModel {
  const { draw } = composer;
  composer.items = drawItems(composer);
  composer.household = drawHousehold(composer);
  const accumulators = drawAccumulators(composer);
  composer.stocks.push(...drawStocks(composer));
  const { layers, steps } = drawLayers(composer);
  const pools = draw.chance(35) ? drawPools(composer, layers) : [];
  const costs = [constantFact('费用'), constantFact('其他费用'), ...itemsIn(composer)];
  const whole: RuleModel = {
    name: '总费用',
    text: `定义 总费用：金额 = ${costs.map(({ text }) => text).join(' + ')}`,
    read: (at) => sum(costs.map((each) => each.read(at))),
  };
  const waterfall: WaterfallModel = {
    whole: { text: whole.name, read: (at) => sum(costs.map((each) => each.read(at))) },
    policy: composer.inPolicy ? [constantFact('费用'), ...itemsIn(composer)] : [],
    steps,
  };
  const rules = [whole, ...(composer.items?.rules ?? []), ...drawRules(composer, layers)];
  return {
    id: `conformance.p${seed}`,
    title: `样本${seed}`,
    headerRounding: composer.headerRounding,
    yearStart: draw.chance(75) ? { month: 1, day: 1 } : { month: 7, day: 1 },
    statements: [
      ...composer.statements,
      ...(composer.items?.statements ?? []),
      ...(composer.household?.statements ?? []),
    ],
    rules,
    accumulators,
    stocks: composer.stocks,
    layers,
    pools,
    waterfall,
  };
}

/** One to three layers, the first two at times as 择一. */
function drawLayers(composer: Composer): Pick<WaterfallModel, 'steps'> & {
  readonly layers: readonly LayerModel[];
} {
  const { draw } = composer;
  const layers: LayerModel[] = [];
  const steps: string[][] = [];
  if (draw.chance(20)) {
    composer.note('择一');
    const guards = drawPartition(composer, 2);
    const alternatives = guards.map((guard) =>
      drawLayer(composer, composer.fresh('层'), [], guard),
    );
    layers.push(...alternatives);
    steps.push(alternatives.map(({ name }) => name));
  }
  const more = draw.pick([1, 1, 1, 2, 2, 3]) - (layers.length > 0 ? 1 : 0);
  for (let index = 0; index < more; index += 1) {
    const layer = drawLayer(composer, composer.fresh('层'), layers, undefined);
    layers.push(layer);
    steps.push([layer.name]);
  }
  return { layers, steps };
}

function drawPools(composer: Composer, layers: readonly LayerModel[]): readonly PoolModel[] {
  const { draw } = composer;
  const names = layers.filter(({ trueUp }) => !trueUp).map(({ name }) => name);
  if (names.length === 0) return [];
  return Array.from({ length: draw.integer(1, 2) }, (): PoolModel => {
    const period = draw.pick(PERIODS);
    composer.note(`限额池 ${period}`);
    return {
      name: composer.fresh('池'),
      period,
      limit: [{ value: drawAmount(composer, { low: 500, high: 60_000 }) }],
      layers: draw.some(names, 1, names.length),
    };
  });
}

function poolText({ name, period, limit, layers }: PoolModel): string {
  const [first] = limit;
  const validity = first ? validityText(first) : '';
  return `限额池「${name}」 ${validity}${periodText(period)} ${first?.value.text} { ${layers.join('、')} }`;
}

function waterfallText({ whole, policy, steps }: WaterfallModel): string {
  const inPolicy = policy.length > 0 ? ` 政策内 ${policy.map(({ text }) => text).join('、')}` : '';
  const rows = steps.map((step) => (step.length === 1 ? step[0] : `择一 { ${step.join('、')} }`));
  return `层序 总额 ${whole.text}${inPolicy} { ${rows.join('； ')}； 现金 其余 }`;
}

/** The source text of the document. */
export function printPolicy(model: PolicyModel, level: string): string {
  const { month, day } = model.yearStart;
  const statements = [
    ...model.statements,
    ...model.accumulators.map(accumulatorText),
    ...model.stocks.map(stockText),
    ...model.rules.map(({ text }) => text).filter((text) => text !== ''),
    ...model.layers.map(printLayer),
    ...model.pools.map(poolText),
    waterfallText(model.waterfall),
  ];
  return `语言 1

文件「${model.title}」 {
  标识 ${model.id}；
  层级 ${level}；
  ${`施行 ${validityText({ from: firstDay })}`.trim()}；
  依据 ${preludeId}；
  取整 ${model.headerRounding.text}；
  年度 自 ${month}月${day}日；
}

${statements.join('；\n\n')}；
`;
}

/** A document of a place below, and what it says beside 确定 and 特别规定. */
interface LowerText {
  readonly suffix: string;
  readonly level: string;
  readonly fills: readonly string[];
  readonly derogations: CityText['derogations'];
  readonly statements: readonly string[];
}

interface Places {
  readonly level: string;
  readonly lower: readonly LowerText[];
  readonly jurisdiction?: string;
}

/**
 * Of which places the documents are, and where the claims are settled. One that lets cities decide is a province's, whose
 * city changes the catalogue; else it is the nation's, whose province and city do, each before the one above it.
 */
function drawPlaces({ draw, city, items }: Composer): Places {
  const { fills, derogations, bound } = city;
  const catalogue = items?.catalogue;
  const changes = (catalogue?.changes ?? []).toSorted((left, right) => right.from - left.from);
  const none = { fills: [], derogations: [] };
  if (fills.length + derogations.length > 0) {
    if (bound) catalogue?.inForce.push(...changes);
    const statements = changes.map(({ text }) => text);
    const lower = [{ ...lowest, fills, derogations, statements }];
    return { level: province, lower, jurisdiction: bound ? cityName : provinceName };
  }
  if (changes.length === 0) return { level: '国家', lower: [] };
  const [newest, ...rest] = draw.chance(50) ? changes : changes.toReversed();
  const at = draw.pick([undefined, provinceName, cityName, cityName]);
  if (at === cityName) catalogue?.inForce.push(...(newest ? [newest] : []));
  if (at !== undefined) catalogue?.inForce.push(...rest);
  return {
    level: '国家',
    lower: [
      { ...none, suffix: 'province', level: province, statements: rest.map(({ text }) => text) },
      { ...none, ...lowest, statements: newest ? [newest.text] : [] },
    ].filter(({ statements }) => statements.length > 0),
    ...(at !== undefined && { jurisdiction: at }),
  };
}

const province = `省 ${provinceName}`;
const lowest = { suffix: 'city', level: `市 ${cityName} 属 ${provinceName}` };

/** What a lower place sets, in a document of its own. */
function printLower(
  { id, title }: PolicyModel,
  { suffix, level, fills, derogations, statements: own }: LowerText,
): string {
  const statements = [
    ...(fills.length > 0 ? [`据 ${id} {\n  ${fills.join('；\n  ')}；\n}`] : []),
    ...derogations.map(
      ({ condition, override }) => `特别规定 据 ${id} 当 ${condition} {\n  ${override}；\n}`,
    ),
    ...own,
  ];
  return `语言 1

文件「${title}${suffix}」 {
  标识 ${id}-${suffix}；
  层级 ${level}；
  ${`施行 ${validityText({ from: firstDay })}`.trim()}；
  依据 ${id}；
  取整 四舍五入到分；
}

${statements.join('；\n\n')}；
`;
}
