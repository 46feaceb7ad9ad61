import type { StockFlowModel, StockModel } from '../reference/model.ts';
import { literalAmount } from './amounts.ts';
import type { Composer } from './composer.ts';
import { drawCondition } from './conditions.ts';
import { periodText } from './print-layer.ts';
import { constantFact } from './slots.ts';

const PERIODS = ['claim', 'day', 'month', 'year'] as const;

/** Accounts: what goes in and out, and when they are forfeited. */
export function drawStocks(composer: Composer): readonly StockModel[] {
  const { draw, household } = composer;
  const own = household ? [household.stock] : [];
  if (!draw.chance(35)) return own;
  const others = Array.from({ length: draw.integer(1, 2) }, () => drawStock(composer));
  return [...own, ...others];
}

function drawStock(composer: Composer): StockModel {
  const { draw, note } = composer;
  note('存量');
  const by = draw.chance(65) ? [] : draw.pick([['医院'], ['就医地', '医院']]);
  if (by.length > 0) note('存量 按');
  const inflows = Array.from({ length: draw.integer(1, 2) }, () => drawFlow(composer, 'in'));
  const outflows = draw.chance(20) ? [drawFlow(composer, 'out')] : [];
  const cleared = draw.chance(20) ? drawCondition(composer) : undefined;
  if (cleared) note('清零');
  return {
    name: composer.fresh('账户'),
    by,
    flows: draw.chance(50) ? [...inflows, ...outflows] : [...outflows, ...inflows],
    ...(cleared && { cleared }),
  };
}

export function drawFlow(composer: Composer, kind: StockFlowModel['kind']): StockFlowModel {
  const { draw } = composer;
  const period = draw.pick(PERIODS);
  composer.note(kind === 'in' ? `入 ${period}` : '出');
  const range = kind === 'in' ? { low: 50, high: 5000 } : { low: 1, high: 30 };
  return {
    kind,
    period,
    amount:
      kind === 'in' && draw.chance(25) ? constantFact('其他费用') : literalAmount(composer, range),
    ...(draw.chance(kind === 'in' ? 40 : 90) && { when: drawCondition(composer) }),
  };
}

export function stockText({ name, by, flows, cleared }: StockModel): string {
  const rows = flows.map(({ kind, amount, period, when }) =>
    [kind === 'in' ? '入' : '出', amount.text, periodText(period), when && `当 ${when.text}`]
      .filter((part) => part !== undefined)
      .join(' '),
  );
  const all = [...rows, ...(cleared ? [`清零 当 ${cleared.text}`] : [])];
  const names = by.map((key) => (key === '成员' ? '参保人' : key));
  const keys = by.length > 0 ? ` 按 ${names.join('、')}` : '';
  return `累计 ${name}：金额 = 存量${keys} {\n  ${all.join('；\n  ')}；\n}`;
}
