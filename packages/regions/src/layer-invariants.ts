import type { Expr, LayerDeclaration, Program } from '@tiaoli/ir';
import { accumulatorRef, compareTo, fenLiteral, plus } from '@tiaoli/ir';
import type { Claim, Side } from './claim.ts';
import type { WitnessOptions } from './find-witness.ts';
import { isInductive } from './prove-inductive.ts';
import type { RegionSession } from './session.ts';

/**
 * What the year's accumulators of a layer obey in every history (language reference, section 2), as far as it is proved:
 * none is below zero, what was taken as deductible and what was counted are parts of the cost, what was paid is a part of
 * what was counted.
 */
export function provedLayerState(
  session: RegionSession,
  program: Program,
  layer: LayerDeclaration,
  options: WitnessOptions = {},
): readonly Expr[] {
  const proved: Expr[] = [];
  for (const candidate of candidatesOf(program, layer)) {
    const given = proved.map((condition) => holdsOn({ name: '', program, changes: [] }, condition));
    if (isInductive(session, program, candidate, { ...options, given })) proved.push(candidate);
  }
  return proved;
}

/** A condition as something that is known of one side. */
export function holdsOn(side: Side, condition: Expr): Claim {
  return { kind: 'holds', of: { side, value: condition } };
}

const zero = fenLiteral(0);

function candidatesOf(program: Program, layer: LayerDeclaration): readonly Expr[] {
  const held = program.accumulators.filter(({ id }) => layer.accumulators.includes(id));
  const yearly = (slot: string): Expr | undefined => {
    const found = held.find(({ name }) => name === `${layer.name}.${slot}.本年`);
    return found && accumulatorRef(found.id);
  };
  const [cost, deductible, counted, paid] = ['基数', '起付', '计入', '支付'].map(yearly);
  const amounts = [cost, deductible, counted, paid].filter((each) => each !== undefined);
  return [
    ...amounts.map((each) => compareTo(each, '>=', zero)),
    ...(cost && deductible ? [compareTo(deductible, '<=', cost)] : []),
    ...(cost && deductible && counted ? [compareTo(plus(deductible, counted), '<=', cost)] : []),
    ...(counted && paid ? [compareTo(paid, '<=', counted)] : []),
  ];
}
