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
  ['万块', '万元'],
  ['千元', '元'],
  ['百分比', '%'],
  ['个百分比', '个百分点'],
  ['个点', '个百分点'],
  ['点', '个百分点'],
  ['月', '个月'],
  ['号', '日'],
  ['RMB', '元'],
  ['rmb', '元'],
  ['个工作天', '个工作日'],
]);

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
