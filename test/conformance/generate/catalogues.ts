import { textOfDay } from '../reference/calendar.ts';
import type {
  CatalogueChangeModel,
  CatalogueModel,
  Cell,
  RowKey,
  RowModel,
} from '../reference/catalogue.ts';
import type { Fraction } from '../reference/fraction.ts';
import { fraction } from '../reference/fraction.ts';
import type { Composer } from './composer.ts';
import { changeDays, firstDay } from './composer.ts';
import type { Draw } from './draw.ts';
import { decimalText } from './literals.ts';
import { itemClasses, levels } from './prelude.ts';

/** A 目录 of a document: what it means, how it is written, and what stands in its files. */
export interface GeneratedCatalogue {
  readonly model: CatalogueModel;
  readonly text: string;
  /** A key beside the code: the level of the hospital (composite), or a stretch of unit prices. */
  readonly second?: 'level' | 'price';
  readonly codes: readonly string[];
  /** Limit prices in 10⁻⁶ yuan, and the ends of stretches: what prices crowd around. */
  readonly prices: readonly bigint[];
  /** 增加, 取消: what a document of a lower place says, in the order in which they were drawn. */
  readonly changes: readonly WrittenChange[];
  /** Those of them that hold where the claims are settled; put in once that is known, and read through the model. */
  readonly inForce: CatalogueChangeModel[];
  readonly files: ReadonlyMap<string, string>;
}

export interface WrittenChange extends CatalogueChangeModel {
  readonly text: string;
  readonly file: string;
}

/** In 10⁻⁶ yuan, which is 10⁻⁴ fen. */
export function unitPrice(micro: bigint): Fraction {
  return fraction(micro, 10_000n);
}

type Second = GeneratedCatalogue['second'];

interface Shape {
  readonly second?: 'level' | 'price';
  readonly included: 'low' | 'high';
  readonly ends: readonly bigint[];
  readonly dated: boolean;
  readonly codes: readonly string[];
}

export function drawCatalogue(composer: Composer): GeneratedCatalogue {
  const { draw, note } = composer;
  note('目录');
  const name = composer.fresh('目录');
  const shape = drawShape(composer);
  const rows = someRows(draw, shape, shape.codes);
  const inForce: CatalogueChangeModel[] = [];
  const changes = draw.chance(45) ? drawChanges(composer, name, shape) : [];
  for (const { removes } of changes) note(removes ? '目录 取消' : '目录 增加');
  const limits = rows.flatMap(({ cells: { 限价: limit } }) =>
    typeof limit === 'object' ? [limit.top] : [],
  );
  return {
    model: { name, rows, changes: inForce },
    inForce,
    text: catalogueText(name, shape),
    ...(shape.second && { second: shape.second }),
    codes: shape.codes,
    prices: [...limits, ...shape.ends],
    changes,
    files: new Map([
      [`${name}.csv`, csvText(rows, shape, false)],
      ...changes.map((each): [string, string] => [
        each.file,
        csvText(each.rows, shape, each.removes),
      ]),
    ]),
  };
}

function drawShape({ draw, note }: Composer): Shape {
  const second = draw.pick<Second>([undefined, undefined, 'level', 'price']);
  const dated = draw.chance(75);
  if (second === 'level') note('目录 组合键');
  if (second === 'price') note('目录 区间键');
  if (dated) note('目录 生效');
  const ends = new Set(Array.from({ length: draw.integer(1, 2) }, () => drawPrice(draw)));
  return {
    ...(second && { second }),
    included: draw.pick(['low', 'high'] as const),
    ends: second === 'price' ? [...ends].sort((left, right) => (left < right ? -1 : 1)) : [],
    dated,
    codes: ['甲1', '乙2', '丙3', '丁4'].slice(0, draw.integer(2, 4)),
  };
}

/** Up to 50 yuan, at times with all six decimals. */
function drawPrice(draw: Draw): bigint {
  const cents = BigInt(draw.integer(1, 5000)) * 10_000n;
  return draw.chance(40) ? cents + BigInt(draw.integer(-9999, 9999)) : cents;
}

/** The rows of the codes; a file is never empty. */
function someRows(draw: Draw, shape: Shape, codes: readonly string[]): readonly RowModel[] {
  const rows = codes.flatMap((code) => drawRows(draw, shape, code));
  if (rows.length > 0) return rows;
  const keys = [codes[0] ?? '', ...(secondKeys(shape)[0] ?? [])];
  return [{ keys, cells: drawCells(draw), ...(shape.dated && { from: firstDay }) }];
}

/** The rows of a code: for each second key one for each stretch of days; now and then one is not there. */
function drawRows(draw: Draw, shape: Shape, code: string): readonly RowModel[] {
  const days = shape.dated ? drawPeriods(draw) : [{}];
  return secondKeys(shape).flatMap((second) =>
    days.flatMap((period) =>
      draw.chance(94) ? [{ keys: [code, ...second], cells: drawCells(draw), ...period }] : [],
    ),
  );
}

function secondKeys({ second, ends, included }: Shape): readonly (readonly RowKey[])[] {
  if (second === undefined) return [[]];
  if (second === 'level') return levels.map((level) => [level]);
  return [...ends, undefined].map((high, at) => {
    const low = ends[at - 1];
    return [
      {
        included,
        ...(low !== undefined && { low: unitPrice(low) }),
        ...(high !== undefined && { high: unitPrice(high) }),
      },
    ];
  });
}

/** Stretches of days that follow each other; the first begins before any claim, the last is mostly open. */
function drawPeriods(draw: Draw): readonly Pick<RowModel, 'from' | 'to'>[] {
  const begins = [firstDay - 365, ...draw.some(changeDays, 0, 2)];
  return begins.map((from, at) => {
    const next = begins[at + 1];
    const gap = draw.chance(10) ? 30 : 1;
    if (next !== undefined) return { from, to: next - gap };
    return draw.chance(85) ? { from } : { from, to: from + draw.integer(400, 1200) };
  });
}

function drawCells(draw: Draw): RowModel['cells'] {
  const cells: Record<string, Cell> = {
    类: draw.pick(itemClasses),
    限价: draw.chance(35) ? undefined : unitPrice(drawPrice(draw)),
    先付: draw.chance(30) ? undefined : fraction(draw.integer(0, 10_000), 10_000),
    限用: draw.chance(30),
    限级: draw.chance(60) ? undefined : draw.pick(levels),
  };
  return cells;
}

/** One or two, each with rows of its own for some of the codes and for a new one. */
function drawChanges(composer: Composer, name: string, shape: Shape): readonly WrittenChange[] {
  const { draw } = composer;
  const days = draw.some([firstDay, ...changeDays], 1, 2);
  return days.map((from, at) => {
    const removes = draw.chance(35);
    const codes = [...draw.some(shape.codes, 1, 2), ...(removes || draw.chance(50) ? [] : ['新9'])];
    const file = `${name}${at}.csv`;
    const word = removes ? '取消' : '增加';
    const since = from === firstDay ? '' : ` 自 ${textOfDay(from)}`;
    const rows = someRows(draw, shape, codes);
    return { removes, from, rows, file, text: `目录 ${name} ${word} 来源 "${file}"${since}` };
  });
}

function catalogueText(name: string, { second, included, dated }: Shape): string {
  const stretch = included === 'low' ? '不低于 下限 不满 上限' : '超过 下限 至 上限';
  const items = [
    '键 码：文本',
    ...(second === 'level' ? ['键 级：医院级别'] : []),
    ...(second === 'price' ? [`键 价位：金额/单位 ${stretch}`] : []),
    '列 类：费用类别',
    '列 限价：金额/单位 0元/单位..100万元/单位 或 不限',
    '列 先付：比例 0%..100% 小数 4 或 无',
    '列 限用：布尔',
    '列 限级：医院级别 或 无',
    ...(dated ? ['生效 起日、止日'] : []),
  ];
  return `目录 ${name} 来源 "${name}.csv" {\n  ${items.join('；\n  ')}；\n}`;
}

function csvText(rows: readonly RowModel[], { second, dated }: Shape, keysAlone: boolean): string {
  const columns = keysAlone ? [] : ['类', '限价', '先付', '限用', '限级'];
  const head = [
    '码',
    ...(second === 'level' ? ['级'] : []),
    ...(second === 'price' ? ['下限', '上限'] : []),
    ...columns,
    ...(dated ? ['起日', '止日'] : []),
  ];
  const body = rows.map(({ keys, cells, from, to }) => [
    ...keys.flatMap((key) =>
      typeof key === 'string' ? [key] : [priceText(key.low), priceText(key.high)],
    ),
    ...columns.map((column) => cellText(column, cells[column])),
    ...(dated ? [from, to].map((day) => (day === undefined ? '' : textOfDay(day))) : []),
  ]);
  return [head, ...body].map((cells) => cells.join(',')).join('\n');
}

function priceText(price: Fraction | undefined): string {
  return price ? decimalText(price.top, 6) : '';
}

function cellText(column: string, cell: Cell): string {
  if (cell === undefined) return column === '限价' ? '不限' : '无';
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if (typeof cell === 'string') return cell;
  return column === '限价' ? priceText(cell) : `${decimalText(cell.top, 2)}%`;
}
