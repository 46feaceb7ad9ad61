import type { Diagnostic, Span } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { fieldOf } from '../document-header.ts';
import type { File, Layer, Slot, Validity } from '../generated/ast.ts';
import { finding, related } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';
import { insertLast, withFixes } from './fixes.ts';
import { versionFindings, versionOf } from './versions.ts';

/** A layer has a payer, a base, a rate and a rounding; no slot is written twice for one day. */
export function checkLayerSlots(context: CheckContext): readonly Diagnostic[] {
  const slotLists = [
    ...context.nodes('Layer'),
    ...context.nodes('CaseSlot'),
    ...context.nodes('ExceptionSlot'),
    ...context.nodes('OtherwiseSlot'),
  ];
  return [
    ...context.nodes('Layer').flatMap((layer) => checkMissing(layer, context)),
    ...slotLists.flatMap(({ slots }) => checkTwice(slots)),
  ];
}

const required = [
  { type: 'PayerSlot', slot: '支付方', example: '支付方 统筹基金' },
  { type: 'BaseSlot', slot: '基数', example: '基数 合规费用' },
] as const;

function checkMissing(layer: Layer, { document }: CheckContext): readonly Diagnostic[] {
  const { name, slots } = layer;
  const has = (type: Slot['$type']): boolean => slots.some(({ $type }) => $type === type);
  const missing = required
    .filter(({ type }) => !has(type))
    .map(({ slot, example }) =>
      finding('missing-slot', spanOf(layer), { layer: name, slot, example }),
    );
  const hasRounding = has('RoundingSlot') || fieldOf(document.file, 'RoundingField') !== undefined;
  return [
    ...missing,
    ...checkRate(layer),
    ...(hasRounding ? [] : [missingRounding(layer, document.file)]),
  ];
}

function missingRounding(layer: Layer, { document: header }: File): Diagnostic {
  const found = finding('missing-rounding', spanOf(layer), { layer: layer.name });
  const whole = '取整 四舍五入到分';
  return withFixes(found, [header && insertLast(header, whole), insertLast(layer, whole)]);
}

/** The rate stands in the layer, or in every case and in 其余. */
function checkRate(layer: Layer): readonly Diagnostic[] {
  const { name, slots } = layer;
  if (hasRate(slots)) return [];
  const missing = finding('missing-slot', spanOf(layer), {
    layer: name,
    slot: '比例',
    example: '比例 70%',
  });
  const cases = slots.filter((slot) => slot.$type === 'CaseSlot');
  if (cases.length === 0) return [missing];
  const otherwise = slots.find((slot) => slot.$type === 'OtherwiseSlot');
  const lacking = cases.find((each) => !hasRate(each.slots));
  if (lacking) return [{ ...missing, span: spanOf(lacking) }];
  if (otherwise === undefined) {
    const found = finding('missing-otherwise', spanOf(layer), { layer: name });
    return [withFixes(found, [insertLast(layer, '其余 不适用')])];
  }
  return otherwise.none || hasRate(otherwise.slots)
    ? []
    : [{ ...missing, span: spanOf(otherwise) }];
}

function hasRate(slots: readonly Slot[]): boolean {
  return slots.some(({ $type }) => $type === 'RateSlot');
}

const slotNames: Readonly<Partial<Record<Slot['$type'], string>>> = {
  AdjustSlot: '调整',
  AppliesSlot: '适用',
  BaseSlot: '基数',
  CapSlot: '限额',
  CostLimitSlot: '费用限额',
  DeductibleSlot: '起付',
  GoverningDateSlot: '适用日',
  InYearSlot: '年内',
  OtherwiseSlot: '其余',
  Overlap: '重叠',
  PayerSlot: '支付方',
  PersonShareSlot: '个人比例',
  RateSlot: '比例',
  RoundingSlot: '取整',
};

function checkTwice(slots: readonly Slot[]): readonly Diagnostic[] {
  const groups = Map.groupBy(
    slots.filter(({ $type }) => $type in slotNames),
    keyOf,
  );
  return [...groups].flatMap(([key, group]) => {
    const slot = key.split(' ')[1] ?? key;
    const twice = (span: Span, first: Span): Diagnostic =>
      finding('duplicate-slot', span, { slot }, [
        related(first, '第一次在这里', 'first written here'),
      ]);
    const versions = group.map((each) => versionOf(each, (each as SlotNode).validity));
    return versionFindings(slot, versions, twice);
  });
}

interface SlotNode extends AstNode {
  readonly validity?: Validity;
}

/** What a slot is a version of: caps by their label or period, adjustments by label and target. */
function keyOf(slot: Slot): string {
  const name = slotNames[slot.$type] ?? slot.$type;
  switch (slot.$type) {
    case 'CapSlot':
      // 限额 不设 ends the cap before it, so it is a version of the same one; an unlabelled cap is alone.
      return slot.name === undefined ? `CapSlot ${name}` : `CapSlot ${name}「${slot.name}」`;
    case 'AdjustSlot':
      return `AdjustSlot ${name}「${slot.name}」 ${slot.target}`;
    case 'CostLimitSlot':
      return `CostLimitSlot ${name} ${slot.period} ${slot.moment ?? 'before_deductible'}`;
    default:
      return `${slot.$type} ${name}`;
  }
}
