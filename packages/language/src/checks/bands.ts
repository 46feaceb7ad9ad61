import type { Diagnostic } from '@tiaoli/base';
import { compare, ZERO } from '@tiaoli/base';
import type { Expression, Interval } from '../generated/ast.ts';
import { keywordLanguageOf } from '../lower/keyword-language.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { KeywordLanguage } from '../syntax/spellings.ts';
import { numericLiteral } from '../types/type-use.ts';
import type { WrittenBand } from './band-fixes.ts';
import { addBand, beginAt, beginAtZero, endAt, openEnd } from './band-fixes.ts';
import type { CheckContext } from './check.ts';
import { withFixes } from './fixes.ts';
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
  const language = keywordLanguageOf(context.document);
  return [
    ...checkVaryingLimits(written, context),
    ...written.flatMap(({ range, stretch }) => checkOneBand(range, stretch)),
    ...checkBeginning(first, language),
    ...written.flatMap((band, index) => {
      const before = written[index - 1];
      return before ? checkContact(before, band, language) : [];
    }),
    ...(hasRest ? [] : checkEnd(last, language)),
  ];
}

/** 不超过10 for 不超过10万元: the types report it, and where the band ends nobody can say. */
function hasPlainEnd({ low, high }: Stretch, { scope }: CheckContext): boolean {
  return [low, high].some((end) => end && scope.typeOf(end.node).type.kind === 'number');
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

function checkBeginning(band: WrittenBand, language: KeywordLanguage): readonly Diagnostic[] {
  const { low } = band.stretch;
  if (!low?.value || compare(low.value, ZERO) === 0) return [];
  const found = finding('band-gap', spanOf(band.range), { from: '0元', to: textOf(low) });
  const added = addBand(band, { high: low, side: 'before' }, language);
  return [withFixes(found, [beginAtZero(band, language), added])];
}

function checkEnd(band: WrittenBand, language: KeywordLanguage): readonly Diagnostic[] {
  const { high } = band.stretch;
  if (!high) return [];
  const found = finding('band-not-open', spanOf(band.range), { to: textOf(high) });
  const added = addBand(band, { low: high, side: 'behind' }, language);
  return [withFixes(found, [added, openEnd(band, language)])];
}

function checkContact(
  before: WrittenBand,
  band: WrittenBand,
  language: KeywordLanguage,
): readonly Diagnostic[] {
  const { high } = before.stretch;
  const { low } = band.stretch;
  const place = spanOf(band.range);
  const fixes = [beginAt(band, high, language), endAt(before, low, language)];
  switch (contact(high, low)) {
    case 'gap': {
      const params = { from: high ? textOf(high) : '', to: low ? textOf(low) : '' };
      const between = { ...(high && { low: high }), ...(low && { high: low }) };
      const added = addBand(band, { ...between, side: 'before' }, language);
      return [withFixes(finding('band-gap', place, params), [...fixes, added])];
    }
    case 'overlap': {
      const found = finding('band-overlap', place, { at: low ? textOf(low) : '0元' });
      return [withFixes(found, fixes)];
    }
    default:
      return [];
  }
}

function textOf({ node }: { readonly node: Expression } | End): string {
  return node.$cstNode?.text ?? '';
}
