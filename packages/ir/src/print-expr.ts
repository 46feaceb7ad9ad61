import type { Rounding, TextLanguage } from '@tiaoli/base';
import { assertNever, parseRational } from '@tiaoli/base';
import type {
  AccumulatorRef,
  Brackets,
  Cases,
  Dated,
  Expr,
  KeyMatch,
  Lookup,
  NumberRange,
} from './expr.ts';
import { rowsInOrder } from './lookup-rows.ts';
import type { ModuleIndex } from './module-index.ts';
import { printLiteral, printMembers, printNumber } from './print-value.ts';
import type { FormulaWords } from './print-words.ts';
import { formulaWords } from './print-words.ts';
import type { ValueType } from './type.ts';
import { typeOfExpr } from './type-of-expr.ts';

/** In a formula, a table with more rows is named by its keys alone. */
const MOST_ROWS = 8;

interface Printing {
  readonly index: ModuleIndex;
  readonly language: TextLanguage;
  readonly words: FormulaWords;
  readonly mostRows: number;
}

/** How tightly a printed text holds together; what binds looser than its surroundings gets parentheses. */
const BINDING = { choice: 0, or: 1, and: 2, not: 3, compare: 4, sum: 5, product: 6, atom: 7 };

interface Printed {
  readonly text: string;
  readonly binding: number;
}

/** An expression as a formula for people: `(合规费用 − 起付) × 60%`. Ids that do not resolve are printed as they are. */
export function printExpr(
  expr: Expr,
  index: ModuleIndex,
  language: TextLanguage,
  mostRows = MOST_ROWS,
): string {
  return print(expr, { index, language, words: formulaWords[language], mostRows }).text;
}

function print(expr: Expr, printing: Printing): Printed {
  const { words } = printing;
  switch (expr.kind) {
    case 'arithmetic':
      return printArithmetic(expr, printing);
    case 'compare':
      return {
        text: infix([expr.left, expr.right], ` ${SIGNS[expr.operator]} `, BINDING.sum, printing),
        binding: BINDING.compare,
      };
    case 'logic': {
      const binding = expr.operator === 'and' ? BINDING.and : BINDING.or;
      const text = infix(expr.operands, ` ${words[expr.operator]} `, binding + 1, printing);
      return { text, binding };
    }
    case 'not':
      return {
        text: `${words.not} ${within(expr.operand, BINDING.not, printing)}`,
        binding: BINDING.not,
      };
    case 'member':
    case 'intersects': {
      const word = expr.kind === 'member' ? words.in : words.holds;
      const members = printMembers(expr.members, printing.language);
      const text = `${within(expr.operand, BINDING.sum, printing)} ${word} ${members}`;
      return { text, binding: BINDING.compare };
    }
    case 'present':
      return {
        text: `${words.present} ${within(expr.operand, BINDING.atom, printing)}`,
        binding: BINDING.not,
      };
    case 'cases':
      return printCases(expr, printing);
    default:
      return { text: printAtom(expr, printing), binding: BINDING.atom };
  }
}

type ExprOf<K extends Expr['kind']> = Extract<Expr, { kind: K }>;
type AtomKind = Exclude<
  Expr['kind'],
  'arithmetic' | 'compare' | 'logic' | 'not' | 'member' | 'intersects' | 'present' | 'cases'
>;

function printAtom(expr: ExprOf<AtomKind>, printing: Printing): string {
  const { words, index, language } = printing;
  switch (expr.kind) {
    case 'literal':
      return printLiteral(expr, language);
    case 'input':
      return index.inputs.get(expr.input)?.name ?? expr.input;
    case 'definition':
      return index.definitions.get(expr.definition)?.name ?? expr.definition;
    case 'accumulator':
      return printAccumulator(expr, printing);
    case 'parameter': {
      const name = index.parameters.get(expr.parameter)?.name ?? expr.parameter;
      return expr.column === undefined ? name : `${name}.${expr.column}`;
    }
    case 'element':
      return words.element;
    case 'not-applicable':
      return `${words.notApplicable}${note(expr.reason, printing)}`;
    case 'undetermined':
      return `${words.undetermined}${note(expr.reason, printing)}`;
    case 'extremum':
    case 'combine':
      return call(words[expr.operator], expr.operands, printing);
    case 'or-else':
      return `${print(expr.operand, printing).text}${note(`${words.asZero}${gap(printing)}${print(expr.fallback, printing).text}`, printing)}`;
    case 'floor-divide':
      return call(words.floorDivide, [expr.left, expr.right], printing);
    case 'round':
      return withRounding(words.round, [expr.operand], expr, printing);
    case 'quotient':
      return withRounding(words.quotient, [expr.left, expr.right], expr, printing);
    case 'dated':
      return printDated(expr, printing);
    case 'lookup':
      return printLookup(expr, printing);
    case 'brackets':
      return printBrackets(expr, printing);
    case 'set-aggregate':
    case 'child-aggregate':
      return printAggregate(expr, printing);
    case 'catalogue-cell':
      return printCell(expr, printing);
    case 'date-part':
    case 'date-shift':
    case 'working-day-shift':
      return printDateExpr(expr, printing);
    default:
      return assertNever(expr);
  }
}

const SIGNS = { '=': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;

function printArithmetic(expr: ExprOf<'arithmetic'>, printing: Printing): Printed {
  const { operator } = expr;
  const binding = operator === '*' ? BINDING.product : BINDING.sum;
  const sign = { '+': '+', '-': '−', '*': '×' }[operator];
  const left = within(expr.left, binding, printing);
  const right = within(expr.right, operator === '-' ? binding + 1 : binding, printing);
  return { text: `${left} ${sign} ${right}`, binding };
}

function printCases(expr: Cases, printing: Printing): Printed {
  const { words } = printing;
  const inner = (child: Expr): string => within(child, BINDING.or, printing);
  const [only] = expr.branches;
  if (only && expr.branches.length === 1 && expr.otherwise) {
    const text = `${words.if} ${inner(only.when)} ${words.consequence} ${inner(only.value)} ${words.else} ${inner(expr.otherwise)}`;
    return { text, binding: BINDING.choice };
  }
  const rows = expr.branches.map(
    ({ when, value }) => `${inner(when)}${words.colon}${inner(value)}`,
  );
  if (expr.otherwise) rows.push(`${words.otherwise}${words.colon}${inner(expr.otherwise)}`);
  return { text: block(rows, printing), binding: BINDING.atom };
}

function printLookup(expr: Lookup, printing: Printing): string {
  const { words } = printing;
  const keys = expr.keys.map((key) => print(key, printing).text).join(words.comma);
  if (expr.rows.length > printing.mostRows) return `${words.table}(${keys})`;
  const types = expr.keys.map((key) => typeOfExpr(key, printing.index)?.type);
  const rows = rowsInOrder(expr.rows).map(({ match, value }) => {
    const texts = match.map((each, column) => printMatch(each, types[column], printing));
    return `${texts.join(words.comma)}${words.colon}${print(value, printing).text}`;
  });
  return `${words.by} ${keys} ${block(rows, printing)}`;
}

function printMatch(match: KeyMatch, type: ValueType | undefined, printing: Printing): string {
  switch (match.kind) {
    case 'any':
      return printing.words.any;
    case 'otherwise':
      return printing.words.otherwise;
    case 'members':
      return match.members.join('/');
    case 'range':
      return printRange(match, type, printing);
    default:
      return assertNever(match);
  }
}

function printRange(
  { low, high }: NumberRange,
  type: ValueType | undefined,
  { language }: Printing,
): string {
  const bound = (text: string): string => {
    const value = parseRational(text);
    return value && type ? printNumber(value, type, language) : text;
  };
  const from = low ? `${low.included ? '[' : '('}${bound(low.value)}` : '(−∞';
  const to = high ? `${bound(high.value)}${high.included ? ']' : ')'}` : '+∞)';
  return `${from}, ${to}`;
}

function printBrackets(expr: Brackets, printing: Printing): string {
  const { words } = printing;
  const rows = expr.bands.map(({ upTo, rate }, at) => {
    const lower = expr.bands[at - 1]?.upTo;
    const word = upTo ? words.upTo : words.over;
    const limit = upTo ?? lower;
    const range = limit ? `${word}${gap(printing)}${print(limit, printing).text}` : words.any;
    return `${range}${words.colon}${print(rate, printing).text}`;
  });
  const stretch = `${print(expr.from, printing).text} ${words.to} ${print(expr.to, printing).text}`;
  const perBand = expr.perBand ? ` ${words.perBand}` : '';
  return `${words.brackets}(${stretch}) ${block(rows, printing)}${perBand}`;
}

function printAccumulator(expr: AccumulatorRef, printing: Printing): string {
  const { words, index } = printing;
  const name = index.accumulators.get(expr.accumulator)?.name ?? expr.accumulator;
  const keys = expr.keys?.map((key) => print(key, printing).text).join(words.comma);
  return `${words.before} ${name}${keys === undefined ? '' : `[${keys}]`}`;
}

function printDated(expr: Dated, printing: Printing): string {
  const { words, index } = printing;
  const values = expr.versions.map(({ value }) => print(value, printing).text);
  if (expr.otherwise)
    values.push(`${words.otherwise}${words.colon}${print(expr.otherwise, printing).text}`);
  return `${words.by} ${index.inputs.get(expr.on)?.name ?? expr.on} ${block(values, printing)}`;
}

function printAggregate(
  expr: ExprOf<'set-aggregate' | 'child-aggregate'>,
  printing: Printing,
): string {
  const { words, index } = printing;
  const names = {
    sum: words.sum,
    count: words.count,
    max: words.max,
    'second-max': words.secondMax,
    only: words.only,
  };
  const over =
    expr.kind === 'set-aggregate'
      ? print(expr.set, printing).text
      : (index.entities.get(expr.entity)?.name ?? expr.entity);
  const value = expr.operator === 'count' ? '' : `${print(expr.value, printing).text} `;
  const when = expr.when ? ` ${words.where} ${print(expr.when, printing).text}` : '';
  return `${names[expr.operator]}(${value}${words.of} ${over}${when})`;
}

function printCell(expr: ExprOf<'catalogue-cell'>, printing: Printing): string {
  const { words, index } = printing;
  const name = index.catalogues.get(expr.catalogue)?.name ?? expr.catalogue;
  const row = `${name}[${expr.keys.map((key) => print(key, printing).text).join(words.comma)}]`;
  return expr.column === undefined ? `${words.present} ${row}` : `${row}.${expr.column}`;
}

function printDateExpr(
  expr: ExprOf<'date-part' | 'date-shift' | 'working-day-shift'>,
  printing: Printing,
): string {
  const { words } = printing;
  if (expr.kind === 'working-day-shift') return printShift(expr, words.workingDays, printing);
  if (expr.kind === 'date-part') {
    const part = expr.part === 'insured-year' ? words.insuredYear : words[expr.part];
    return call(part, [expr.operand], printing);
  }
  if (expr.shift === 'first-of-next-month') return call(words.nextMonth, [expr.operand], printing);
  if (expr.shift === 'year-start') return call(words.yearStart, [expr.operand], printing);
  return printShift(expr, words.months, printing);
}

function printShift(
  { operand, by }: { readonly operand: Expr; readonly by?: Expr },
  unit: string,
  printing: Printing,
): string {
  const count = by ? within(by, BINDING.atom, printing) : '0';
  return `(${within(operand, BINDING.sum, printing)} + ${count}${gap(printing)}${unit})`;
}

/** Money is rounded to 分, 角, 元; other numbers to a unit of their own. */
function withRounding(
  name: string,
  operands: readonly Expr[],
  { mode, unit }: Rounding,
  printing: Printing,
): string {
  const { language } = printing;
  const first = operands[0];
  const type = first && typeOfExpr(first, printing.index)?.type;
  const isMoney = operands.length === 1 && type?.kind === 'money';
  const inner = operands.map((operand) => print(operand, printing).text).join(', ');
  return `${name}(${inner}, ${printRounding({ mode, unit }, isMoney, language)})`;
}

/** A rounding as people say it: `四舍五入到分`, `round half up to fen`; `isMoney` where the unit counts fen. */
export function printRounding(
  { mode, unit }: Rounding,
  isMoney: boolean,
  language: TextLanguage,
): string {
  const { mode: modes, fen } = formulaWords[language];
  const to = isMoney && (unit === '1' || unit === '10' || unit === '100') ? fen[unit] : unit;
  return `${modes[mode]}${language === 'zh' ? `到${to}` : ` to ${to}`}`;
}

function call(name: string, operands: readonly Expr[], printing: Printing): string {
  return `${name}(${operands.map((operand) => print(operand, printing).text).join(', ')})`;
}

function infix(
  operands: readonly Expr[],
  sign: string,
  binding: number,
  printing: Printing,
): string {
  return operands.map((operand) => within(operand, binding, printing)).join(sign);
}

function within(expr: Expr, binding: number, printing: Printing): string {
  const printed = print(expr, printing);
  return printed.binding < binding ? `(${printed.text})` : printed.text;
}

function block(rows: readonly string[], { words }: Printing): string {
  return `{ ${rows.join(words.semicolon)} }`;
}

function note(text: string, { language }: Printing): string {
  if (text === '') return '';
  return language === 'zh' ? `（${text}）` : ` (${text})`;
}

function gap({ language }: Printing): string {
  return language === 'zh' ? '' : ' ';
}
