import type { LocalText } from '@tiaoli/base';
import type { PlannedScenario } from '../run/run-plan.ts';

/** A fact of lists that the rules of a run give, of those who settle critical illness. */
export interface ListFact {
  readonly input: string;
  /** Payers whose layers leave the amount. */
  readonly payers: readonly string[];
  /** Results of such a layer that add up to it. */
  readonly parts: readonly string[];
  /** What is taken for granted: told with every count that rests on it. */
  readonly assumption: LocalText;
}

/** What people bear in scope once critical illness has paid, as assistance takes it too. */
export const listFacts: readonly ListFact[] = [
  {
    input: 'shandong.assistance/结算.大病后合规自付',
    payers: ['居民大病', '职工大病'],
    parts: ['起付', '比例自付', '超封顶'],
    assumption: {
      zh: '示例假定：预警名单看的“大病后合规自付”，取大病保险这一层的起付、比例自付和超封顶之和。',
      en: 'Illustrative assumption: what lists look at after critical illness is the deductible, share and excess of that layer.',
    },
  },
];

/** Definitions that add up to the fact under some rules; none where these do not give it. */
export function partsUnder(
  { payers, parts }: ListFact,
  { program, layers, emitted }: PlannedScenario,
): readonly string[] {
  const paying = new Set(
    layers.flatMap((each) => (payers.includes(each.payer) ? [each.definition] : [])),
  );
  // Fen, each of them: what is held on a finer scale would have to be rounded.
  const held = new Set(
    emitted.layout.results.flatMap(({ definition, scale }) => (scale === '1' ? [definition] : [])),
  );
  return program.declarations.flatMap((each) => {
    if (each.kind !== 'layer' || !paying.has(each.results.支付 ?? '')) return [];
    return parts.flatMap((part) => {
      const id = each.results[part];
      return id !== undefined && held.has(id) ? [id] : [];
    });
  });
}
