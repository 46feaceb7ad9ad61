import type { Accumulator, Definition, Expr, Program } from '@tiaoli/ir';
import {
  accumulatorRef,
  choose,
  definitionRef,
  indexModule,
  isNumeric,
  numberLiteral,
  plus,
} from '@tiaoli/ir';

/** A program in which one accumulator counts otherwise; nothing else is another. */
export interface CountEdit {
  readonly kind: 'one-more' | 'nothing';
  readonly accumulator: Accumulator;
  readonly program: Program;
}

/** Every accumulator, with each claim that it counts a yuan, a time or a day more, and once counting nothing. */
export function countEdits(program: Program): readonly CountEdit[] {
  return program.accumulators.flatMap((accumulator) => {
    const own: Expr = accumulatorRef(accumulator.id);
    const nothing = editOf(program, accumulator, 'nothing', own);
    if (!isNumeric(accumulator.type)) return [nothing];
    const one = numberLiteral(accumulator.type, accumulator.type.kind === 'money' ? 100 : 1);
    const counted = definitionRef(accumulator.next);
    const isCounted: Expr = { kind: 'present', operand: counted };
    const more = choose(isCounted, plus(counted, one), own);
    return [editOf(program, accumulator, 'one-more', more), nothing];
  });
}

function editOf(
  program: Program,
  accumulator: Accumulator,
  kind: CountEdit['kind'],
  body: Expr,
): CountEdit {
  const { next } = accumulator;
  const counted = indexModule(program).definitions.get(next);
  if (!counted) throw new Error(`no such definition: ${next}`);
  const otherwise: Definition = { ...counted, id: `${next}?`, body, visibility: 'step' };
  const accumulators = program.accumulators.map((each) =>
    each === accumulator ? { ...each, next: otherwise.id } : each,
  );
  const definitions = [...program.definitions, otherwise];
  return { kind, accumulator, program: { ...program, accumulators, definitions } };
}
