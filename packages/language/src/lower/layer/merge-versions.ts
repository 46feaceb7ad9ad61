import type { Validity } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import type { DateRef, LayerCase, LayerDeclaration, LayerSlot } from '@tiaoli/ir';
import { both, either, not } from '@tiaoli/ir';
import { closedValidities, inForce, intersection, isNever } from './versions.ts';

/** One statement of a layer: 层 L 自 d [至 e] { … }. */
export interface LayerVersion {
  readonly validity: Validity;
  readonly slots: readonly LayerSlot[];
  readonly cases: readonly LayerCase[];
  readonly otherwise: LayerDeclaration['otherwise'];
  /** The slots of 其余 { … }. */
  readonly otherwiseSlots: readonly LayerSlot[];
}

/** The versions of a layer as one: what `LayerSource` needs of them. */
export interface MergedVersions extends Omit<LayerVersion, 'validity'> {
  /** The days on which the layer stands; none where it always does. */
  readonly days: readonly Validity[];
}

/**
 * Several versions of a layer are one layer whose slots and cases are in force as long as their version (accumulators
 * belong to the layer, not to a version: reference section 2).
 *
 * Outside all versions the layer does not apply; the slots of the version before still stand there, so that its steps
 * have values (of a base of 0).
 */
export function mergeVersions(versions: readonly LayerVersion[], on: DateRef): MergedVersions {
  const days = closedValidities(versions.map(({ validity }) => validity));
  const [only] = versions;
  if (only && versions.length === 1) {
    const always = only.validity.from === undefined && only.validity.to === undefined;
    return { ...only, days: always ? [] : days };
  }
  const first = Math.min(...days.map(({ from = -Infinity }) => from));
  const starts = closedValidities(
    versions.map(({ validity: { from } }) => (from === undefined ? {} : { from })),
  );
  const parts = versions.map((version, index) => {
    const { from } = version.validity;
    const to = starts[index]?.to;
    return within(version, {
      ...(from !== undefined && from > first && { from }),
      ...(to !== undefined && { to }),
    });
  });
  const alike = parts.every(({ otherwise }) => otherwise === parts[0]?.otherwise);
  const otherwise = alike ? (parts[0]?.otherwise ?? 'own-slots') : 'not-applicable';
  const merged = {
    days,
    slots: parts.flatMap(({ slots }) => slots),
    otherwiseSlots: [],
  };
  if (alike && otherwise !== 'case') {
    return { ...merged, cases: parts.flatMap(({ cases }) => cases), otherwise };
  }
  const cases = parts.flatMap((part) => [...part.cases, ...otherwiseAsCase(part, on)]);
  return { ...merged, cases, otherwise: 'not-applicable' };
}

/** 其余 of one version among others: the case that none of its cases holds. */
function otherwiseAsCase(version: LayerVersion, on: DateRef): readonly LayerCase[] {
  if (version.otherwise === 'not-applicable') return [];
  const [first] = [...version.otherwiseSlots, ...version.slots];
  if (!first) return [];
  const held = version.cases.map(({ validity, when }) => both(inForce(validity, on), when));
  return [
    {
      label: '其余',
      validity: version.validity,
      when: not(either(...held)),
      slots: version.otherwiseSlots,
      span: first.span,
      ...(first.clause && { clause: first.clause }),
    },
  ];
}

/** The version with its slots and cases in force on the days of `window` alone. */
function within(version: LayerVersion, window: Validity): LayerVersion {
  const inside = <Dated extends { readonly validity: Validity }>(
    dated: readonly Dated[],
  ): readonly Dated[] =>
    dated
      .map((each) => ({ ...each, validity: intersection(each.validity, window) }))
      .filter(({ validity }) => !isNever(validity));
  return {
    ...version,
    validity: window,
    slots: inside(version.slots),
    otherwiseSlots: inside(version.otherwiseSlots),
    cases: inside(version.cases).map((each) => ({ ...each, slots: inside(each.slots) })),
  };
}

/** Cases by labels that tell them apart: of several with one label the later ones get their first day behind it. */
export function withOwnLabels(cases: readonly LayerCase[]): readonly LayerCase[] {
  return cases.map((each, index) => {
    const { label, validity } = each;
    const isRepeated = cases.slice(0, index).some((other) => other.label === label);
    if (label === undefined || !isRepeated) return each;
    const since = validity.from === undefined ? `${index + 1}` : `自 ${printDate(validity.from)}`;
    return { ...each, label: `${label}（${since}）` };
  });
}
