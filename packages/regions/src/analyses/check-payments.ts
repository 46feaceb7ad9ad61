import type { Diagnostic } from '@tiaoli/base';
import type { Declaration, LayerDeclaration, WaterfallDeclaration } from '@tiaoli/ir';
import { definitionRef, money, noMoney } from '@tiaoli/ir';
import type { Claim } from '../claim.ts';
import { finding } from '../messages.ts';
import { anyOf, readingOf } from './choice-sites.ts';
import type { Frame } from './frame.ts';
import type { Findings, Inquiry } from './inquiry.ts';
import { personFor, whereOf } from './inquiry.ts';
import { printGiven, printPerson } from './print-person.ts';
import { isDefined, paidAndLeft, wholeOf } from './whole-of.ts';

/** Payments and bases below nothing, and steps of a waterfall that pay more than is left. */
export function* checkPayments(inquiry: Inquiry): Findings {
  const found = new Set<string>();
  for (const frame of inquiry.frames) {
    for (const doubt of frame.program.declarations.flatMap((each) => doubtsAbout(each, frame))) {
      if (found.has(doubt.key)) continue;
      const broken = findingOf(inquiry, doubt);
      if (broken) found.add(doubt.key);
      yield broken;
    }
  }
}

interface Doubt {
  readonly key: string;
  readonly code: 'negative-payment' | 'payment-beyond-total';
  readonly owner: Declaration;
  readonly subject: string;
  readonly frame: Frame;
  /** The amount that is wrong is its last reading. */
  readonly claim: Claim;
}

function doubtsAbout(owner: Declaration, frame: Frame): readonly Doubt[] {
  if (owner.span.file !== frame.file) return [];
  if (owner.kind === 'layer') return layerDoubts(owner, frame);
  return owner.kind === 'waterfall' ? waterfallDoubts(owner, frame) : [];
}

function layerDoubts(owner: LayerDeclaration, frame: Frame): readonly Doubt[] {
  return ['基数', '支付'].flatMap((name): readonly Doubt[] => {
    const id = owner.results[name];
    if (id === undefined || !isDefined(id, frame.program)) return [];
    const subject = `${owner.name}.${name}`;
    const claim = isBelowNothing(id, frame);
    return [{ key: id, code: 'negative-payment', owner, subject, frame, claim }];
  });
}

function isBelowNothing(id: string, { side }: Frame): Claim {
  const [left, right] = [readingOf(side, noMoney), readingOf(side, definitionRef(id))];
  return { kind: 'exceeds', left, right, by: 1n };
}

function waterfallDoubts(owner: WaterfallDeclaration, frame: Frame): readonly Doubt[] {
  const common = { code: 'payment-beyond-total', owner, frame } as const;
  const kept = owner.steps.filter(({ remaining }) => isDefined(remaining, frame.program));
  const steps = kept.map(({ layers, remaining }): Doubt => {
    const names = layers.map((id) => nameOf(id, frame)).join('、');
    return { ...common, key: remaining, subject: names, claim: isBelowNothing(remaining, frame) };
  });
  return [
    ...steps,
    { ...common, key: owner.id, subject: owner.name, claim: doesNotAddUp(owner, frame) },
  ];
}

/** What the layers pay and what is left are not the whole. */
function doesNotAddUp(waterfall: WaterfallDeclaration, { side, program }: Frame): Claim {
  const left = readingOf(side, wholeOf(waterfall, program));
  const right = readingOf(side, paidAndLeft(waterfall));
  return anyOf(
    { kind: 'exceeds', left, right, by: 1n },
    { kind: 'exceeds', left: right, right: left, by: 1n },
  );
}

function nameOf(id: string, { program }: Frame): string {
  return program.declarations.find((each) => each.id === id)?.name ?? id;
}

function findingOf(
  inquiry: Inquiry,
  { code, owner, subject, frame, claim }: Doubt,
): Diagnostic | undefined {
  const { span } = owner;
  const person = personFor(inquiry, { code, span, frame, claim, subject });
  if (!person) return undefined;
  const amount = printGiven(person.outcomes.at(-1), money);
  const params = { subject, person: printPerson(person, frame), ...whereOf(frame), amount };
  return finding(code, params, span);
}
