import type { LocalText } from '@tiaoli/base';
import type { Expr } from '@tiaoli/ir';
import { wholeIds } from '@tiaoli/language';
import { ofKind } from '../case/vocabulary.ts';
import type { LayerView } from './layer-view.ts';

const remainder = { zh: '个人负担', en: 'borne so far' };
const inPolicyRemainder = { zh: '政策内余额', en: 'in-policy balance' };

/** How the language calls what the layers before this one have left of the claim; undefined of any other amount. */
export function remainderName(expr: Expr, { claim, layer }: LayerView): LocalText | undefined {
  if (expr.kind !== 'definition') return undefined;
  for (const { id, steps } of ofKind(claim.program.declarations, 'waterfall')) {
    const turn = steps.findIndex(({ layers }) => layers.includes(layer.id));
    const found = turn > 0 ? steps[turn - 1] : wholeIds(id);
    if (turn < 0 || !found) continue;
    if (expr.definition === found.remaining) return remainder;
    if (expr.definition === found.inPolicyRemaining) return inPolicyRemainder;
  }
  return undefined;
}
