import type { DayNumber, Diagnostic } from '@tiaoli/base';
import { fileSpan, printDate } from '@tiaoli/base';
import type { ParameterValues, PlaceValues } from '@tiaoli/compiler';
import { checkDelegations, parameterValues } from '@tiaoli/compiler';
import type { Module, ModuleIndex, ParameterDeclaration } from '@tiaoli/ir';
import { indexModule } from '@tiaoli/ir';
import type { VersionWindows } from '@tiaoli/language';
import { versionWindows } from '@tiaoli/language';
import { documentNames } from '@tiaoli/settlement';
import { report } from '../messages.ts';
import type { Policies } from '../open-policies.ts';
import { citedText } from './cited-text.ts';
import type { CellState } from './classify-cells.ts';
import { classifyCells, shareOf, worstState } from './classify-cells.ts';
import { boundsText, comparableValue, matrixValue } from './matrix-values.ts';
import type { CityDocuments } from './province-documents.ts';
import {
  atlasOf,
  citiesOf,
  documentsAbove,
  filesOfNobody,
  hasErrors,
  provincesOf,
} from './province-documents.ts';
import { restsOnIllustrative } from './rests-on-illustrative.ts';
import type {
  CityColumn,
  MatrixCell,
  MatrixValue,
  ParameterRow,
  UnificationMatrix,
} from './unification-matrix.ts';

export interface UnifyRequest {
  readonly province: string;
  readonly on: DayNumber;
}

export interface Unified {
  readonly matrix?: UnificationMatrix;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What the cities of a province have made of its parameters on one day.
 *
 * A row is a parameter of a document of the province that is in force on the day, or of a national one that lower levels
 * may set; statistics are facts and have no row. A column is every city that has a document, also one whose documents
 * have errors: what these might set is unknown there, never taken for the province's.
 */
export function unifyProvince(policies: Policies, { province, on }: UnifyRequest): Unified {
  const atlas = atlasOf(policies);
  const provinces = provincesOf(atlas);
  if (!provinces.includes(province)) {
    const known = provinces.join('、');
    const finding = report('unknown-province', { province, known }, fileSpan(province));
    return { diagnostics: [finding] };
  }
  const cities = citiesOf(policies, atlas, province);
  const above = documentsAbove(atlas, province, on).map(({ path }) => ({
    path,
    module: hasErrors(policies, path) ? undefined : policies.lower(path, on).module,
  }));
  const windows = versionWindows(policies.language);
  const rows = above.flatMap(({ module }) =>
    module ? rowsOf(module, { province, on, cities, windows }) : [],
  );
  return {
    matrix: {
      province,
      on: printDate(on),
      cities: cities.map((each, at) => columnOf(policies, each, statesOf(rows, at))),
      parameters: rows,
      unified: shareOf(rows.flatMap(({ cells }) => cells.map(({ state }) => state))),
      leftOut: above.flatMap(({ path, module }) => (module ? [] : [path])),
      unknownFiles: filesOfNobody(policies),
    },
    diagnostics: [],
  };
}

/** The provinces that have documents, samples left out. */
export function provincesWithDocuments(policies: Policies): readonly string[] {
  return provincesOf(atlasOf(policies));
}

function statesOf(rows: readonly ParameterRow[], city: number): readonly CellState[] {
  return rows.flatMap(({ cells }) => cells[city]?.state ?? []);
}

interface RowRequest extends UnifyRequest {
  readonly cities: readonly CityDocuments[];
  readonly windows: VersionWindows;
}

/** What the rows of one module are made with. */
interface RowContext extends RowRequest {
  readonly module: Module;
  readonly index: ModuleIndex;
  /** What is wrong with settings on the day. */
  readonly findings: readonly Diagnostic[];
}

/** The rows of the parameters that the document of the module itself declares. */
function rowsOf(module: Module, request: RowRequest): readonly ParameterRow[] {
  const { province, on, cities, windows } = request;
  const places = [province, ...cities.map(({ city }) => city)];
  const delegated = new Set(
    module.declarations.flatMap((each) => (each.kind === 'delegation' ? [each.parameter] : [])),
  );
  const isNational = module.declarations.some(
    (each) => each.kind === 'document' && each.id === module.document && each.level === 'nation',
  );
  const isWanted = ({ id, document }: ParameterDeclaration): boolean =>
    document === module.document && (!isNational || delegated.has(id));
  const context = {
    ...request,
    module,
    index: indexModule(module),
    findings: checkDelegations(module, { on, windows }),
  };
  return parameterValues(module, places, on, isWanted).map((values) => rowOf(values, context));
}

function rowOf(values: ParameterValues, context: RowContext): ParameterRow {
  const { parameter, delegations, places } = values;
  const { module, index } = context;
  const [province, ...cities] = places;
  const base = province?.values ?? [];
  const compared = cities.map((each) => comparedCity(each, parameter, context));
  const states = classifyCells(base.map(comparableValue), compared);
  const cells = cities.map((each, at) => cellOf(each, states[at] ?? 'unknown', values, context));
  const bounds = boundsText(delegations, index);
  return {
    id: parameter.id,
    name: parameter.name,
    document: documentNames(module.declarations).get(parameter.document) ?? parameter.document,
    province: valueIn(province, values, context),
    ...(bounds && { bounds }),
    clause: citedText(parameter, module),
    cells,
    state: worstState(states),
    unified: shareOf(states),
  };
}

function comparedCity(place: PlaceValues, { document }: ParameterDeclaration, context: RowContext) {
  const broken = context.cities.find(({ city }) => city === place.place)?.broken ?? [];
  return {
    values: place.values.map(comparableValue),
    isOutside: findingsAbout(place, context).some(({ severity }) => severity === 'error'),
    isUnknown: broken.some(({ basis }) => basis.size === 0 || basis.has(document)),
  };
}

/** What is wrong with the settings of a place. */
function findingsAbout({ settings }: PlaceValues, { findings }: RowContext): readonly Diagnostic[] {
  return findings.filter(({ span }) =>
    settings.some(
      (each) =>
        each.span.file === span.file &&
        each.span.start.offset <= span.start.offset &&
        span.end.offset <= each.span.end.offset,
    ),
  );
}

function cellOf(
  place: PlaceValues,
  state: CellState,
  values: ParameterValues,
  context: RowContext,
): MatrixCell {
  const setting = place.settings.at(-1);
  return {
    city: place.place,
    state,
    isOwn: setting !== undefined,
    value: valueIn(place, values, context),
    ...(setting && { clause: citedText(setting, context.module) }),
    findings: findingsAbout(place, context),
  };
}

/** The value in one place; what a city leaves to the province is as much invented as the province's. */
function valueIn(
  place: PlaceValues | undefined,
  values: ParameterValues,
  { module, index, on }: RowContext,
): MatrixValue {
  const settings = place?.settings ?? [];
  return {
    ...matrixValue(values, place?.values ?? [], index),
    isIllustrative: restsOnIllustrative(values.parameter, { settings }, module, on),
  };
}

function columnOf(
  policies: Policies,
  { city, headers, broken }: CityDocuments,
  states: readonly CellState[],
): CityColumn {
  const names = headers.flatMap(({ path, id }) => {
    const declarations = policies.lower(path).module?.declarations ?? [];
    return declarations.flatMap((each) =>
      each.kind === 'parameter' && each.document === id ? [each.name] : [],
    );
  });
  return {
    city,
    unified: shareOf(states),
    filesWithErrors: broken.map(({ file }) => file),
    ownParameters: [...new Set(names)],
  };
}
