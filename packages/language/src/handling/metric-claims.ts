import { parseDate, printRational, ZERO } from '@tiaoli/base';
import type { MetricClaim } from '@tiaoli/ir';
import type { Metric, MetricClaim as MetricClaimNode } from '../generated/ast.ts';
import type { MetricResultName } from '../references/predefined.ts';
import { canonicalName } from '../references/predefined.ts';
import { spanOf } from '../span-of.ts';
import { quantityOf } from '../syntax/literals.ts';
import type { DocumentHeader } from '../tiaoli-document.ts';
import { channelNames } from './channels.ts';

/** The claims of a 指标; without dates the day before the document is in force is compared with its first day. */
export function metricClaims({ claims }: Metric, header: DocumentHeader): readonly MetricClaim[] {
  return claims.map((claim) => metricClaim(claim, header));
}

export function metricClaim(
  node: MetricClaimNode,
  { from: start = 0 }: DocumentHeader,
): MetricClaim {
  const least = printRational(quantityOf(node.least)?.value ?? ZERO);
  const span = spanOf(node);
  if (node.$type === 'ChannelClaim') {
    const channels = node.channels.map((name) => canonicalName(channelNames, name) ?? name);
    return { kind: 'channels', channels, least, on: start, span };
  }
  const measure = node.measure === 'material_count' ? 'materials' : 'working-days';
  const from = node.from === undefined ? start - 1 : (parseDate(node.from) ?? start - 1);
  const to = node.until === undefined ? start : (parseDate(node.until) ?? start);
  return { kind: 'fall', measure, least, from, to, span };
}

/** The name under which an expectation reads what the claim comes to. */
export function metricResult(claim: MetricClaim): MetricResultName {
  if (claim.kind === 'channels') return '事项占比';
  return claim.measure === 'materials' ? '材料数下降' : '总时限下降';
}
