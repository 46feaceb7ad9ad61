import type { Diagnostic, Rational } from '@tiaoli/base';
import { multiply, printRational, rational, roundTo } from '@tiaoli/base';
import { claimOutcome } from '@tiaoli/ir';
import type { Metric, MetricClaim } from '../generated/ast.ts';
import { metricClaim, metricResult } from '../handling/metric-claims.ts';
import { serviceFields } from '../handling/service-fields.ts';
import { finding } from '../messages.ts';
import { ofKind } from '../references/declared-names.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';

/** What a document claims about its services holds for them. */
export function checkMetrics(context: CheckContext): readonly Diagnostic[] {
  const services = ofKind(context.scope.own.all, 'service').map(({ name, nodes }) => ({
    name,
    ...serviceFields(nodes),
  }));
  return context.nodes('Metric').flatMap((metric) => {
    if (services.length === 0) {
      return [finding('metric-without-services', spanOf(metric), { name: metric.name })];
    }
    const findings = metric.claims.flatMap((node) => checkClaim(node, services, context));
    return [...repeated(metric, context), ...findings];
  });
}

function repeated({ claims }: Metric, { document }: CheckContext): readonly Diagnostic[] {
  const seen = new Set<string>();
  return claims.flatMap((node) => {
    const measure = metricResult(metricClaim(node, document.header));
    const isAgain = seen.has(measure);
    seen.add(measure);
    return isAgain ? [finding('metric-repeated', spanOf(node), { measure })] : [];
  });
}

function checkClaim(
  node: MetricClaim,
  services: Parameters<typeof claimOutcome>[1],
  { document }: CheckContext,
): readonly Diagnostic[] {
  const claim = metricClaim(node, document.header);
  const named = nameOf(node);
  const found = claimOutcome(claim, services);
  if (found.kind === 'unknown') {
    const names = found.services.join('、');
    return [finding('metric-undetermined', spanOf(node), { ...named, services: names })];
  }
  const { first, second, reached, holds } = found;
  if (holds) return [];
  const isFall = claim.kind === 'fall';
  const figures = { reached: percent(reached), least: node.least };
  return [finding('metric-not-met', spanOf(node), { ...named, first, second, isFall, ...figures })];
}

/** What is measured, in both languages: `measure` and `measureEn` of the messages. */
function nameOf(node: MetricClaim): { readonly measure: string; readonly measureEn: string } {
  if (node.$type === 'ChannelClaim') {
    const [channels, either] = [node.channels.join('或'), node.channels.join(' or ')];
    return { measure: `可${channels}办理的事项`, measureEn: `services by ${either}` };
  }
  return node.measure === 'material_count'
    ? { measure: '材料数', measureEn: 'the number of materials' }
    : { measure: '总时限（工作日）', measureEn: 'the total time in working days' };
}

/** To a tenth of a percent, cut off: what falls short of a claim never reads as if it reached it. */
function percent(value: Rational): string {
  const hundred = multiply(value, rational(100));
  return `${printRational(roundTo(hundred, 'toward-zero', rational(1, 10)))}%`;
}
