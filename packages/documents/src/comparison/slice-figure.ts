import type { Rational, TextLanguage } from '@tiaoli/base';
import { compare, multiply, printRational, rational, ZERO } from '@tiaoli/base';
import type {
  ComparedCase,
  ResultDifference,
  Slice,
  SliceBreak,
  SliceLine,
  SlicePart,
} from '@tiaoli/diff';
import { furthestExample, isSame, slicedInputs, sliceOf } from '@tiaoli/diff';
import { isNumber } from '@tiaoli/interpreter';
import type { ValueType } from '@tiaoli/ir';
import { isNumeric, printNumber } from '@tiaoli/ir';
import type { Markup } from '../page/markup.ts';
import { element, tableOf } from '../page/markup.ts';
import type { PageContext } from './page-context.ts';
import { sliceChart } from './slice-chart.ts';

/** How the result goes with the fact that bends it most, the others as in the example: a chart, and its numbers. */
export function sliceFigure(result: ResultDifference, id: string, context: PageContext): Markup {
  const region = result.regions.find(
    ({ state, examples }) => !isSame(state) && examples.length > 0,
  );
  const example = region && furthestExample(region);
  const slice = example && mostBentSlice(result, example, context);
  if (!slice) return { html: '' };
  const { say } = context;
  const here = example.facts.inputs.get(slice.input.id);
  const at = here !== undefined && here !== null && isNumber(here) ? here : undefined;
  const high = endOf(slice, at);
  const asked = { ...example, input: slice.input.id, result, ...(high && { high }) };
  const shown = sliceOf(context.slicing, asked) ?? slice;
  const title = say({
    zh: `${result.name} 随 ${slice.input.name} 的变化（其余事实与算例相同）`,
    en: `${result.name} by ${slice.input.name}, the other facts as in the case`,
  });
  return element(
    'figure',
    {},
    element('figcaption', {}, element('h4', {}, title)),
    sliceChart(shown, `${id}-chart`, { title, ...(at && { at }), context }),
    pieceTable(shown, title, context),
  );
}

/** Over the fact that the case names and that bends the difference most. */
function mostBentSlice(
  result: ResultDifference,
  { facts, state }: ComparedCase,
  { slicing }: PageContext,
): Slice | undefined {
  const slices = slicedInputs(slicing, result).flatMap(
    ({ id }) => sliceOf(slicing, { facts, state, input: id, result }) ?? [],
  );
  const isGiven = ({ input }: Slice): number => {
    const value = facts.inputs.get(input.id);
    return value && isNumber(value) && value.numerator !== 0n ? 1 : 0;
  };
  const [best] = slices
    .filter((each) => bendsOf(each) > 0)
    .toSorted((left, right) => isGiven(right) - isGiven(left) || bendsOf(right) - bendsOf(left));
  return best;
}

/** Pieces on which the sides differ. */
function bendsOf({ pieces }: Slice): number {
  return pieces.filter(
    ({ difference }) => difference && (isMoving(difference) || difference.first.numerator !== 0n),
  ).length;
}

function isMoving({ slope }: SliceLine): boolean {
  return slope.numerator !== 0n;
}

/** Up to somewhat beyond the last bend and the case, so that what happens can be seen. */
function endOf({ breaks }: Slice, at: Rational | undefined): Rational | undefined {
  const marks = [...breaks.map((each) => each.at), ...(at ? [at] : [])];
  const last = marks.reduce((best, each) => (compare(each, best) > 0 ? each : best), ZERO);
  const { numerator, denominator } = multiply(last, rational(5n, 4n));
  return numerator > 0n ? rational(numerator / denominator) : undefined;
}

function pieceTable(
  { pieces, breaks, input, type }: Slice,
  title: string,
  context: PageContext,
): Markup {
  const { say, language } = context;
  return tableOf({
    caption: title,
    heads: [
      input.name,
      say({ zh: '旧', en: 'Old' }),
      say({ zh: '新', en: 'New' }),
      say({ zh: '差额', en: 'Difference' }),
      say({ zh: '从这里起变化的规则', en: 'Rule that bends here' }),
    ],
    rows: pieces.map(({ from, to, before, after, difference }, at) => [
      `${amountText(from, input.type, language)} – ${amountText(to, input.type, language)}`,
      partText(before, type, context),
      partText(after, type, context),
      difference ? partText(difference, type, context) : '—',
      at === 0 ? '' : bendText(breaks[at - 1], context),
    ]),
  });
}

function bendText(bend: SliceBreak | undefined, { say }: PageContext): string {
  const { before, after } = bend ?? {};
  if (before && after && before.name === after.name) return before.name;
  const sides = [
    ...(before ? [say({ zh: `旧：${before.name}`, en: `old: ${before.name}` })] : []),
    ...(after ? [say({ zh: `新：${after.name}`, en: `new: ${after.name}` })] : []),
  ];
  return sides.join(say({ zh: '；', en: '; ' }));
}

const partWords = {
  missing: { zh: '待补充', en: 'missing' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  refused: { zh: '不符合约束，不能结算', en: 'refused by an invariant' },
  undecided: { zh: '未定', en: 'undecided' },
} as const;

function partText(part: SlicePart, type: ValueType, { language, say }: PageContext): string {
  if (part.kind !== 'line') return say(partWords[part.kind]);
  const [first, last] = [part.first, part.last].map((each) => amountText(each, type, language));
  return first === last ? `${first}` : `${first} → ${last}`;
}

function amountText(value: Rational, type: ValueType, language: TextLanguage): string {
  const text = isNumeric(type) ? printNumber(value, type, language) : printRational(value);
  return text.replace(/^-/u, '−');
}
