import { printDate, printRational } from '@tiaoli/base';
import type { MetricClaim, Module, ServiceDeclaration } from '@tiaoli/ir';
import { claimOutcome } from '@tiaoli/ir';
import { ofKind } from '@tiaoli/settlement';
import { citedText } from '../unify/cited-text.ts';
import type { MetricResult } from './services-list.ts';

/** What the 指标 of a file come to over its services, claim by claim. */
export function serviceMetrics(
  module: Module,
  file: string,
  services: readonly ServiceDeclaration[],
): readonly MetricResult[] {
  return ofKind(module.declarations, 'metric')
    .filter(({ span }) => span.file === file)
    .flatMap((metric) =>
      metric.claims.map((claim) => ({
        name: metric.name,
        measure: claim.kind === 'channels' ? claim.kind : claim.measure,
        channels: claim.kind === 'channels' ? claim.channels : [],
        least: claim.least,
        days: daysOf(claim).map(printDate),
        clause: citedText(metric, module),
        outcome: outcomeOf(claim, services),
      })),
    );
}

function daysOf(claim: MetricClaim) {
  return claim.kind === 'channels' ? [claim.on] : [claim.from, claim.to];
}

function outcomeOf(
  claim: MetricClaim,
  services: readonly ServiceDeclaration[],
): MetricResult['outcome'] {
  const found = claimOutcome(claim, services);
  if (found.kind === 'unknown') return found;
  return { ...found, reached: printRational(found.reached) };
}
