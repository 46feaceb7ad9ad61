import type { WatchCase, WatchlistDeclaration } from '@tiaoli/ir';
import type { FactContext } from '../fact-context.ts';
import { placeOf, versionsOf } from '../fact-context.ts';
import type { Facts } from '../fact-list.ts';
import {
  ownName,
  saidEnd,
  saidExpr,
  saidIf,
  saidNames,
  saidNumber,
  saidText,
  saidWord,
} from '../fact-list.ts';
import type { Step } from '../structure.ts';

/** 名单: what is looked at, and from which amount on each case lists. */
export function watchlistFacts(each: WatchlistDeclaration, context: FactContext): Facts {
  const looked = context.index.inputs.get(each.looked)?.default;
  return [
    ...saidText('subject', ownName(each.subject)),
    ...saidWord('period', each.period),
    ...saidExpr('looked-at', looked, context),
    ...each.cases.flatMap((one) => caseFacts(one, context)),
    ...saidIf('least-threshold', each.least),
    ...saidNames('told', each.told),
    ...saidNumber('again', each.again?.months, 'months'),
    ...saidNames(
      'threshold-order',
      each.orders.map(({ lower, higher }) => `${lower} ≤ ${higher}`),
    ),
  ];
}

function caseFacts(one: WatchCase, context: FactContext): Facts {
  const step: Step = { kind: 'case', label: one.label };
  const threshold = context.index.definitions.get(one.threshold)?.body;
  return versionsOf([one], context, [step]).flatMap(({ steps }) => {
    const at = { steps, place: placeOf(one) };
    return [
      ...saidExpr('when', one.when, context, at),
      ...saidExpr('threshold', threshold, context, at),
      ...saidEnd(one.validity, context, at),
    ];
  });
}
