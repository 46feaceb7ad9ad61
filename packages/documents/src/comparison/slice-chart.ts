import type { Rational } from '@tiaoli/base';
import type { Slice, SlicePart, SlicePiece } from '@tiaoli/diff';
import { isNumeric, printNumber } from '@tiaoli/ir';
import type { Markup } from '../page/markup.ts';
import { element } from '../page/markup.ts';
import type { PageContext } from './page-context.ts';

interface ChartOptions {
  readonly title: string;
  /** The value of the fact in the case. */
  readonly at?: Rational;
  readonly context: PageContext;
}

const width = 760;
const left = 110;
const right = 20;
const main = { top: 28, height: 230 };
const change = { top: 300, height: 110 };
const bottom = 460;

type Place = (value: number) => number;

/** Before and after over one fact, and their difference below; numbered lines where a rule bends. */
export function sliceChart(slice: Slice, id: string, options: ChartOptions): Markup {
  const { title, at, context } = options;
  const { pieces } = slice;
  const x = scale([pieces[0]?.from, pieces.at(-1)?.to].map(plain), left, width - right);
  const values = pieces.flatMap(({ before, after }) => [...ends(before), ...ends(after)]);
  const y = scale([0, ...values], main.top + main.height, main.top);
  const changes = pieces.flatMap(({ difference }) => (difference ? ends(difference) : []));
  const d = scale([0, ...changes], change.top + change.height, change.top);
  const describe = context.say({
    zh: '上：旧（实线）和新（虚线）；下：差额。编号的竖线是规则变化的地方，数值见下表。',
    en: 'Above: old (solid) and new (dashed); below: the difference. Numbered lines are where a rule bends; see the table.',
  });
  return element(
    'svg',
    { viewBox: `0 0 ${width} ${bottom}`, role: 'img', 'aria-labelledby': `${id}-t ${id}-d` },
    element('title', { id: `${id}-t` }, title),
    element('desc', { id: `${id}-d` }, describe),
    ...axis(values, y, slice.type, context),
    ...axis(changes, d, slice.type, context),
    ...breakLines(slice, x),
    ...(at ? [vertical(x(plain(at)), 'here')] : []),
    ...lines(pieces, (piece) => piece.before, { x, y, name: 'before-line' }),
    ...lines(pieces, (piece) => piece.after, { x, y, name: 'after-line' }),
    ...lines(pieces, (piece) => piece.difference, { x, y: d, name: 'change-line' }),
    ...legend(slice, context),
  );
}

/** For places on paper alone: nothing is worked out from it. */
function plain(value: Rational | undefined): number {
  return value ? Number(value.numerator) / Number(value.denominator) : 0;
}

function ends(part: SlicePart): readonly number[] {
  return part.kind === 'line' ? [plain(part.first), plain(part.last)] : [];
}

function scale(values: readonly number[], from: number, to: number): Place {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low || 1;
  return (value) => Math.round((from + ((value - low) / span) * (to - from)) * 10) / 10;
}

function lines(
  pieces: readonly SlicePiece[],
  partOf: (piece: SlicePiece) => SlicePart | undefined,
  { x, y, name }: { readonly x: Place; readonly y: Place; readonly name: string },
): readonly Markup[] {
  return pieces.flatMap((piece) => {
    const part = partOf(piece);
    if (part?.kind !== 'line') return [];
    const [first, last] = ends(part);
    const place = {
      x1: x(plain(piece.from)),
      y1: y(first ?? 0),
      x2: x(plain(piece.to)),
      y2: y(last ?? 0),
    };
    return [element('line', { class: name, ...place })];
  });
}

function axis(
  values: readonly number[],
  y: Place,
  type: Slice['type'],
  { language }: PageContext,
): readonly Markup[] {
  if (values.length === 0) return [];
  const marks = [...new Set([0, Math.min(...values), Math.max(...values)])];
  return marks.flatMap((value) => {
    const whole = { numerator: BigInt(Math.round(value)), denominator: 1n };
    const text = isNumeric(type) ? printNumber(whole, type, language) : String(value);
    return [
      element('line', {
        class: value === 0 ? 'axis' : 'grid-line',
        x1: left,
        y1: y(value),
        x2: width - right,
        y2: y(value),
      }),
      element('text', { x: left - 6, y: y(value) + 4, 'text-anchor': 'end' }, text),
    ];
  });
}

function vertical(x: number, name: string): Markup {
  return element('line', {
    class: name,
    x1: x,
    y1: main.top,
    x2: x,
    y2: change.top + change.height,
  });
}

/** Lines closer than a number is wide share one number. */
function breakLines({ breaks }: Slice, x: Place): readonly Markup[] {
  return breaks.flatMap(({ at }, number) => {
    const place = x(plain(at));
    return [
      vertical(place, 'grid-line'),
      element('text', { x: place, y: main.top - 10, 'text-anchor': 'middle' }, String(number + 1)),
    ];
  });
}

function legend({ input, pieces }: Slice, { say, language }: PageContext): readonly Markup[] {
  const y = bottom - 12;
  const text = (value: Rational | undefined): string =>
    value && isNumeric(input.type) ? printNumber(value, input.type, language) : '';
  const words = say({ zh: '— 旧　┄ 新', en: '— old   ┄ new' });
  return [
    element('text', { x: left, y: y - 22 }, text(pieces[0]?.from)),
    element('text', { x: width - right, y: y - 22, 'text-anchor': 'end' }, text(pieces.at(-1)?.to)),
    element(
      'text',
      { x: (left + width) / 2, y, 'text-anchor': 'middle' },
      `${input.name}　${words}`,
    ),
  ];
}
