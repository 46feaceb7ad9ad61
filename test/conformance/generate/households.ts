import type { Facts, FactValue, ForEachModel, StockModel } from '../reference/model.ts';
import type { Composer } from './composer.ts';
import type { Draw } from './draw.ts';
import { drawFen } from './literals.ts';
import { drawFlow } from './stocks.ts';

/** Accounts that are kept by person, and how one layer of the document pays from those of others. */
export interface GeneratedHousehold {
  readonly stock: StockModel;
  /** 逐个 over a list, or the account of the one that the claim names (付款人). */
  readonly forEach?: ForEachModel;
  readonly statements: readonly string[];
  readonly drawRecords: (draw: Draw) => readonly Facts[];
}

export const members = ['本人', '配偶', '子女', '父亲'] as const;
export const payerField = '付款人';

/** Nothing in most documents. */
export function drawHousehold(composer: Composer): GeneratedHousehold | undefined {
  const { draw, note } = composer;
  if (!draw.chance(25)) return undefined;
  note('存量 按 参保人');
  const flows = Array.from({ length: draw.integer(1, 2) }, () => drawFlow(composer, 'in'));
  const stock: StockModel = { name: composer.fresh('账户'), by: ['成员'], flows };
  if (draw.chance(30)) {
    note('余额 他人');
    const statements = [`实体 结算 {\n  输入 ${payerField}：参保人；\n}`];
    return { stock, statements, drawRecords: () => [] };
  }
  const list = composer.fresh('授权');
  const ranks = draw.integer(2, 3);
  const parent = draw.pick(['家庭', '家庭', '结算']);
  note(`逐个 ${parent}`);
  const forEach: ForEachModel = {
    list,
    stock: stock.name,
    ranks,
    capped: draw.chance(60),
    allowed: draw.chance(50),
  };
  if (forEach.capped) note('逐个 限额');
  if (forEach.allowed) note('逐个 当');
  const usual = drawFen(composer, { low: 20, high: 900 });
  composer.breakpoints.add(usual);
  const entity = `实体 ${list} 属 ${parent} 至多 4 {
  输入 次序：整数 1..${ranks}；
  输入 出资人：参保人；
  输入 单限：金额 0元..10万元；
  输入 允许：布尔；
}`;
  return {
    stock,
    forEach,
    statements: [entity],
    drawRecords: (each) => drawRecords(each, ranks, usual),
  };
}

/** Mostly one for each rank, all of other people; now and then a rank or a person twice, or the patient. */
function drawRecords(draw: Draw, ranks: number, usual: bigint): readonly Facts[] {
  const others = draw.chance(94) ? members.slice(1) : members;
  const people = draw.chance(50) ? others : others.toReversed();
  const used = draw.integer(0, ranks);
  return Array.from({ length: used }, (_, at) => {
    const rank = draw.chance(96) ? at + 1 : 1;
    const owner = draw.chance(96) ? people[at] : people[0];
    return new Map<string, FactValue>([
      ['次序', BigInt(rank)],
      ['出资人', owner ?? '配偶'],
      [
        '单限',
        draw.chance(60) ? usual + BigInt(draw.integer(-1, 1)) : BigInt(draw.integer(0, 200_000)),
      ],
      ['允许', draw.chance(75)],
    ]);
  }).toReversed();
}
