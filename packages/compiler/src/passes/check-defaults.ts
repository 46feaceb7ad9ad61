import type { Diagnostic, LocalText, Validity } from '@tiaoli/base';
import { isInForce } from '@tiaoli/base';
import type { FillDeclaration, Module, ParameterDeclaration, ParameterVersion } from '@tiaoli/ir';
import { finding } from '../messages.ts';
import { checkBounds } from './check-bounds.ts';
import type { DelegatedCheck } from './check-delegations.ts';
import { parametersCompared } from './compared-parameters.ts';
import type { Jurisdictions } from './jurisdiction.ts';
import { chainOf, placeOf } from './jurisdiction.ts';

/** A delegation with the default that holds where nobody sets anything. */
export type DelegatedDefault = Pick<
  DelegatedCheck,
  'module' | 'jurisdictions' | 'parameter' | 'delegation' | 'clause' | 'related' | 'on'
>;

/**
 * Defaults that do not keep the bounds of their delegation: wherever nothing is set, and in each place below that sets
 * what the bounds are made of but not the parameter itself.
 */
export function checkDefaults(asked: DelegatedDefault): readonly Diagnostic[] {
  // No default is worse than itself.
  const bounds = asked.delegation.bounds.filter(({ kind }) => kind !== 'no-worse');
  if (bounds.length === 0) return [];
  const bounded = { ...asked, delegation: { ...asked.delegation, bounds } };
  const own = checkIn(undefined, bounded);
  return own.length > 0 ? own : placesAffected(asked).flatMap((place) => checkIn(place, bounded));
}

function checkIn(place: string | undefined, asked: DelegatedDefault): readonly Diagnostic[] {
  const { parameter, delegation, on, related } = asked;
  const exempt = [parameter, delegation].flatMap(({ exemptions = [] }) => exemptions);
  if (exempt.some(({ code }) => code === 'default-out-of-bounds')) return [];
  for (const version of parameter.versions) {
    const isMeant = on === undefined || isInForce(version.validity, on);
    if (version.year !== undefined || !isMeant) continue;
    const setting = asSetting(version, parameter);
    const [broken] = checkBounds({ ...asked, setting, ...(place !== undefined && { place }) });
    if (!broken || broken.code === 'bound-undecided') continue;
    const params = { where: whereOf(place), broken: broken.message };
    return [finding('default-out-of-bounds', params, broken.span, related)];
  }
  return [];
}

/** The default as if a document had set it. */
function asSetting(
  version: ParameterVersion,
  { id, name, document, dimensions, versions }: ParameterDeclaration,
): FillDeclaration {
  const { cells, span } = version;
  const validity = untilNext(version, versions);
  return { kind: 'fill', id, name, document, span, parameter: id, validity, dimensions, cells };
}

/** A version ends the day before the next. */
function untilNext(
  { validity }: ParameterVersion,
  versions: readonly ParameterVersion[],
): Validity {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = validity;
  const later = versions.flatMap((each) => each.validity.from ?? []).filter((day) => day > from);
  const last = Math.min(to, ...later.map((day) => day - 1));
  return Number.isFinite(last) ? { ...validity, to: last } : validity;
}

function whereOf(place: string | undefined): LocalText {
  return place === undefined
    ? { zh: '没有另行确定的地方', en: 'Where nothing else is set' }
    : { zh: `${place}没有另行确定`, en: `In ${place}, where nothing else is set` };
}

/** Places below the delegation whose own values enter its bounds. */
function placesAffected(asked: DelegatedDefault): readonly string[] {
  const { module, jurisdictions, parameter, delegation } = asked;
  const above = placeOf(delegation.document, jurisdictions);
  const read = new Set(boundsRead(asked));
  const setting = (wanted: (parameter: string) => boolean): ReadonlySet<string> =>
    placesSetting(module, jurisdictions, wanted);
  const affected = setting((id) => read.has(id));
  const filled = setting((id) => id === parameter.id);
  return [...affected].filter((place) => {
    const chain = chainOf(place, jurisdictions);
    const isBelow = place !== above && (above === undefined || chain.includes(above));
    return isBelow && !chain.some((each) => filled.has(each));
  });
}

function boundsRead({ module, delegation, parameter }: DelegatedDefault): readonly string[] {
  const setting: FillDeclaration = {
    ...{ ...parameter, kind: 'fill', parameter: parameter.id, validity: {}, cells: [] },
  };
  return parametersCompared({ module, delegation, setting });
}

function placesSetting(
  { declarations }: Module,
  jurisdictions: Jurisdictions,
  wanted: (parameter: string) => boolean,
): ReadonlySet<string> {
  return new Set(
    declarations.flatMap((each) =>
      (each.kind === 'fill' || each.kind === 'derogation') && wanted(each.parameter)
        ? (placeOf(each.document, jurisdictions) ?? [])
        : [],
    ),
  );
}
