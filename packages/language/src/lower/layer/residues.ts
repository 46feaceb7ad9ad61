import type { Expr } from '@tiaoli/ir';
import { maximum, minimum, minus, noMoney, plus, positivePart } from '@tiaoli/ir';
import type { LayerAmounts } from './steps.ts';

/** The named parts of the base that the layer does not pay (reference 3.2). With `paid` they add up to it. */
export interface Residues {
  readonly 限外: Expr;
  readonly 起付自担: Expr;
  readonly 比例自付: Expr;
  readonly 超封顶: Expr;
  readonly 保底补足: Expr;
}

/** 保底 first lowers the ratio part, then what the person bears of the deductible. */
export function residuesOf(amounts: LayerAmounts): Residues {
  const { base, admitted, deductible, counted, due, guaranteedDue, paid } = amounts;
  const ratioPart = minus(counted, due);
  const outside = plus(
    admitted === base ? noMoney : minus(base, admitted),
    minus(minus(admitted, deductible), counted),
  );
  if (guaranteedDue === due) {
    return {
      限外: outside,
      起付自担: deductible,
      比例自付: ratioPart,
      超封顶: minus(due, paid),
      保底补足: noMoney,
    };
  }
  const added = minus(guaranteedDue, due);
  return {
    限外: outside,
    起付自担: minus(deductible, positivePart(minus(added, ratioPart))),
    比例自付: positivePart(minus(ratioPart, added)),
    超封顶: minus(guaranteedDue, paid),
    保底补足: added,
  };
}

/**
 * The same parts where today's payment also makes up for earlier claims (补差): what the payment leaves of this claim's
 * base goes to the deductible still due, then to what the cap cut off, then to the ratio part.
 */
export function trueUpResidues(
  amounts: LayerAmounts,
  paidHere: Expr,
  deductibleTaken: Expr,
): Residues {
  const left = minus(amounts.base, paidHere);
  const deductible = minimum(left, positivePart(minus(amounts.called, deductibleTaken)));
  const beyond = minimum(minus(left, deductible), minus(amounts.guaranteedDue, amounts.paid));
  return {
    限外: noMoney,
    起付自担: deductible,
    超封顶: beyond,
    比例自付: maximum(noMoney, minus(minus(left, deductible), beyond)),
    保底补足: noMoney,
  };
}
