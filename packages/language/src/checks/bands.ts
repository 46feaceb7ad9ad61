import type { Diagnostic } from '@tiaoli/base';
import { compare, ZERO } from '@tiaoli/base';
import type { Expression, Interval } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import { numericLiteral } from '../types/type-use.ts';
import type { CheckContext } from './check.ts';
import type { End, Stretch } from './interval.ts';
import { contact, stretchOf } from './interval.ts';

/** Brackets begin at 0, touch, and the last is open; each end of a band says whether it is included. */
export function checkBands(context: CheckContext): readonly Diagnostic[] {
  const ofLayers = context.nodes('BracketRate').flatMap(({ bands }) =>
    checkBracketBands(
      bands.map(({ range, otherwise }) => (otherwise ? undefined : range)),
      context,
    ),
  );
  const ofTables = context.nodes('Table').flatMap((table) => {
    const [dimension] = table.dimensions;
    if (dimension?.$type !== 'BracketDimension' || table.dimensions.length > 1) return [];
    const ranges = table.rows.map((row) => {
      const content = row.$type === 'KeyedRow' ? row.keys[0]?.content : row.cells[0]?.content;
      return content?.$type === 'Interval' ? content : undefined;
    });
    return checkBracketBands(ranges, context);
  });
  return [...ofLayers, ...ofTables, ...context.nodes('Interval').flatMap(checkWords)];
}

/** `10万元至20万元` in a band or a key: is 10万元 in it? */
function checkWords(interval: Interval): readonly Diagnostic[] {
  const stretch = stretchOf(interval, numericLiteral);
  if (!stretch?.ambiguous) return [];
  const text = interval.$cstNode?.text ?? '';
  return [finding('ambiguous-band', spanOf(interval), { text })];
}

/** `undefined` stands for 其余, which is what lies above the bands before it. */
function checkBracketBands(
  ranges: readonly (Interval | undefined)[],
  context: CheckContext,
): readonly Diagnostic[] {
  const written = ranges.flatMap((range) => {
    const stretch = range && stretchOf(range, numericLiteral);
    return range && stretch ? [{ range, stretch }] : [];
  });
  if (written.some(({ stretch }) => stretch.ambiguous || hasPlainEnd(stretch, context))) return [];
  const [first] = written;
  const last = written.at(-1);
  if (!first || !last) return [];
  const hasRest = ranges.length > written.length;
  return [
    ...checkVaryingLimits(written, context),
    ...written.flatMap(({ range, stretch }) => checkOneBand(range, stretch)),
    ...checkBeginning(first.range, first.stretch),
    ...written.flatMap(({ range, stretch }, index) => {
      const before = written[index - 1];
      return before ? checkContact(before.stretch, range, stretch) : [];
    }),
    ...(hasRest || !last.stretch.high
      ? []
      : [finding('band-not-open', spanOf(last.range), { to: textOf(last.stretch.high) })]),
  ];
}

/** 不超过10 for 不超过10万元: the types report it, and where the band ends nobody can say. */
function hasPlainEnd({ low, high }: Stretch, { scope }: CheckContext): boolean {
  return [low, high].some((end) => end && scope.typeOf(end.node).type.kind === 'number');
}

interface WrittenBand {
  readonly range: Interval;
  readonly stretch: Stretch;
}

/** Said once for all the bands of a list: they share their limits. */
function checkVaryingLimits(
  written: readonly WrittenBand[],
  { scope }: CheckContext,
): readonly Diagnostic[] {
  const varying = written.find(({ stretch: { low, high } }) =>
    [low, high].some((end) => end && scope.typeOf(end.node).constness === 'open'),
  );
  return varying ? [finding('band-limit-varies', spanOf(varying.range), {})] : [];
}

function checkOneBand(range: Interval, { low, high }: Stretch): readonly Diagnostic[] {
  const isEmpty = low?.value && high?.value && compare(low.value, high.value) >= 0;
  return isEmpty ? [finding('empty-band', spanOf(range), {})] : [];
}

function checkBeginning(range: Interval, { low }: Stretch): readonly Diagnostic[] {
  if (!low?.value || compare(low.value, ZERO) === 0) return [];
  return [finding('band-gap', spanOf(range), { from: '0元', to: textOf(low) })];
}

function checkContact(before: Stretch, range: Interval, stretch: Stretch): readonly Diagnostic[] {
  const { high } = before;
  const { low } = stretch;
  switch (contact(high, low)) {
    case 'gap':
      return [
        finding('band-gap', spanOf(range), {
          from: high ? textOf(high) : '',
          to: low ? textOf(low) : '',
        }),
      ];
    case 'overlap':
      return [finding('band-overlap', spanOf(range), { at: low ? textOf(low) : '0元' })];
    default:
      return [];
  }
}

function textOf({ node }: { readonly node: Expression } | End): string {
  return node.$cstNode?.text ?? '';
}
