import type { KeywordLanguage } from './spellings.ts';

/** A unit behind a number; the Chinese spelling is also its canonical form in the AST. */
export interface Unit {
  readonly zh: string;
  readonly en: string;
  readonly others: readonly string[];
}

export const units: readonly Unit[] = [
  unit('亿元', 'yi yuan'),
  unit('万元', 'wan yuan'),
  unit('元', 'yuan'),
  unit('角', 'jiao'),
  unit('分', 'fen'),
  unit('%', '%', '％', '﹪', 'percent'),
  unit('‰', '‰'),
  unit('个百分点', 'percentage points', '百分点', 'percentage point', 'points', 'pp'),
  unit('周岁', 'years old', '岁'),
  unit('个工作日', 'working days', '工作日', 'working day'),
  unit('个月', 'months', 'month'),
  unit('年', 'years', 'year'),
  unit('天', 'days', '日', 'day'),
  unit('小时', 'hours', 'hour'),
  unit('件', 'items', 'item'),
  unit('种', 'kinds', 'kind'),
  unit('次', 'times', 'time'),
  unit('万人', 'wan persons'),
  unit('人', 'persons', 'person'),
  unit('万', 'wan'),
  unit('亿', 'yi'),
  unit('倍', 'fold'),
];

/** What a unit price is per: `300元/次`. */
export const perUnits: readonly Unit[] = [
  unit('床日', 'bed day'),
  unit('人年', 'person year'),
  unit('单位', 'unit'),
  unit('天', 'day', '日'),
  unit('次', 'visit'),
  unit('月', 'month'),
  unit('年', 'year'),
  unit('人', 'person'),
];

/** What people write instead; it is read as a quantity and reported with what to write. */
export const wrongUnits: ReadonlyMap<string, string> = new Map([
  ['块钱', '元'],
  ['块', '元'],
  ['圆', '元'],
  ['元整', '元'],
  ['圆整', '元'],
  ['人民币', '元'],
  ['元人民币', '元'],
  ['万块钱', '万元'],
  ['万块', '万元'],
  ['万圆', '万元'],
  ['万元整', '万元'],
  ['万人民币', '万元'],
  ['亿块', '亿元'],
  ['亿圆', '亿元'],
  ['百分比', '%'],
  ['个百分比', '个百分点'],
  ['个点', '个百分点'],
  ['点', '个百分点'],
  ['月', '个月'],
  ['号', '日'],
  ['RMB', '元'],
  ['rmb', '元'],
  ['CNY', '元'],
  ['cny', '元'],
  ['个工作天', '个工作日'],
]);

/** Units that count in another step than those of the language: 3千元 is 3000元, 5成 is 50%. */
interface ScaledUnit {
  readonly unit: string;
  /** How many places the decimal point moves to the right. */
  readonly places: number;
  readonly right: string;
  /** Digits written behind the others before the point moves: the 半 of 5成半. */
  readonly behind?: string;
}

const scaledUnits: readonly ScaledUnit[] = [
  { unit: '百元', places: 2, right: '元' },
  { unit: '百块', places: 2, right: '元' },
  { unit: '千元', places: 3, right: '元' },
  { unit: '千块', places: 3, right: '元' },
  { unit: '千', places: 3, right: '' },
  { unit: '百万元', places: 2, right: '万元' },
  { unit: '千万元', places: 3, right: '万元' },
  { unit: '成半', places: 1, right: '%', behind: '.5' },
  { unit: '成', places: 1, right: '%' },
];

/** What `3千元` is in a unit of the language (`3000元`), exactly; undefined for any other unit. */
export function unscaled(digits: string, unit: string): string | undefined {
  const scaled = scaledUnits.find((each) => each.unit === unit);
  if (!scaled) return undefined;
  const number = digits.normalize('NFKC').replaceAll(',', '');
  const isWhole = !number.includes('.');
  if (scaled.behind !== undefined && !isWhole) return undefined;
  return `${movePoint(number + (scaled.behind ?? ''), scaled.places)}${scaled.right}`;
}

/** `1.5` by 3 places is `1500`: text in, text out, so that nothing is rounded. */
export function movePoint(number: string, places: number): string {
  const [whole = '', fraction = ''] = number.split('.');
  const moved = whole + fraction.slice(0, places).padEnd(places, '0');
  const rest = fraction.slice(places).replace(/0+$/, '');
  const digits = moved.replace(/^0+(?=\d)/, '');
  return rest === '' ? digits : `${digits}.${rest}`;
}

/** Scaled units that also end a number within a run of letters: 起付3千元. A lone 千 or 成 may begin a word. */
export const scaledMoneyUnits: readonly string[] = scaledUnits
  .map(({ unit }) => unit)
  .filter((unit) => /[元块]$/.test(unit));

/** The units that make a plain number (600万人口 is a count, never money). */
export const plainUnits: ReadonlySet<string> = new Set(['万', '亿', 'wan', 'yi']);

/** The spelling of a unit in a keyword language; the text itself when it is unknown. */
export function spellUnit(
  text: string,
  language: KeywordLanguage,
  table: readonly Unit[] = units,
): string {
  return unitOf(text, table)?.[language] ?? text;
}

export function unitOf(text: string, table: readonly Unit[] = units): Unit | undefined {
  return table.find(({ zh, en, others }) => zh === text || en === text || others.includes(text));
}

function unit(zh: string, en: string, ...others: string[]): Unit {
  return { zh, en, others };
}
