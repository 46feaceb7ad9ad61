import type { DayNumber, Diagnostic, LocalText, RelatedSpan, Validity } from '@tiaoli/base';
import { intersectValidity, isInForce, printDate } from '@tiaoli/base';
import type {
  ClauseRef,
  DelegationDeclaration,
  DerogationDeclaration,
  FillDeclaration,
  JurisdictionLevel,
  Module,
  ParameterDeclaration,
} from '@tiaoli/ir';
import { finding } from '../messages.ts';
import { checkBounds } from './check-bounds.ts';
import { checkDefaults } from './check-defaults.ts';
import type { Jurisdictions } from './jurisdiction.ts';
import { chainOf, jurisdictionsOf, placeOf } from './jurisdiction.ts';

/** A value that a document sets for a parameter of another. */
export type DelegatedSetting = FillDeclaration | DerogationDeclaration;

/** One setting with the right on which it rests. */
export interface DelegatedCheck {
  readonly module: Module;
  readonly jurisdictions: Jurisdictions;
  readonly setting: DelegatedSetting;
  readonly parameter: ParameterDeclaration;
  readonly delegation: DelegationDeclaration;
  /** Clause of the delegation, as findings name it. */
  readonly clause: string;
  readonly related: readonly RelatedSpan[];
  /** Where the value holds; the place of the document that sets it without. */
  readonly place?: string;
  /** Bounds are checked on this day only. */
  readonly on?: DayNumber;
  readonly windows?: Windows;
}

/** Days on which each version of a document is in force, by its id; a document that is not named has one version. */
type Windows = ReadonlyMap<string, readonly Validity[]>;

export interface DelegationOptions {
  /** Only what is in force on this day, by the bounds of this day. */
  readonly on?: DayNumber;
  /** A module holds one version of each document: what rests on another one is looked at in a module with that. */
  readonly windows?: Windows;
}

/**
 * Findings about every 确定 and 特别规定 of a module: competence, time, scope and bounds, in that order; and about every
 * default that does not keep the bounds itself.
 *
 * A setting that fails one of the four is not examined for the next. A derogation needs no delegation where it stands
 * in a document of the same place, or may only better the person (就高).
 */
export function checkDelegations(
  module: Module,
  options: DelegationOptions = {},
): readonly Diagnostic[] {
  const { on } = options;
  const jurisdictions = jurisdictionsOf(module);
  const parameters = new Map(
    module.declarations.flatMap((each) => (each.kind === 'parameter' ? [[each.id, each]] : [])),
  );
  return module.declarations.flatMap((setting) => {
    if (setting.kind === 'delegation') {
      const parameter = parameters.get(setting.parameter);
      const common = { module, jurisdictions, ...options };
      return parameter ? checkDefaultOf(setting, { ...common, parameter }) : [];
    }
    if (setting.kind !== 'fill' && setting.kind !== 'derogation') return [];
    if (on !== undefined && !isInForce(setting.validity, on)) return [];
    const parameter = parameters.get(setting.parameter);
    const asked = { module, jurisdictions, setting, ...options };
    const found = parameter ? checkSetting({ ...asked, parameter }) : [];
    return found.filter((each) => !isExempted(each, setting));
  });
}

/** Whether the default itself is what the delegation lets others set. */
function checkDefaultOf(
  delegation: DelegationDeclaration,
  asked: Omit<SettingCheck, 'setting'>,
): readonly Diagnostic[] {
  const { jurisdictions } = asked;
  const clause = printClause(delegation, jurisdictions);
  return checkDefaults({
    ...asked,
    ...{ delegation, clause, related: [relatedTo(delegation, jurisdictions)] },
  });
}

/** A 豁免 on the setting accepts warnings, never errors. */
function isExempted(
  { code, severity }: Diagnostic,
  { exemptions = [] }: DelegatedSetting,
): boolean {
  return severity !== 'error' && exemptions.some((exemption) => exemption.code === code);
}

type SettingCheck = Pick<
  DelegatedCheck,
  'module' | 'jurisdictions' | 'setting' | 'parameter' | 'on' | 'windows'
>;

function checkSetting(check: SettingCheck): readonly Diagnostic[] {
  const { module, jurisdictions, setting, parameter } = check;
  if (restsOnOtherVersion(check)) return [];
  const delegations = module.declarations.filter(
    (each): each is DelegationDeclaration =>
      each.kind === 'delegation' && each.parameter === parameter.id,
  );
  if (delegations.length === 0) return checkUndelegated(setting, parameter, jurisdictions);
  const results = delegations.map((delegation) =>
    checkAgainst({
      ...check,
      delegation,
      clause: printClause(delegation, jurisdictions),
      related: [relatedTo(delegation, jurisdictions)],
    }),
  );
  // Several levels may hold a right each: the setting needs one of them.
  const kept = results.find((findings) => findings.length === 0);
  return kept ?? results.toSorted((left, right) => rank(right) - rank(left))[0] ?? [];
}

/** Whether the parameter's text in this module is not the one in force in the days of the setting, and another version's is. */
function restsOnOtherVersion(check: SettingCheck): boolean {
  const { setting, parameter, jurisdictions, windows } = check;
  const all = windows?.get(parameter.document) ?? [];
  const start = jurisdictions.documents.get(parameter.document)?.[0]?.effective.from;
  const isMeant = (each: Validity): boolean =>
    intersectValidity(each, setting.validity) !== undefined;
  const own = all.find(({ from }) => from === start);
  return own !== undefined && !isMeant(own) && all.some(isMeant);
}

const stages = ['wrong-level', 'not-below', 'delegation-lapsed', 'dimension-not-delegated'];

/** How far a setting came: the delegation under which it came farthest is the one it meant. */
function rank([first]: readonly Diagnostic[]): number {
  const stage = stages.indexOf(first?.code ?? '');
  return stage < 0 ? stages.length : stage;
}

function checkUndelegated(
  setting: DelegatedSetting,
  parameter: ParameterDeclaration,
  jurisdictions: Jurisdictions,
): readonly Diagnostic[] {
  const isOwnPlace =
    placeOf(setting.document, jurisdictions) === placeOf(parameter.document, jurisdictions);
  if (setting.kind === 'derogation' && (isOwnPlace || setting.ifBetter)) return [];
  const clause = printClause(parameter, jurisdictions);
  return [
    finding('not-delegated', { parameter: parameter.name, clause }, setting.span, [
      relatedTo(parameter, jurisdictions),
    ]),
  ];
}

function checkAgainst(check: DelegatedCheck): readonly Diagnostic[] {
  if (isOwnDerogation(check)) return [];
  for (const stage of [checkCompetence, checkTime, checkScope, checkBounds]) {
    const findings = stage(check);
    if (findings.length > 0) return findings;
  }
  return [];
}

function isOwnDerogation({ setting, parameter, jurisdictions }: DelegatedCheck): boolean {
  return (
    setting.kind === 'derogation' &&
    placeOf(setting.document, jurisdictions) === placeOf(parameter.document, jurisdictions)
  );
}

function checkCompetence(check: DelegatedCheck): readonly Diagnostic[] {
  const { setting, parameter, delegation, clause, jurisdictions, related } = check;
  const named = { parameter: parameter.name, clause };
  const document = jurisdictions.documents.get(setting.document)?.[0];
  const level = document?.level ?? 'nation';
  if (!delegation.levels.includes(level)) {
    const params = { ...named, level: levelNames[level], levels: printLevels(delegation.levels) };
    return [finding('wrong-level', params, setting.span, related)];
  }
  const above = placeOf(delegation.document, jurisdictions);
  const place = document?.place;
  if (above === undefined || chainOf(place, jurisdictions).slice(1).includes(above)) return [];
  return [finding('not-below', { ...named, place: place ?? '全国' }, setting.span, related)];
}

function checkTime(check: DelegatedCheck): readonly Diagnostic[] {
  const { setting, parameter, delegation, clause, jurisdictions, related } = check;
  const { from } = setting.validity;
  const documents = jurisdictions.documents.get(delegation.document) ?? [];
  const texts = documents.map(({ effective }) => effective);
  // What was set under an earlier version goes on; whether that one let it be set is asked of its own module.
  const first = earliest([...(check.windows?.get(delegation.document) ?? []), ...texts]);
  const last = delegation.until ?? latest(texts);
  const early = first !== undefined && from !== undefined && from < first;
  const late = last !== undefined && from !== undefined && from > last;
  if (!early && !late) return [];
  const printed = (day: DayNumber | undefined) => (day === undefined ? '∞' : printDate(day));
  const params = { from: printed(from), first: printed(first), last: printed(last) };
  const named = { parameter: parameter.name, clause };
  return [finding('delegation-lapsed', { ...named, ...params }, setting.span, related)];
}

function earliest(texts: readonly Validity[]): DayNumber | undefined {
  const days = texts.map(({ from }) => from ?? Number.NEGATIVE_INFINITY);
  const day = Math.min(...days);
  return Number.isFinite(day) ? day : undefined;
}

function latest(texts: readonly Validity[]): DayNumber | undefined {
  const days = texts.map(({ to }) => to ?? Number.POSITIVE_INFINITY);
  const day = Math.max(...days);
  return Number.isFinite(day) ? day : undefined;
}

function checkScope(check: DelegatedCheck): readonly Diagnostic[] {
  const { setting, parameter, delegation, clause, related } = check;
  if (setting.kind !== 'fill') return [];
  const allowed = [...parameter.dimensions, ...delegation.splits].map(({ name }) => name);
  return setting.dimensions.flatMap(({ name }) => {
    if (allowed.includes(name)) return [];
    const params = { parameter: parameter.name, clause, dimension: name };
    return [finding('dimension-not-delegated', params, setting.span, related)];
  });
}

const levelNames: Readonly<Record<JurisdictionLevel, LocalText>> = {
  nation: { zh: '国家', en: 'nation' },
  province: { zh: '省', en: 'province' },
  city: { zh: '市', en: 'city' },
  county: { zh: '县', en: 'county' },
};

function printLevels(levels: readonly JurisdictionLevel[]): LocalText {
  return {
    zh: levels.map((level) => levelNames[level].zh).join('、'),
    en: levels.map((level) => levelNames[level].en).join(', '),
  };
}

function relatedTo(
  declaration: DelegationDeclaration | ParameterDeclaration,
  jurisdictions: Jurisdictions,
): RelatedSpan {
  const clause = printClause(declaration, jurisdictions);
  const isDelegation = declaration.kind === 'delegation';
  return {
    span: declaration.span,
    message: isDelegation
      ? { zh: `授权在此：${clause}`, en: `delegated here: ${clause}` }
      : { zh: `规定在此：${clause}`, en: `set here: ${clause}` },
  };
}

/** `鲁政办发〔2022〕12号 条五`: the document by its number, else its title. */
function printClause(
  { document, clause }: { readonly document: string; readonly clause?: ClauseRef },
  { documents }: Jurisdictions,
): string {
  const header = documents.get(clause?.document ?? document)?.[0];
  const name = header?.number ?? (header ? `《${header.title}》` : document);
  return clause && clause.path.length > 0 ? `${name}条「${clause.path.join('.')}」` : name;
}
