import type { Diagnostic, LocalText } from '@tiaoli/base';
import { compareText } from '@tiaoli/base';
import { documentAndBasis } from '@tiaoli/compiler';
import type { Module } from '@tiaoli/ir';
import type {
  ConformanceState,
  HeldParameter,
  PlacedSetting,
  SettingDays,
} from './delegated-settings.ts';
import {
  dayOfSetting,
  heldParameters,
  settingsIn,
  stateOf,
  withSettings,
} from './delegated-settings.ts';
import { relationOf } from './side-relation.ts';
import type { ComparedSide, NamedSide, OpenedSide } from './version-side.ts';
import { comparedSide, lastBegun, openBoth } from './version-side.ts';

/** A value of a lower level, held against what the level above leaves to it. */
export interface ConformanceRow {
  readonly parameter: string;
  readonly place: string;
  /** Where the lower level sets it; absent where what the level above says holds. */
  readonly setBy?: { readonly document: string; readonly file: string; readonly line: number };
  /** Under the old side; absent where there was none. */
  readonly before?: ConformanceState;
  readonly after?: ConformanceState;
  /** What holds on each side. */
  readonly old?: LocalText;
  readonly new?: LocalText;
  /** Of two places side by side: whether they have the same. */
  readonly isSame?: boolean;
  /** What may be decided, by the earlier text (where both are asked) and by the later one. */
  readonly oldBounds?: LocalText;
  readonly bounds?: LocalText;
  readonly findings: readonly Diagnostic[];
}

export interface Conformance {
  /**
   * `text-changed`: the values of all places below, under the old text and under the new one. `below`: one place under
   * the text above it. `side-by-side`: two places of one level under the texts that both rest on.
   */
  readonly kind: 'text-changed' | 'below' | 'side-by-side';
  readonly rows: readonly ConformanceRow[];
}

type DatedSide = OpenedSide & SettingDays;

export interface ConformanceComparison extends Conformance {
  readonly old: ComparedSide;
  readonly new: ComparedSide;
}

/** The view of conformance of two sides as people name them; a city and another province are refused. */
export function compareConformance(
  old: NamedSide,
  now: NamedSide,
): { readonly comparison?: ConformanceComparison; readonly diagnostics: readonly Diagnostic[] } {
  const found = openBoth(old, now);
  if (found.kind === 'refused') return { diagnostics: found.diagnostics };
  const { before, after } = found;
  const comparison = {
    old: comparedSide(before),
    new: comparedSide(after),
    ...conformanceOf(before, after),
  };
  return { comparison, diagnostics: [] };
}

/** Who keeps within what the level above leaves, and who no longer does. */
export function conformanceOf(before: OpenedSide, after: OpenedSide): Conformance {
  const [old, now] = [dated(before), dated(after)];
  switch (relationOf(old, now)) {
    case 'below':
      return belowText(old, now);
    case 'above':
      return belowText(now, old);
    default:
      return old.header.place === now.header.place ? textChanged(old, now) : sideBySide(old, now);
  }
}

function dated(side: OpenedSide): DatedSide {
  const day = side.on ?? lastBegun(side) ?? 0;
  return { ...side, day, isPinned: side.on !== undefined && side.isDayChosen === undefined };
}

/** Every setting below the old or the new text, checked under both; and what the document itself sets for one above it. */
function textChanged(old: DatedSide, now: DatedSide): Conformance {
  const isBelow =
    (id: string) =>
    ({ parameter }: { readonly parameter: string }): boolean =>
      parameter.startsWith(`${id}/`);
  const left = settingsIn(old.module, old, isBelow(old.module.document));
  const right = settingsIn(now.module, now, isBelow(now.module.document));
  const all = [...right, ...left.filter((each) => !right.some((one) => isOne(one, each)))];
  const [under, over] = [withSettings(old.module, all), withSettings(now.module, all)];
  const rows = all.map((placed) =>
    rowOf(placed, {
      before: { ...old, module: under },
      after: { ...now, module: over },
    }),
  );
  return { kind: 'text-changed', rows: inOrder([...rows, ...ownRows(old, now)]) };
}

/** What both versions of a document set for the documents above it. */
function ownRows(old: DatedSide, now: DatedSide): readonly ConformanceRow[] {
  const ownOf = (side: DatedSide) =>
    settingsIn(side.module, side, ({ document }) => document === side.module.document);
  return ownOf(now).map((placed) => {
    const earlier = ownOf(old).find((each) => isOne(each, placed));
    return rowOf(placed, earlier ? { before: old, after: now } : { after: now }, earlier);
  });
}

function isOne(left: PlacedSetting, right: PlacedSetting): boolean {
  const keyOf = ({ document, setting: { name, validity } }: PlacedSetting): string =>
    JSON.stringify([document.id, name, validity.from]);
  return keyOf(left) === keyOf(right);
}

interface CheckedIn extends SettingDays {
  readonly module: Module;
}

function rowOf(
  placed: PlacedSetting,
  { before, after }: { readonly before?: CheckedIn; readonly after: CheckedIn },
  earlier: PlacedSetting = placed,
): ConformanceRow {
  const place = placed.document.place ?? '国家';
  const old = before && checkedIn(before, earlier, place);
  const now = checkedIn(after, placed, place);
  const { setting } = placed;
  return {
    parameter: setting.name,
    place,
    setBy: {
      document: placed.document.number ?? placed.document.title,
      file: setting.span.file,
      line: setting.span.start.line,
    },
    ...(old?.state && { before: old.state }),
    ...(now.state && { after: now.state }),
    ...(old?.value && { old: old.value }),
    ...(now.value && { new: now.value }),
    ...(old?.bounds && { oldBounds: old.bounds }),
    ...(now.bounds && { bounds: now.bounds }),
    findings: now.findings,
  };
}

/** Without a state where the setting has ended by then: it is neither within nor outside. */
interface Checked {
  readonly state?: ConformanceState;
  readonly value?: LocalText;
  readonly bounds?: LocalText;
  readonly findings: readonly Diagnostic[];
}

function checkedIn({ module, ...days }: CheckedIn, placed: PlacedSetting, place: string): Checked {
  const setting = module.declarations.find(
    (each) =>
      (each.kind === 'fill' || each.kind === 'derogation') &&
      each.document === placed.document.id &&
      each.name === placed.setting.name &&
      each.span.start.offset === placed.setting.span.start.offset,
  );
  const isSetting = setting?.kind === 'fill' || setting?.kind === 'derogation';
  const day = isSetting ? dayOfSetting(setting, days) : undefined;
  if (!isSetting || day === undefined) return { findings: [] };
  const document = setting.parameter.slice(0, setting.parameter.indexOf('/'));
  const held = heldParameters(module, [place], day, new Set([document])).find(
    ({ id }) => id === setting.parameter,
  );
  const [value] = held?.values ?? [];
  return {
    ...stateOf(module, setting, day),
    ...(value && { value }),
    ...(held?.bounds && { bounds: held.bounds }),
  };
}

/** One place under the text above it, parameter by parameter: what it sets, and what it leaves as it is. */
function belowText(upper: DatedSide, lower: DatedSide): Conformance {
  const placed = settingsIn(
    lower.module,
    lower,
    ({ document }) => document === lower.module.document,
  );
  const module = withSettings(upper.module, placed);
  const place = lower.header.place ?? '国家';
  const above = upper.header.place ?? '国家';
  const day = Math.max(upper.day, lower.day);
  const days = { module, day, isPinned: true };
  const held = heldParameters(module, [above, place], day, new Set([upper.module.document]));
  const rows = held.map((each): ConformanceRow => {
    const own = placed.find(({ setting }) => setting.name === each.name);
    const values = { old: each.values[0], new: each.values[1] };
    const base = own
      ? rowOf(own, { after: days })
      : { parameter: each.name, place, after: 'within' as const, findings: [] };
    return {
      ...base,
      ...(values.old && { old: values.old }),
      ...(values.new && { new: values.new }),
      ...(each.bounds && { bounds: each.bounds }),
    };
  });
  return { kind: 'below', rows };
}

/**
 * Two places of one level: what each has of the parameters of the documents that both rest on, and what they have under
 * one name of documents that each rests on by itself.
 */
function sideBySide(old: DatedSide, now: DatedSide): Conformance {
  const bases = [documentAndBasis(old.module), documentAndBasis(now.module)] as const;
  const shared = new Set([...bases[1]].filter((id) => bases[0].has(id)));
  const day = Math.max(old.day, now.day);
  const [left, right] = [old.header.place ?? '国家', now.header.place ?? '国家'];
  const module = joined(old.module, now.module);
  const rows = heldParameters(module, [left, right], day, shared)
    .filter(({ isOwn }) => isOwn.includes(true))
    .map((each) => sideRow(each, [left, right]));
  const own = (side: DatedSide, place: string, basis: ReadonlySet<string>) =>
    heldParameters(
      side.module,
      [place],
      side.day,
      new Set([...basis].filter((id) => !shared.has(id))),
    );
  const apart = own(now, right, bases[1]).flatMap((each) => {
    const earlier = own(old, left, bases[0]).find(({ name }) => name === each.name);
    return earlier ? [apartRow(earlier, each, [left, right])] : [];
  });
  return { kind: 'side-by-side', rows: [...rows, ...apart] };
}

/** The later module with the documents and settings of the earlier one. */
function joined(old: Module, now: Module): Module {
  const known = new Set(now.declarations.map(({ id, span }) => `${id} ${span.start.offset}`));
  const added = old.declarations.filter(
    (each) =>
      (each.kind === 'document' || each.kind === 'fill' || each.kind === 'derogation') &&
      !known.has(`${each.id} ${each.span.start.offset}`),
  );
  return { ...now, declarations: [...now.declarations, ...added] };
}

function sideRow(
  { name, values, forms, bounds }: HeldParameter,
  [left, right]: readonly [string, string],
): ConformanceRow {
  const [old, now] = values;
  return {
    parameter: name,
    place: `${left}、${right}`,
    isSame: forms[0] === forms[1],
    ...(old && { old }),
    ...(now && { new: now }),
    ...(bounds && { bounds }),
    findings: [],
  };
}

/** One name in two texts: what each place has under its own, and what that leaves. */
function apartRow(
  old: HeldParameter,
  now: HeldParameter,
  [left, right]: readonly [string, string],
): ConformanceRow {
  const row = sideRow(
    { ...now, values: [...old.values, ...now.values], forms: [...old.forms, ...now.forms] },
    [left, right],
  );
  return { ...row, ...(old.bounds && { oldBounds: old.bounds }) };
}

function inOrder(rows: readonly ConformanceRow[]): readonly ConformanceRow[] {
  return rows.toSorted(
    (left, right) =>
      compareText(left.place, right.place) || compareText(left.parameter, right.parameter),
  );
}
