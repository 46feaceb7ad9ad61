import type { Rational, TextLanguage } from '@tiaoli/base';
import { printRational } from '@tiaoli/base';
import type { Slice, SliceLine, SlicePart, SlicePiece } from '@tiaoli/diff';
import { reasonText } from '@tiaoli/diff';
import { encodeValue } from '@tiaoli/settlement';
import type { FoundSlice } from '../../../jobs/comparison-desk.ts';
import type { LineAnswer, PartAnswer, PieceAnswer, SliceAnswer } from '../slice-answers.ts';
import type { FoundExample } from './asked-example.ts';

/** A slice as a page shows it. */
export function sliceAnswer(
  { inputs, slice }: FoundSlice,
  { result, example }: FoundExample,
  language: TextLanguage,
): SliceAnswer {
  const named = inputs.map(({ id, name }) => ({ id, name }));
  if (!slice) return { inputs: named };
  const { input, pieces, breaks } = slice;
  const given = example.facts.inputs.get(input.id);
  const at = given === undefined || given === null ? '0' : String(encodeValue(given, input.type));
  return {
    inputs: named,
    shown: {
      ...{ input: input.id, inputName: input.name, at, result: result.name },
      isMoney: input.type.kind === 'money' && slice.type.kind === 'money',
      pieces: pieces.map((piece, index) => pieceAnswer(piece, breaks[index - 1], slice, language)),
    },
  };
}

function pieceAnswer(
  { from, to, before, after, difference }: SlicePiece,
  begins: Slice['breaks'][number] | undefined,
  { input, type }: Slice,
  language: TextLanguage,
): PieceAnswer {
  const rules = [begins?.before, begins?.after].flatMap((cause) => (cause ? [cause.name] : []));
  return {
    from: String(encodeValue(from, input.type)),
    to: String(encodeValue(to, input.type)),
    old: partAnswer(before, type, language),
    new: partAnswer(after, type, language),
    ...(difference && {
      difference: lineAnswer(difference, differenceType(type)),
    }),
    rules: [...new Set(rules)],
  };
}

/** Dates differ by days. */
function differenceType(type: Slice['type']): Slice['type'] {
  return type.kind === 'date' ? { kind: 'integer' } : type;
}

function partAnswer(part: SlicePart, type: Slice['type'], language: TextLanguage): PartAnswer {
  switch (part.kind) {
    case 'line':
      return { kind: 'line', ...lineAnswer(part, type) };
    case 'undecided':
      return { kind: 'undecided', reason: reasonText(part.reason)[language] };
    default:
      return { kind: part.kind };
  }
}

function lineAnswer({ first, last, slope }: SliceLine, type: Slice['type']): LineAnswer {
  const text = (value: Rational): string => String(encodeValue(value, type));
  return { first: text(first), last: text(last), slope: printRational(slope) };
}
