import type { DayNumber, Diagnostic, LocalText, Validity } from '@tiaoli/base';
import { isInForce } from '@tiaoli/base';
import { checkDelegations, parameterValues } from '@tiaoli/compiler';
import type {
  Declaration,
  DerogationDeclaration,
  DocumentDeclaration,
  FillDeclaration,
  Module,
} from '@tiaoli/ir';
import { indexModule } from '@tiaoli/ir';
import { boundsText, matrixValue } from '../unify/matrix-values.ts';
import { restsOnIllustrative } from '../unify/rests-on-illustrative.ts';

export type Setting = FillDeclaration | DerogationDeclaration;

/** What a document sets, with the document that sets it: enough to be held against another text. */
export interface PlacedSetting {
  readonly setting: Setting;
  readonly document: DocumentDeclaration;
}

/** How a value stands to what the level above leaves to be decided. */
export type ConformanceState = 'within' | 'outside' | 'undecided' | 'gone';

/** When settings are looked at: on one day, or from a day on, each as soon as it is in force. */
export interface SettingDays {
  readonly day: DayNumber;
  readonly isPinned: boolean;
}

/** The day on which a setting is checked; undefined where it is not in force then. */
export function dayOfSetting(
  { validity }: Pick<Setting, 'validity'>,
  { day, isPinned }: SettingDays,
): DayNumber | undefined {
  const first = isPinned ? day : Math.max(day, validity.from ?? day);
  return isInForce(validity, first) ? first : undefined;
}

/** Every 确定 and 特别规定 in a module that is in force in those days and that `wanted` chooses. */
export function settingsIn(
  { declarations }: Module,
  days: SettingDays,
  wanted: (setting: Setting) => boolean,
): readonly PlacedSetting[] {
  return declarations.flatMap((each) => {
    if (each.kind !== 'fill' && each.kind !== 'derogation') return [];
    if (dayOfSetting(each, days) === undefined || !wanted(each)) return [];
    const document = declarations.find(
      (one): one is DocumentDeclaration => one.kind === 'document' && one.id === each.document,
    );
    return document ? [{ setting: each, document }] : [];
  });
}

/**
 * `module` with exactly these settings for the parameters of its document, held against its own text.
 *
 * A setting that was made under another text is taken as made again on the first day of this one, and one that ended
 * with the text before it as going on: whether it may stand is asked, not whether it was early or late.
 */
export function withSettings(module: Module, settings: readonly PlacedSetting[]): Module {
  const others = module.declarations.filter((each) => !isSettingOf(each, module.document));
  const known = new Set(others.flatMap((each) => (each.kind === 'document' ? [each.id] : [])));
  const added = settings
    .map(({ document }) => document)
    .filter(
      ({ id }, index, all) => !known.has(id) && all.findIndex((each) => each.id === id) === index,
    );
  const own = effectiveOf(module);
  const moved = settings.map(({ setting }) => heldIn(setting, module.document, own));
  return { ...module, declarations: [...others, ...added, ...moved] };
}

function isSettingOf(each: Declaration, document: string): boolean {
  const isSetting = each.kind === 'fill' || each.kind === 'derogation';
  return isSetting && each.parameter.startsWith(`${document}/`);
}

function effectiveOf({ declarations, document }: Module): Validity {
  const own = declarations.find((each) => each.kind === 'document' && each.id === document);
  return own?.kind === 'document' ? own.effective : {};
}

function heldIn(setting: Setting, document: string, own: Validity): Setting {
  const name = setting.parameter.slice(setting.parameter.indexOf('/') + 1);
  const { from, to } = setting.validity;
  const isMadeHere = own.from === undefined || (from !== undefined && isInForce(own, from));
  const start = isMadeHere ? from : own.from;
  const endedBefore = own.from !== undefined && to === own.from - 1;
  const validity = {
    ...(start !== undefined && { from: start }),
    ...(to !== undefined && !endedBefore && { to }),
  };
  return { ...setting, parameter: `${document}/${name}`, validity };
}

/** Whether a setting of the module may stand on the day, and why not. */
export function stateOf(
  module: Module,
  setting: Setting,
  on: DayNumber,
): { readonly state: ConformanceState; readonly findings: readonly Diagnostic[] } {
  const isKnown = module.declarations.some(
    (each) => each.kind === 'parameter' && each.id === setting.parameter,
  );
  if (!isKnown) return { state: 'gone', findings: [] };
  const own = checkDelegations(module, { on }).filter(({ span }) => isInside(span, setting.span));
  if (own.some(({ severity }) => severity === 'error')) return { state: 'outside', findings: own };
  return { state: own.length > 0 ? 'undecided' : 'within', findings: own };
}

function isInside(inner: Diagnostic['span'], outer: Diagnostic['span']): boolean {
  return (
    inner.file === outer.file &&
    outer.start.offset <= inner.start.offset &&
    inner.end.offset <= outer.end.offset
  );
}

/** A parameter as it holds in places on a day. */
export interface HeldParameter {
  readonly id: string;
  readonly name: string;
  /** In the order of the places. */
  readonly values: readonly LocalText[];
  /** Equal exactly when the values are. */
  readonly forms: readonly string[];
  /** Which of the places set it themselves. */
  readonly isOwn: readonly boolean[];
  readonly bounds?: LocalText;
}

/** 示例: nobody's policy. */
function marked({ zh, en }: LocalText, isInvented: boolean): LocalText {
  return isInvented ? { zh: `${zh}（示例）`, en: `${en} (illustrative)` } : { zh, en };
}

export function heldParameters(
  module: Module,
  places: readonly string[],
  on: DayNumber,
  documents: ReadonlySet<string>,
): readonly HeldParameter[] {
  const index = indexModule(module);
  const found = parameterValues(module, places, on, ({ document }) => documents.has(document));
  return found.map((each) => {
    const bounds = boundsText(each.delegations, index);
    return {
      id: each.parameter.id,
      name: each.parameter.name,
      values: each.places.map((place) => {
        const isInvented = restsOnIllustrative(each.parameter, place, module, on);
        return marked(matrixValue(each, place.values, index).text, isInvented);
      }),
      forms: each.places.map(({ values }) => JSON.stringify(values)),
      isOwn: each.places.map(({ settings }) => settings.length > 0),
      ...(bounds && { bounds }),
    };
  });
}
