import type { Diagnostic } from '@tiaoli/base';
import { isInteger } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import { quantityOf } from '../syntax/literals.ts';
import type { CheckContext } from './check.ts';
import { propertySpan } from './fixes.ts';

interface Wanted {
  /** As quantities begin: the kinds of unit that are right. */
  readonly units: RegExp;
  readonly zh: string;
  readonly en: string;
}

const workingDays: Wanted = { units: /^\d+个工作日$/, zh: '“n个工作日”', en: 'working days' };
const items: Wanted = { units: /^\d+件$/, zh: '“n件”', en: 'items' };
const kinds: Wanted = { units: /^\d+种$/, zh: '“n种”', en: 'kinds' };
const times: Wanted = { units: /^\d+次$/, zh: '“n次”', en: 'times' };
const months: Wanted = { units: /^\d+(个月|年)$/, zh: '“n个月”或“n年”', en: 'months or years' };
const percent: Wanted = { units: /^[\d.]+%$/, zh: '百分数', en: 'a percentage' };

/** Quantities of services and metrics carry the unit that is counted in. */
export function checkServiceAmounts({ nodes }: CheckContext): readonly Diagnostic[] {
  return [
    ...nodes('ServiceLimit').flatMap((node) => amount(node, 'days', node.days, workingDays)),
    ...nodes('ServiceMaterials').flatMap((node) => amount(node, 'count', node.count, items)),
    ...nodes('ServiceDiseases').flatMap((node) => amount(node, 'count', node.count, kinds)),
    ...nodes('FilingUses').flatMap((node) => amount(node, 'count', node.count, times)),
    ...[...nodes('FilingTerm'), ...nodes('WatchAgain')].flatMap((node) =>
      amount(node, 'term', node.term, months),
    ),
    ...[...nodes('FallClaim'), ...nodes('ChannelClaim')].flatMap((node) =>
      amount(node, 'least', node.least, percent),
    ),
  ];
}

function amount(
  node: AstNode,
  property: string,
  written: string | undefined,
  { units, zh, en }: Wanted,
): readonly Diagnostic[] {
  if (written === undefined) return [];
  const value = quantityOf(written)?.value;
  const isRight = units.test(written) && value !== undefined;
  const isWhole = isRight && (written.endsWith('%') || isInteger(value));
  if (isWhole) return [];
  const span = propertySpan(node, property) ?? spanOf(node);
  return [finding('service-amount', span, { written, wanted: zh, wantedEn: en })];
}
