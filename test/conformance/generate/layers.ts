import type { Fraction } from '../reference/fraction.ts';
import { nothing } from '../reference/fraction.ts';
import type {
  BaseModel,
  CaseModel,
  LayerModel,
  OverlapModel,
  ResultName,
  Slots,
  Written,
} from '../reference/model.ts';
import type { Composer } from './composer.ts';
import { changeDays } from './composer.ts';
import { drawCondition, drawPartition, onCategories } from './conditions.ts';
import { payerField } from './households.ts';
import { drawVersions } from './literals.ts';
import { categories } from './prelude.ts';
import type { LayerPlan } from './slots.ts';
import { constantFact, drawCaseSlots, drawSlots } from './slots.ts';

const PAYERS = [
  { payer: '统筹基金', fund: true },
  { payer: '居民大病', fund: true },
  { payer: '医疗救助金', fund: true },
  { payer: '医院垫付', fund: false },
] as const;

const RULES = ['best', 'least', 'sum', 'exclusive', 'labels', 'members', 'none'] as const;
type Rule = (typeof RULES)[number];

/** One layer; `earlier` are those that pay before it. */
export function drawLayer(
  composer: Composer,
  name: string,
  earlier: readonly LayerModel[],
  applies: Written<boolean> | undefined,
): LayerModel {
  const { draw } = composer;
  const rule = drawRule(composer);
  const trueUp = rule !== 'sum' && draw.chance(8);
  const dates = draw.chance(30) ? drawDates(composer) : {};
  composer.layerDates.own = 'governedBy' in dates;
  const plan = drawPlan(composer, earlier, {
    plain: trueUp || rule === 'sum',
    sum: rule === 'sum',
  });
  if (trueUp) composer.note('年内 补差');
  const slots = drawSlots(composer, plan);
  const paysFor = drawHouseholdPayment(composer, slots);
  if (rule && paysFor.forEach) composer.note(`逐个 重叠 ${rule}`);
  const stock = paysFor.stock ?? drawStockCap(composer, slots, paysFor.forEach);
  return {
    name,
    ...draw.pick(PAYERS),
    ...dates,
    applies: applies ? [{ value: applies }] : drawApplies(composer),
    slots,
    ...paysFor,
    ...(stock !== undefined && { stock }),
    ...drawCases(composer, plan, slots, rule),
    trueUp,
  };
}

/** Of a layer that may pay 逐个 more often one by which several cases draw on the same accounts. */
function drawRule({ draw, household, paysForOthers }: Composer): Rule | undefined {
  const isNext = household?.forEach && !paysForOthers.done;
  if (!draw.chance(isNext ? 60 : 50)) return undefined;
  return draw.pick(isNext ? [...RULES, 'best', 'best', 'sum', 'sum'] : RULES);
}

/** 限额 余额, where no cap without a label stands beside it. */
function drawStockCap(
  { draw, note, stocks }: Composer,
  { caps }: Slots,
  forEach: LayerModel['forEach'],
): string | undefined {
  const isAlone = caps.every(({ value }) => value.label !== undefined);
  const open = stocks.filter(({ name }) => name !== forEach?.stock);
  if (open.length === 0 || !isAlone || draw.chance(15)) return undefined;
  note('限额 余额');
  return draw.pick(open).name;
}

/** One layer of the document pays from the accounts of others. */
function drawHouseholdPayment(
  composer: Composer,
  { caps }: Slots,
): Pick<LayerModel, 'stock' | 'stockOf' | 'forEach'> {
  const { draw, household, paysForOthers } = composer;
  if (!household || paysForOthers.done || draw.chance(20)) return {};
  const { forEach, stock } = household;
  const isAlone = caps.every(({ value }) => value.label !== undefined);
  if (!forEach && !isAlone) return {};
  paysForOthers.done = true;
  composer.note(forEach ? '逐个' : '余额 他人 层');
  return forEach ? { forEach } : { stock: stock.name, stockOf: payerField };
}

function drawPlan(
  composer: Composer,
  earlier: readonly LayerModel[],
  { plain, sum }: { readonly plain: boolean; readonly sum: boolean },
): LayerPlan {
  const { draw } = composer;
  const base = drawBase(composer, earlier);
  return {
    base: () => base,
    plain,
    cumulative: !sum && !plain && draw.chance(40),
    highest: draw.chance(20),
    by: draw.pick([['医院'], ['医院', '就医地'], []]),
  };
}

function drawBase(composer: Composer, earlier: readonly LayerModel[]): BaseModel {
  const { draw } = composer;
  const last = earlier.at(-1);
  if (!last) {
    // INVARIANT: a base is never above what is left, of the whole and of the policy (checked by the language).
    const terms = draw.chance(75) || composer.inPolicy ? ['费用'] : ['费用', '其他费用'];
    return { terms: [...terms.map(constantFact), ...itemsIn(composer)], less: [] };
  }
  const kind = draw.integer(1, 4);
  const side = composer.inPolicy || draw.chance(50) ? 'policy' : 'total';
  composer.note(`基数 ${[side, '各项负担', '超封顶', '除'][kind - 1]}`);
  if (kind === 1) return { terms: [remainder(side)], less: [] };
  if (kind === 2) {
    const names = draw.some<ResultName>(['起付', '比例自付', '超封顶', '限外'], 1, 4);
    return { terms: names.map((name) => resultOf(last.name, name)), less: [] };
  }
  if (kind === 3) return { terms: [resultOf(last.name, '超封顶')], less: [] };
  return {
    terms: [remainder(side, last.name)],
    less: [resultOf(last.name, draw.pick(['限外', '超封顶'] as const))],
  };
}

/** What the items come to, where they are a part of what is divided. */
export function itemsIn({ items }: Composer): readonly Written<Fraction>[] {
  return items?.isDivided ? [items.covered] : [];
}

function remainder(of: 'total' | 'policy', layer?: string): Written<Fraction> {
  const name = of === 'total' ? '余额' : '政策内余额';
  return {
    text: layer === undefined ? name : `${layer}.${name}`,
    read: (at) => at.remainder(of, layer),
  };
}

/** A result of an earlier layer; one that does not apply counts as nothing in a base. */
function resultOf(layer: string, name: ResultName): Written<Fraction> {
  return {
    text: name === '支付' ? layer : `${layer}.${name}`,
    read: (at) => at.result(layer, name) ?? nothing,
  };
}

function drawDates({ draw, note }: Composer): Pick<LayerModel, 'governedBy' | 'yearBy'> {
  note('适用日');
  const governedBy = draw.pick(['结算日期', '出院日期', '入院日期']);
  if (draw.chance(60)) return { governedBy };
  note('年度按');
  return { governedBy, yearBy: draw.pick(['结算日期', '出院日期']) };
}

function drawApplies(composer: Composer): LayerModel['applies'] {
  if (composer.draw.chance(70)) return [];
  composer.note('适用');
  return drawVersions(composer, 15, () => drawCondition(composer));
}

function drawCases(
  composer: Composer,
  plan: LayerPlan,
  own: Slots,
  rule: Rule | undefined,
): Pick<LayerModel, 'cases' | 'otherwise' | 'overlap'> {
  const { draw } = composer;
  if (rule === undefined) return { cases: [], otherwise: 'own-slots' };
  composer.note(`重叠 ${rule}`);
  const count = draw.integer(1, 3);
  const disjoint = rule === 'exclusive' || (rule === 'none' && draw.chance(50));
  const drawn = disjoint
    ? drawPartition(composer, count)
    : Array.from({ length: count }, () =>
        rule === 'members' ? onCategories(composer) : drawCondition(composer),
      );
  const guards = [...new Map(drawn.map((guard) => [guard.text, guard])).values()];
  const cases = guards.map((when): CaseModel => {
    composer.note('情形');
    return {
      label: composer.fresh('类'),
      ...(draw.chance(12) && { from: draw.pick(changeDays) }),
      when,
      slots: drawCaseSlots(composer, plan, own),
      exceptions: disjoint && draw.chance(25) ? [drawException(composer, when, plan, own)] : [],
    };
  });
  const overlap = overlapOf(composer, rule, cases);
  return { cases, otherwise: drawOtherwise(composer, plan, own), ...(overlap && { overlap }) };
}

/** An exception within its case, so that cases that exclude each other still do. */
function drawException(
  composer: Composer,
  over: Written<boolean>,
  plan: LayerPlan,
  own: Slots,
): CaseModel['exceptions'][number] {
  composer.note('例外 of a layer');
  const condition = drawCondition(composer);
  return {
    label: composer.fresh('类'),
    when: {
      text: `${over.text} 且 (${condition.text})`,
      read: (at) => over.read(at) && condition.read(at),
    },
    slots: drawCaseSlots(composer, plan, own),
  };
}

function drawOtherwise(composer: Composer, plan: LayerPlan, own: Slots): LayerModel['otherwise'] {
  const choice = composer.draw.integer(1, 10);
  if (choice <= 5) return 'own-slots';
  composer.note(choice <= 8 ? '其余 不适用' : '其余 {}');
  return choice <= 8 ? 'not-applicable' : drawCaseSlots(composer, plan, own);
}

function overlapOf(
  { draw }: Composer,
  rule: Rule,
  cases: readonly CaseModel[],
): OverlapModel | undefined {
  if (rule === 'none') return undefined;
  if (rule === 'labels') {
    const labels = cases.map(({ label }) => label);
    const order = draw.chance(50) ? labels : labels.toReversed();
    return { kind: 'ranked', by: 'labels', order };
  }
  if (rule !== 'members') return { kind: rule };
  const order = draw.chance(50) ? categories : categories.toReversed();
  return { kind: 'ranked', by: 'members', order };
}
