import type { Span } from '@tiaoli/base';
import type { Expr, LayerDeclaration, LayerSlot } from '@tiaoli/ir';
import type { Claim } from '../claim.ts';
import { finding } from '../messages.ts';
import { ask } from './ask.ts';
import { allOf, holds } from './choice-sites.ts';
import type { Frame } from './frame.ts';
import type { Findings, Inquiry } from './inquiry.ts';
import { excusesFor } from './inquiry.ts';
import { isBound } from './whole-of.ts';

/** 调整, 保底 and 适用 under a condition that nobody meets, in no place and no version. */
export function* findIdleSlots(inquiry: Inquiry): Findings {
  const asked = new Map<string, AskedSlot[]>();
  for (const frame of inquiry.frames) {
    for (const each of slotsIn(frame)) {
      const key = `${each.layer.id} ${each.span.start.offset}`;
      asked.set(key, [...(asked.get(key) ?? []), each]);
    }
  }
  for (const slots of asked.values()) {
    const [first] = slots;
    if (!first || !slots.every((each) => isNever(inquiry, each))) continue;
    const { frame, span, layer, label } = first;
    const excuses = excusesFor({ code: 'idle-slot', frame, span });
    for (const each of excuses) inquiry.used.add(each);
    yield excuses.length > 0
      ? undefined
      : finding('idle-slot', { subject: layer.name, slot: label }, span);
  }
}

/** A slot under a condition, as it stands in one frame. */
interface AskedSlot {
  readonly frame: Frame;
  readonly layer: LayerDeclaration;
  readonly span: Span;
  /** `调整「转诊」` */
  readonly label: string;
  /** The condition of the slot, and that of the case around it. */
  readonly conditions: readonly Expr[];
}

function slotsIn(frame: Frame): readonly AskedSlot[] {
  const { program, file } = frame;
  return program.declarations.flatMap((layer) => {
    if (layer.kind !== 'layer' || layer.span.file !== file) return [];
    const groups = [
      { around: [], slots: [...layer.slots, ...layer.otherwiseSlots] },
      ...layer.cases.map(({ when, slots }) => ({ around: [when], slots })),
    ];
    return groups.flatMap(({ around, slots }) =>
      slots.flatMap((slot): readonly AskedSlot[] => {
        const own = conditionOf(slot);
        if (!own) return [];
        const conditions = [...around, own.when];
        return [{ frame, layer, span: slot.span, label: own.label, conditions }];
      }),
    );
  });
}

function conditionOf(slot: LayerSlot): { readonly when: Expr; readonly label: string } | undefined {
  switch (slot.kind) {
    case 'applies':
      return { when: slot.condition, label: '适用' };
    case 'adjustment':
      return slot.when && { when: slot.when, label: `调整「${slot.label}」` };
    case 'guarantee':
      return slot.when && { when: slot.when, label: '保底' };
    default:
      return undefined;
  }
}

/** What a declaration says is asked as written; one that reads parameters is left alone. */
function isNever({ memory }: Inquiry, { frame, conditions }: AskedSlot): boolean {
  if (!conditions.every((each) => isBound(each, frame.program))) return false;
  const claims = conditions.map((each): Claim => holds(frame.side, each));
  return ask(frame, memory, allOf(...claims)).kind === 'never';
}
