const digits = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));
const units = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** 二十一, 二〇二一, 21, ２１ as a number; undefined where it is none. */
export function readNumber(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll('〇', '零')
    .replaceAll('○', '零')
    .replaceAll('两', '二');
  if (/^\d+$/u.test(plain)) return Number(plain);
  if (!/^[零一二三四五六七八九十百千]+$/u.test(plain)) return undefined;
  if (!/[十百千]/u.test(plain)) return Number([...plain].map((each) => digits.get(each)).join(''));
  let [sum, digit] = [0, 0];
  for (const each of plain) {
    const unit = units.get(each);
    if (unit === undefined) digit = digits.get(each) ?? 0;
    else {
      sum += (digit === 0 && unit === 10 && sum === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}
