import { cellOn, rowOn } from '../reference/catalogue.ts';
import type { Fraction } from '../reference/fraction.ts';
import {
  fraction,
  least,
  minus,
  most,
  nothing,
  order,
  plus,
  positive,
  round,
  sum,
  times,
} from '../reference/fraction.ts';
import type { Facts, FactValue, Reading, RuleModel, Written } from '../reference/model.ts';
import { dayFact } from '../reference/state.ts';
import type { GeneratedCatalogue } from './catalogues.ts';
import { drawCatalogue, unitPrice } from './catalogues.ts';
import type { Composer } from './composer.ts';
import { textFact } from './conditions.ts';
import type { Draw } from './draw.ts';
import { levels } from './prelude.ts';
import type { RoundingText } from './roundings.ts';
import { drawRounding } from './roundings.ts';

/** Items that are priced, looked up and divided: their statements, what a claim sums up of them, how one is drawn. */
export interface GeneratedItems {
  readonly catalogue: GeneratedCatalogue;
  readonly statements: readonly string[];
  readonly rules: readonly RuleModel[];
  /** What of all items is in the policy. */
  readonly covered: Written<Fraction>;
  /** The layers pay on it, as a part of the whole. */
  readonly isDivided: boolean;
  readonly drawItem: (draw: Draw) => ReadonlyMap<string, FactValue>;
}

const PARTS = ['自费', '超价', '先行', '合规'] as const;
type Part = (typeof PARTS)[number];

/** What of the row the parts look at, and how 先行 is rounded. */
interface ItemPlan {
  readonly catalogue: GeneratedCatalogue;
  readonly restricted: boolean;
  readonly byUse: boolean;
  readonly rounding: RoundingText;
  readonly ownRounding?: RoundingText;
}

/** Nothing in most documents. */
export function drawItems(composer: Composer): GeneratedItems | undefined {
  const { draw, note } = composer;
  if (!draw.chance(30)) return undefined;
  const catalogue = drawCatalogue(composer);
  const plan: ItemPlan = {
    catalogue,
    restricted: draw.chance(50),
    byUse: draw.chance(50),
    rounding: composer.headerRounding,
    ...(draw.chance(40) && { ownRounding: drawRounding(composer) }),
  };
  note('明细 分担');
  if (plan.restricted) note('明细 限级');
  if (plan.byUse) note('明细 限用');
  const isDivided = draw.chance(60);
  if (isDivided) note('明细 基数');
  const rules = [...sumRules(composer, plan), ...lookupRules(composer, plan)];
  const [covered] = rules;
  if (!covered) throw new Error('items are summed up');
  return {
    catalogue,
    statements: [catalogue.text, entityText(plan)],
    rules,
    covered: { text: covered.name, read: (at) => amountOf(covered.read(at)) },
    isDivided,
    drawItem: (each) => drawItem(each, catalogue, isDivided ? 98 : 92),
  };
}

function amountOf(value: Fraction | boolean | undefined): Fraction {
  return typeof value === 'object' ? value : nothing;
}

function rowText({ catalogue: { model, second } }: ItemPlan): string {
  if (second === undefined) return '药码';
  return `${model.name}[药码，${second === 'level' ? '医院级别' : '药价'}]`;
}

function entityText(plan: ItemPlan): string {
  const { catalogue, restricted, byUse, ownRounding } = plan;
  const row = rowText(plan);
  const barred = restricted ? ` 或 ${row}.限级 ≠ 无 且 医院级别 低于 ${row}.限级` : '';
  const used = byUse ? ` 且 非 ${row}.限用 = 是` : '';
  const rounding = ownRounding ? ` 取整 ${ownRounding.text}` : '';
  return `实体 明细 {
  输入 药码：${catalogue.second === undefined ? catalogue.model.name : '文本'}；
  输入 用量：数 0..100000 小数 4；
  输入 药价：金额/单位 0元/单位..100万元/单位 小数 6；
  输入 行额：金额 0元..1000万元 缺省 用量 × 药价 取整 四舍五入到分；
  定义 行类：费用类别 = ${row}.类；
  分担 行额 {
    自费：余 当 ${row}.类 = 丙类${barred}；
    超价：余 − ${row}.限价 × 用量 当 ${row}.限价 ≠ 不限；
    先行：${row}.先付 × 余 当 ${row}.先付 ≠ 无${used}${rounding}；
    合规：其余；
  }
}`;
}

/** The day and the facts of an item within its claim. */
interface ItemAt {
  readonly item: Facts;
  readonly at: Reading;
}

function keysOf({ catalogue: { second } }: ItemPlan, { item, at }: ItemAt) {
  const code = textFact(item, '药码');
  if (second === undefined) return [code];
  return second === 'level'
    ? [code, textFact(at.facts, '医院级别')]
    : [code, exactFact(item, '药价')];
}

function cellOf(plan: ItemPlan, where: ItemAt, column: string) {
  const day = dayFact(where.at.facts, '结算日期');
  return cellOn(plan.catalogue.model, column, keysOf(plan, where), day);
}

function exactFact(item: Facts, name: string): Fraction {
  const value = item.get(name);
  if (typeof value === 'object' && value !== null && 'top' in value) return value;
  if (typeof value === 'bigint') return fraction(value);
  throw new Error(`an item has no ${name}`);
}

const FEN = { mode: 'half', unit: fraction(1) } as const;

/** What the bill says, or quantity × price in whole fen. */
function lineOf(item: Facts): Fraction {
  if (item.has('行额')) return exactFact(item, '行额');
  return round(times(exactFact(item, '用量'), exactFact(item, '药价')), FEN);
}

/** The parts of one item: each takes what it is due of what is left. */
function partsOf(plan: ItemPlan, where: ItemAt): Readonly<Record<Part, Fraction>> {
  const cell = (column: string) => cellOf(plan, where, column);
  const { item, at } = where;
  const whole = lineOf(item);
  const take = (left: Fraction, wanted: Fraction, rounding: RoundingText): Fraction =>
    least(left, positive(round(wanted, rounding.rule)));
  const barred = cell('类') === '丙类' || (plan.restricted && isBarred(cell('限级'), at));
  const own = barred ? take(whole, whole, plan.rounding) : nothing;
  const afterOwn = minus(whole, own);
  const limit = cell('限价');
  const above =
    typeof limit === 'object'
      ? take(afterOwn, minus(afterOwn, times(limit, exactFact(item, '用量'))), plan.rounding)
      : nothing;
  const afterLimit = minus(afterOwn, above);
  const share = cell('先付');
  const applies = typeof share === 'object' && !(plan.byUse && cell('限用') === true);
  const first = applies
    ? take(afterLimit, times(share, afterLimit), plan.ownRounding ?? plan.rounding)
    : nothing;
  return { 自费: own, 超价: above, 先行: first, 合规: minus(afterLimit, first) };
}

function isBarred(least0: unknown, { facts }: Reading): boolean {
  return (
    typeof least0 === 'string' &&
    levels.indexOf(textFact(facts, '医院级别')) < levels.indexOf(least0)
  );
}

/** Sums, counts and the greatest over the items; the first is what is in the policy. */
function sumRules({ draw, fresh, note }: Composer, plan: ItemPlan): readonly RuleModel[] {
  const all = (at: Reading) =>
    at.items.map((item) => {
      const parts = partsOf(plan, { item, at });
      return { ...parts, 行类: cellOf(plan, { item, at }, '类') };
    });
  const wanted = draw.pick(['甲类', '乙类'] as const);
  const part = draw.pick(['超价', '先行', '自费'] as const);
  const [covered, some, count, greatest, paid] = [
    '合规额',
    '部分额',
    '条数',
    '最大额',
    '合并额',
  ].map(fresh);
  note('明细 合计');
  const percent = draw.integer(1, 99);
  return [
    {
      name: covered ?? '',
      text: `定义 ${covered}：金额 = 合计(明细.合规)`,
      read: (at) => sum(all(at).map(({ 合规 }) => 合规)),
    },
    {
      name: some ?? '',
      text: `定义 ${some}：金额 = 合计(明细.${part} 当 明细.行类 = ${wanted})`,
      read: (at) => sum(all(at).flatMap((each) => (each.行类 === wanted ? [each[part]] : []))),
    },
    {
      name: count ?? '',
      text: `定义 ${count}：整数 = 计数(明细.${part} 当 明细.${part} 超过 0元 且 明细.用量 超过 1.5)`,
      read: (at) =>
        fraction(
          // A small quantity decides, whether or not the catalogue knows the item.
          at.items.filter(
            (item) =>
              order(exactFact(item, '用量'), fraction(3, 2)) > 0 &&
              order(partsOf(plan, { item, at })[part], nothing) > 0,
          ).length,
        ),
    },
    {
      name: greatest ?? '',
      text: `定义 ${greatest}：金额 = 最大(明细.先行)`,
      read: (at) => most(nothing, ...all(at).map(({ 先行 }) => 先行)),
    },
    {
      name: paid ?? '',
      text: `定义 ${paid}：金额 = ${percent}% × 合计(明细.行额) + 合计(明细.自费) 取整 ${plan.rounding.text}`,
      read: (at) => {
        const lines = sum(at.items.map(lineOf));
        const own = sum(all(at).map(({ 自费 }) => 自费));
        return round(plus(times(fraction(percent, 100), lines), own), plan.rounding.rule);
      },
    },
  ];
}

/** Cells by keys that are written out, and whether there is such a row. */
function lookupRules({ draw, fresh, note }: Composer, plan: ItemPlan): readonly RuleModel[] {
  const { model, second, codes, prices } = plan.catalogue;
  const code = draw.pick([...codes, '新9', '无0']);
  const level = draw.pick(levels);
  const micro = draw.chance(70) && prices.length > 0 ? draw.pick(prices) : 1_000_000n;
  const more = { level, price: `${priceLiteral(micro)}元/单位` };
  const keys =
    second === undefined ? [code] : [code, second === 'level' ? level : unitPrice(micro)];
  const text = `${model.name}[${[`"${code}"`, ...(second ? [more[second]] : [])].join('，')}]`;
  const [has, first] = ['有行', '首付'].map(fresh);
  note('有 目录');
  const dayOf = (at: Reading): number => dayFact(at.facts, '结算日期');
  return [
    {
      name: has ?? '',
      text: `定义 ${has}：布尔 = 有 ${text}`,
      read: (at) => rowOn(plan.catalogue.model, keys, dayOf(at)) !== undefined,
    },
    {
      name: first ?? '',
      text: `定义 ${first}：比例 = ${text}.先付`,
      read: (at) => {
        const cell = cellOn(plan.catalogue.model, '先付', keys, dayOf(at));
        return typeof cell === 'object' ? cell : undefined;
      },
    },
  ];
}

function priceLiteral(micro: bigint): string {
  const digits = micro.toString().padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/**
 * Half of the prices stand at a limit or 10⁻⁶ yuan beside it; bills say now and then another amount. `known` of 100 items
 * have a code of the catalogue.
 */
function drawItem(draw: Draw, { codes, prices }: GeneratedCatalogue, known: number) {
  const choice = draw.integer(1, 100);
  const code = choice <= known ? draw.pick(codes) : draw.pick(['新9', '无0']);
  const near = prices.length > 0 && draw.chance(55);
  const micro = near
    ? draw.pick(prices) + BigInt(draw.integer(-1, 1))
    : BigInt(draw.integer(1, 60_000_000));
  const quantity = draw.chance(60) ? draw.integer(1, 40) * 10_000 : draw.integer(1, 400_000);
  const item = new Map<string, FactValue>([
    ['药码', code],
    ['用量', fraction(quantity, 10_000)],
    ['药价', unitPrice(micro)],
  ]);
  if (draw.chance(30)) {
    const exact = times(fraction(quantity, 10_000), unitPrice(micro));
    const whole = exact.top / exact.bottom + BigInt(draw.integer(-1, 2));
    item.set('行额', whole < 0n ? 0n : whole);
  }
  return item;
}
