import { isInForce } from '@tiaoli/base';
import type { LayerCase, LayerDeclaration, WaterfallDeclaration } from '@tiaoli/ir';
import type { FactContext } from '../fact-context.ts';
import { placeOf, versionsOf } from '../fact-context.ts';
import type { Facts } from '../fact-list.ts';
import {
  ownName,
  saidEnd,
  saidExpr,
  saidInOrder,
  saidRounding,
  saidText,
  saidWord,
  top,
  within,
} from '../fact-list.ts';
import type { Step } from '../structure.ts';
import { overlapFacts } from './rule-facts.ts';
import { slotFacts } from './slot-facts.ts';

/** 层, slot by slot and case by case. */
export function layerFacts(each: LayerDeclaration, context: FactContext): Facts {
  const { slots, cases, otherwise, otherwiseSlots } = each;
  return [
    ...saidText('entity', ownName(each.entity)),
    ...saidText('payer', each.payer),
    ...saidText('governed-by', ownName(each.governedBy)),
    ...saidText('year-by', ownName(each.yearBy)),
    ...overlapFacts(each.overlap, top),
    ...saidWord('in-year', each.inYear),
    ...saidRounding('rounding', each.rounding),
    ...slotFacts(slots, context, top),
    ...caseFacts(cases, context),
    ...(otherwise === 'own-slots' ? [] : saidWord('otherwise', otherwise)),
    ...slotFacts(otherwiseSlots, context, within(top, { kind: 'otherwise' })),
  ];
}

/** Cases of one label are versions of one case. */
function caseFacts(cases: readonly LayerCase[], context: FactContext): Facts {
  const inForce = cases.filter(
    ({ validity }) => context.on === undefined || isInForce(validity, context.on),
  );
  return [...Map.groupBy(inForce, ({ label }) => label ?? '').entries()].flatMap(
    ([label, versions]) => {
      const step: Step = { kind: 'case', label };
      return versionsOf(versions, context, [step]).flatMap(({ version, steps }) => {
        const at = { steps, place: placeOf(version) };
        return [
          ...saidExpr('when', version.when, context, at),
          ...slotFacts(version.slots, context, at),
          ...saidEnd(version.validity, context, at),
        ];
      });
    },
  );
}

/** 层序: in which order the layers pay; those of which one is taken stand in one step. */
export function waterfallFacts(each: WaterfallDeclaration, context: FactContext): Facts {
  return [
    ...saidText('entity', ownName(each.entity)),
    ...saidExpr('total', each.total, context),
    ...each.inPolicy.flatMap((amount, index) =>
      saidExpr('in-policy', amount, context, within(top, { kind: 'nth', number: index + 1 })),
    ),
    ...saidInOrder(
      'layers',
      each.steps.map(({ layers }) => layers.map(ownName).join('｜')),
    ),
  ];
}
