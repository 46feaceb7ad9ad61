const digits = '零一二三四五六七八九';
/** A step may follow the next higher one, or a 零, or nothing. */
const wholeParts =
  /^(?:(?<thousands>[一二两三四五六七八九])千)?(?:(?:^|(?<=千)|(?<=千)零)(?<hundreds>[一二两三四五六七八九])百)?(?:(?:^|(?<=百)|(?<=[千百])零)(?<tens>[一二两三四五六七八九])十)?(?:(?:^|(?<=十)|(?<=[千百])零)(?<ones>[一二两三四五六七八九]))?$/u;
const amount = /^([零一二两三四五六七八九十百千]+)([万亿]?)(?:元|块|圆)$/u;
const discount = /^([一二两三四五六七八九])([一二三四五六七八九]?)折$/u;
const tenths = /^([一二两三四五六七八九])成(?:([一二三四五六七八九])|(半))?$/u;

/**
 * The quantity that a name probably was meant for: 三千元 is 3000元, 六折 is 60%, 七成五 is 75%. Such words may be names, so
 * it is used in messages only; undefined for any other name.
 */
export function writtenQuantity(name: string): string | undefined {
  const [, count = '', step = ''] = amount.exec(name) ?? [];
  const value = count === '' ? undefined : wholeNumber(count);
  if (value !== undefined) return `${value}${step}元`;
  const [, first = '', second = '', half] = discount.exec(name) ?? tenths.exec(name) ?? [];
  if (first === '') return undefined;
  const last = half === undefined ? digitOf(second || '零') : 5;
  return `${digitOf(first) * 10 + last}%`;
}

/**
 * 十五 is 15, 三千二百零四 is 3204. Undefined where the steps do not fall (三百千), or where one is left out and not said to
 * be (三千五: 3005 or 3500?).
 */
function wholeNumber(text: string): number | undefined {
  const parts = wholeParts.exec(text.replace(/^十/, '一十'))?.groups;
  if (!parts) return undefined;
  const { thousands = '零', hundreds = '零', tens = '零', ones = '零' } = parts;
  return digitOf(thousands) * 1000 + digitOf(hundreds) * 100 + digitOf(tens) * 10 + digitOf(ones);
}

function digitOf(letter: string): number {
  return letter === '两' ? 2 : digits.indexOf(letter);
}
