import type { TextLanguage } from '@tiaoli/base';
import { clauseText, documentNames } from '../clause-text.ts';
import { isProbe } from '../ladder/slot-probes.ts';
import type { TraceLine } from './case-result.ts';
import type { SettledClaim } from './settle-claims.ts';

/** Every step of every claim, in the order in which it was done. */
export function encodeTrace(
  claims: readonly SettledClaim[],
  language: TextLanguage,
): readonly TraceLine[] {
  return claims.flatMap((claim) => {
    if (claim.kind === 'waiting') return [];
    const names = documentNames(claim.program.declarations);
    const steps = (claim.step.trace ?? []).filter(({ definition }) => !isProbe(definition));
    return steps.map((step) => ({
      claim: claim.id,
      name: step.record ? `${step.name}[${step.record.position}]` : step.name,
      formula: step.formula[language],
      operands: step.operands.map(({ name, value }) => ({
        name: name[language],
        value: value[language],
      })),
      value: step.printed[language],
      ...(step.remainder !== undefined && { remainder: step.remainder }),
      ...(step.clause && { clause: clauseText(step.clause, names) }),
    }));
  });
}
