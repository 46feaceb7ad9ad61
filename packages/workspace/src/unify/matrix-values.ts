import type { LocalText, Rational, TextLanguage } from '@tiaoli/base';
import { assertNever, parseRational, printRational, rational } from '@tiaoli/base';
import type { ParameterPoint, ParameterValues } from '@tiaoli/compiler';
import type {
  Bound,
  DelegationDeclaration,
  Dimension,
  Expr,
  KeyMatch,
  ModuleIndex,
  NumberRange,
  ValueType,
} from '@tiaoli/ir';
import { printExpr, printNumber, walkExpr } from '@tiaoli/ir';
import type { MatrixPoint, MatrixValue } from './unification-matrix.ts';

const open: LocalText = { zh: '未见', en: 'not seen' };

/** A form of the value that is equal exactly when two values are; undefined where the documents leave it open. */
export function comparableValue(value: Expr): string | undefined {
  return isOpen(value) ? undefined : JSON.stringify(value);
}

/** Cases and lookups that are left are settled by a claim; anything else that holds an open part is open. */
function isOpen(value: Expr): boolean {
  if (value.kind === 'cases' || value.kind === 'lookup') return false;
  let found = false;
  walkExpr(value, (each) => {
    found ||= each.kind === 'undetermined';
  });
  return found;
}

/** The values of one place for people and for programs. */
export function matrixValue(
  { points, dimensions }: Pick<ParameterValues, 'points' | 'dimensions'>,
  values: readonly Expr[],
  index: ModuleIndex,
): Omit<MatrixValue, 'isIllustrative'> {
  const shown = points.flatMap((point, at): MatrixPoint[] => {
    const value = values[at];
    return value ? [matrixPoint(pointLabel(point, dimensions), value, index)] : [];
  });
  return { text: { zh: lineOf(shown, 'zh'), en: lineOf(shown, 'en') }, points: shown };
}

function matrixPoint(label: string, value: Expr, index: ModuleIndex): MatrixPoint {
  if (isOpen(value)) return { label, text: open };
  const text = { zh: printExpr(value, index, 'zh'), en: printExpr(value, index, 'en') };
  const exact = exactValue(value);
  return { label, text, ...(exact !== undefined && { value: exact }) };
}

/** Yuan, or per one, as a decimal text; undefined where it is no single value. */
export function exactValue(value: Expr): string | undefined {
  if (value.kind !== 'literal') return undefined;
  if (typeof value.value !== 'string') return JSON.stringify(value.value);
  const number = value.type.kind === 'date' ? undefined : parseRational(value.value);
  if (!number || value.type.kind === 'enumeration' || value.type.kind === 'text')
    return value.value;
  const isMoney = value.type.kind === 'money' || value.type.kind === 'unit-price';
  return printRational(isMoney ? inYuan(number) : number);
}

function inYuan({ numerator, denominator }: Rational): Rational {
  return rational(numerator, denominator * 100n);
}

/** `三级·退休`, with the column where there are several. */
function pointLabel({ pieces, column }: ParameterPoint, dimensions: readonly Dimension[]): string {
  const parts = pieces.map((piece, at) => pieceLabel(piece, dimensions[at]?.type));
  return [...parts, ...(column === undefined ? [] : [column])].join('·');
}

/** A row or a column, for people: `三级`, `不低于10万元，不满20万元`. */
export function pieceLabel(piece: KeyMatch, type: ValueType | undefined): string {
  switch (piece.kind) {
    case 'members':
      return piece.members.join('、');
    case 'otherwise':
    case 'any':
      return '其余';
    case 'range':
      return rangeLabel(piece, type ?? { kind: 'integer' });
    default:
      return assertNever(piece);
  }
}

function rangeLabel({ low, high }: NumberRange, type: ValueType): string {
  const print = (text: string): string => {
    const number = parseRational(text);
    return number ? printNumber(number, type, 'zh') : text;
  };
  const from = low && `${low.included ? '不低于' : '超过'}${print(low.value)}`;
  const to = high && `${high.included ? '不超过' : '不满'}${print(high.value)}`;
  return [from, to].filter((part) => part !== undefined).join('，') || '任何数';
}

/** `70%` where all are alike, else each value with its cells; the one that most cells share is 其余. */
function lineOf(points: readonly MatrixPoint[], language: TextLanguage): string {
  const groups = [...Map.groupBy(points, ({ text }) => text[language])];
  const [first] = groups;
  if (groups.length <= 1) return first?.[0] ?? '';
  const most = Math.max(...groups.map(([, same]) => same.length));
  const largest = groups.filter(([, same]) => same.length === most);
  const [rest] = most > 1 && largest.length === 1 ? largest : [];
  const named = groups
    .filter((group) => group !== rest)
    .map(([text, same]) => `${same.map(({ label }) => label).join('、')} ${text}`);
  const otherwise = language === 'zh' ? '其余' : 'otherwise';
  const parts = rest ? [...named, `${otherwise} ${rest[0]}`] : named;
  return parts.join(language === 'zh' ? '；' : '; ');
}

/** What lower documents may decide, in the words of the language: `不低于70%，可按 人员类别`. */
export function boundsText(
  delegations: readonly DelegationDeclaration[],
  index: ModuleIndex,
): LocalText | undefined {
  const [first] = delegations;
  if (!first) return undefined;
  const texts = delegations.map((each) => delegationText(each, index));
  return {
    zh: texts.map(({ zh }) => zh).join('；'),
    en: texts.map(({ en }) => en).join('; '),
  };
}

function delegationText({ bounds, splits }: DelegationDeclaration, index: ModuleIndex): LocalText {
  const parts = bounds.map((bound) => boundText(bound, index));
  if (splits.length > 0) {
    const names = splits.map(({ name }) => name).join('、');
    parts.push({ zh: `可按${names}`, en: `may be split by ${names}` });
  }
  if (parts.length === 0) return { zh: '不设界限', en: 'without bounds' };
  return {
    zh: parts.map(({ zh }) => zh).join('，'),
    en: parts.map(({ en }) => en).join(', '),
  };
}

function boundText(bound: Bound, index: ModuleIndex): LocalText {
  const zh = (expr: Expr): string => printExpr(expr, index, 'zh');
  const en = (expr: Expr): string => printExpr(expr, index, 'en');
  switch (bound.kind) {
    case 'at-least':
      return { zh: `不低于${zh(bound.value)}`, en: `at least ${en(bound.value)}` };
    case 'at-most':
      return { zh: `不超过${zh(bound.value)}`, en: `at most ${en(bound.value)}` };
    case 'between':
      return {
        zh: `在${zh(bound.low)}至${zh(bound.high)}`,
        en: `from ${en(bound.low)} to ${en(bound.high)}`,
      };
    case 'step':
      return { zh: `步长${zh(bound.value)}`, en: `in steps of ${en(bound.value)}` };
    case 'no-worse':
      return { zh: '不劣于省值', en: 'no worse than the province' };
    case 'monotone': {
      const words = bound.direction === 'rising' ? ['递增', 'rising'] : ['递减', 'falling'];
      return { zh: `按${bound.dimension}${words[0]}`, en: `${words[1]} by ${bound.dimension}` };
    }
    default:
      return assertNever(bound);
  }
}
