import type { Diagnostic } from '@tiaoli/base';
import type { WatchlistDeclaration, WatchOrder } from '@tiaoli/ir';
import { definitionRef, money } from '@tiaoli/ir';
import type { Claim } from '../claim.ts';
import { finding } from '../messages.ts';
import { allOf, readingOf } from './choice-sites.ts';
import type { Frame } from './frame.ts';
import type { Findings, Inquiry } from './inquiry.ts';
import { personFor, whereOf } from './inquiry.ts';
import { printGiven, printPerson } from './print-person.ts';

/** 单调 a 不高于 b of a 名单: in no place and no version is the threshold of a above that of b. */
export function* checkWatchOrders(inquiry: Inquiry): Findings {
  const found = new Set<number>();
  for (const frame of inquiry.frames) {
    for (const { list, order } of ordersOf(frame)) {
      const { offset } = order.span.start;
      if (found.has(offset)) continue;
      const broken = findingOf(inquiry, list, order, frame);
      if (broken) found.add(offset);
      yield broken;
    }
  }
}

function ordersOf({ program, file }: Frame) {
  return program.declarations.flatMap((list) =>
    list.kind === 'watchlist' && list.span.file === file
      ? list.orders.map((order) => ({ list, order }))
      : [],
  );
}

function findingOf(
  inquiry: Inquiry,
  list: WatchlistDeclaration,
  order: WatchOrder,
  frame: Frame,
): Diagnostic | undefined {
  const { lower, higher, span } = order;
  const claim = isAbove(list, order, frame);
  if (!claim) return undefined;
  const subject = list.name;
  const code = 'threshold-order';
  const person = personFor(inquiry, {
    ...{ code, span, frame, claim, subject },
    part: `${lower} ${higher}`,
  });
  if (!person) return undefined;
  const [first, second] = [person.outcomes.at(-2), person.outcomes.at(-1)];
  const params = {
    ...{ subject, lower, higher, ...whereOf(frame) },
    person: printPerson(person, frame),
    first: printGiven(first, money),
    second: printGiven(second, money),
  };
  return finding(code, params, span);
}

/** Somebody of the case `lower`, whose threshold is above that of `higher` by a fen or more. */
function isAbove(
  { cases }: WatchlistDeclaration,
  order: WatchOrder,
  { side }: Frame,
): Claim | undefined {
  const lower = cases.find(({ label }) => label === order.lower);
  const higher = cases.find(({ label }) => label === order.higher);
  if (!lower || !higher) return undefined;
  const left = readingOf(side, definitionRef(lower.threshold));
  const right = readingOf(side, definitionRef(higher.threshold));
  const above: Claim = { kind: 'exceeds', left, right, by: 1n };
  return allOf({ kind: 'holds', of: readingOf(side, definitionRef(lower.applies)) }, above);
}
