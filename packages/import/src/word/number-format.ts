const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const legalDigits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

type Format = (value: number) => string;

/** `w:numFmt` as Word writes the number; undefined for one that is not known here. */
export function formatNumber(value: number, format: string): string | undefined {
  return formats.get(format)?.(value);
}

/** 105 as 一百零五; up to 9999, beyond as digits. */
function counting(value: number, words = digits, units = ['', '十', '百', '千']): string {
  const [zero = '零'] = legalDigits;
  if (value <= 0 || value >= 10_000) return String(value);
  const places = String(value).split('').map(Number);
  let text = '';
  places.forEach((digit, at) => {
    const unit = units[places.length - 1 - at] ?? '';
    if (digit !== 0) text += `${words[digit]}${unit}`;
    else if (!text.endsWith(zero) && places.slice(at).some((rest) => rest !== 0)) text += zero;
  });
  return text;
}

function chineseCounting(value: number): string {
  return counting(value).replace(/^一十/u, '十');
}

function asDigits(value: number): string {
  return String(value).replace(/\d/gu, (digit) => digits[Number(digit)] ?? digit);
}

/** a … z, aa, bb: as Word goes on behind z. */
function letter(value: number): string {
  if (value <= 0) return String(value);
  const code = (value - 1) % 26;
  return String.fromCharCode(97 + code).repeat(Math.floor((value - 1) / 26) + 1);
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  if (value <= 0 || value > 5000) return String(value);
  let [rest, text] = [value, ''];
  for (const [worth, sign] of romans) {
    text += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}

function fromTable(first: number, most: number): Format {
  return (value) =>
    value >= 1 && value <= most ? String.fromCodePoint(first + value - 1) : String(value);
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/gu, (digit) => String.fromCharCode(0xff10 + Number(digit)));
}

const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['decimal', String],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['decimalHalfWidth', String],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['chineseCounting', chineseCounting],
  ['chineseCountingThousand', chineseCounting],
  ['taiwaneseCounting', chineseCounting],
  ['taiwaneseCountingThousand', chineseCounting],
  ['japaneseCounting', chineseCounting],
  ['chineseLegalSimplified', (value) => counting(value, legalDigits, ['', '拾', '佰', '仟'])],
  ['ideographLegalTraditional', (value) => counting(value, legalDigits, ['', '拾', '佰', '仟'])],
  ['ideographDigital', asDigits],
  ['taiwaneseDigital', asDigits],
  ['japaneseDigitalTenThousand', asDigits],
  ['ideographTraditional', (value) => stems.charAt(value - 1) || String(value)],
  ['ideographZodiac', (value) => branches.charAt(value - 1) || String(value)],
  ['decimalEnclosedCircle', fromTable(0x2460, 20)],
  ['decimalEnclosedCircleChinese', fromTable(0x2460, 20)],
  ['decimalEnclosedParen', fromTable(0x2474, 20)],
  ['decimalEnclosedFullstop', fromTable(0x2488, 20)],
  ['ideographEnclosedCircle', fromTable(0x3280, 10)],
  ['upperLetter', (value) => letter(value).toUpperCase()],
  ['lowerLetter', letter],
  ['upperRoman', (value) => roman(value).toUpperCase()],
  ['lowerRoman', roman],
]);
