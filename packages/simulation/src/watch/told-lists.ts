import type { LocalText } from '@tiaoli/base';
import type { PlannedList, WatchPlan } from './watch-plan.ts';

/** Those that are counted, in the order of the ledger. */
export function plansOf(lists: readonly PlannedList[]): readonly WatchPlan[] {
  return lists.flatMap((each) => (each.kind === 'counted' ? [each.plan] : []));
}

/** What is taken for granted by the lists that are counted, each said once: thresholds, and what they look at. */
export function assumptionsOfLists(lists: readonly PlannedList[]): readonly LocalText[] {
  const all = lists.flatMap((each): readonly LocalText[] => {
    if (each.kind === 'not-counted') return [];
    const numbers = each.assumed.map(({ name, value }) => `${name}=${value}`);
    if (numbers.length === 0) return each.assumptions;
    const text = {
      zh: `示例假定：预警名单「${each.name}」的数值未见，按假设计数：${numbers.join('、')}。`,
      en: `Illustrative assumption: numbers of the list "${each.name}" were not published and are assumed: ${numbers.join(', ')}.`,
    };
    return [text, ...each.assumptions];
  });
  return [...new Map(all.map((each) => [each.zh, each])).values()];
}

/** A list is run event by event, on this computer only. */
export function notOnSpark(list: PlannedList): PlannedList {
  if (list.kind === 'not-counted') return list;
  const { name, document, title, assumed } = list;
  const reason = {
    zh: '在 Spark 上测算不逐月核对名单，请在本机测算',
    en: 'runs on Spark do not look at lists month by month; run on this computer',
  };
  return { name, document, title, assumed, kind: 'not-counted', reason };
}
