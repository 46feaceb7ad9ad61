import type { DayNumber, Diagnostic, Validity } from '@tiaoli/base';
import { isInForce } from '@tiaoli/base';
import type {
  Accumulator,
  DateRef,
  Declaration,
  Definition,
  Exemption,
  Expr,
  InputDeclaration,
  Module,
  Program,
} from '@tiaoli/ir';
import { indexModule, mapExpr, placesWritten, readerDate, referencesOf } from '@tiaoli/ir';
import { finding } from '../messages.ts';
import type { BindContext } from './bind-context.ts';
import { bindContext, narrowWindow } from './bind-context.ts';
import { bindExpr } from './bind-expr.ts';
import { withCatalogueChanges } from './catalogue-changes.ts';
import { foldConstants } from './fold-constants.ts';
import type { Jurisdictions } from './jurisdiction.ts';
import { chainOf, distanceOf, jurisdictionsOf, placeOf } from './jurisdiction.ts';
import { orderDefinitions } from './order-definitions.ts';
import { withStateDenominators } from './state-denominators.ts';
import { stableWindow } from './version-window.ts';

/** For which place, and on which days, a module is asked. */
export interface BindTarget {
  /** A place that some document names; the target document's own when absent. */
  readonly jurisdiction?: string;
  /** The day of each governing date that is known; `on` always is. */
  readonly dates: Readonly<Record<DateRef, DayNumber>>;
}

export interface BindResult {
  readonly program?: Program;
  readonly diagnostics: readonly Diagnostic[];
}

/** Every date that chooses a version or an insured year of the module, `on` first. */
export function governingDates(module: Module): readonly DateRef[] {
  const dates = new Set<DateRef>(['on']);
  const exprs = [
    ...module.definitions.map(({ body }) => body),
    ...module.accumulators.flatMap(placesWritten),
    ...module.declarations.flatMap(readExprs),
  ];
  for (const date of referencesOf(...exprs).dates) dates.add(date);
  dates.delete(readerDate);
  return [...dates];
}

/** What of a declaration is evaluated, or stands in the place of something that is. */
function readExprs(declaration: Declaration): readonly Expr[] {
  switch (declaration.kind) {
    case 'input':
      return declaration.default ? [declaration.default] : [];
    case 'invariant':
      return [declaration.condition];
    case 'monotony':
      return [declaration.value];
    case 'parameter':
      return declaration.versions.flatMap(({ cells }) => cells.map(({ value }) => value));
    case 'fill':
      return declaration.cells.map(({ value }) => value);
    case 'derogation':
      return declaration.when ? [declaration.value, declaration.when] : [declaration.value];
    default:
      return [];
  }
}

/**
 * Chooses what holds in one place on given days: every parameter and every dated choice becomes what is in force.
 *
 * Pure; the program says in `validity` for which other days it is the same.
 */
export function bind(module: Module, target: BindTarget): BindResult {
  const jurisdictions = jurisdictionsOf(module);
  const place = target.jurisdiction ?? placeOf(module.document, jurisdictions);
  const document = jurisdictions.documents.get(module.document)?.[0];
  if (place !== undefined && !jurisdictions.parents.has(place)) {
    const known = [...jurisdictions.parents.keys()].join('、');
    const span = document?.span ?? module.declarations[0]?.span;
    return { diagnostics: span ? [finding('unknown-jurisdiction', { place, known }, span)] : [] };
  }
  const chain = chainOf(place, jurisdictions);
  const context = bindContext(module, target.dates, chain, jurisdictions);
  const index = indexModule(module);
  const accumulators = withStateDenominators(module, index);
  const local = withCatalogueChanges(
    keepLocal({ ...module, accumulators }, chain, jurisdictions),
    (id) => distanceOf(id, chain, jurisdictions) ?? 0,
  );
  const bound = boundProgram(
    { ...local, outputs: outputsInForce(local, context, jurisdictions) },
    (expr) => bindExpr(expr, context, index),
  );
  return {
    program: {
      ...bound,
      jurisdiction: chain,
      validity: Object.fromEntries(context.windows),
      yearStart: context.yearStart,
    },
    diagnostics: [],
  };
}

/** The part of a module whose documents hold in the place. */
function keepLocal(module: Module, chain: readonly string[], jurisdictions: Jurisdictions): Module {
  const declarations = module.declarations.filter(
    ({ document }) => distanceOf(document, chain, jurisdictions) !== undefined,
  );
  const kept = new Set(declarations.map(({ id }) => id));
  const foreign = new Set(module.declarations.flatMap(({ id }) => (kept.has(id) ? [] : [id])));
  const isLocal = ({ origin }: { readonly origin: Accumulator['origin'] }): boolean =>
    !foreign.has(origin.declaration);
  const definitions = module.definitions.filter(isLocal);
  const defined = new Set(definitions.map(({ id }) => id));
  const elsewhere = new Map(
    module.definitions.filter(({ id }) => !defined.has(id)).map((each) => [each.id, each]),
  );
  return {
    ...module,
    declarations: declarations.map((each) => withoutForeignSteps(each, foreign)),
    definitions: definitions.map((each) => ({
      ...each,
      body: mapExpr(each.body, (expr) => absentElsewhere(expr, elsewhere)),
    })),
    accumulators: module.accumulators.filter(isLocal),
    outputs: module.outputs.filter(({ definition }) => defined.has(definition)),
  };
}

/** What another place has added (a layer put in at 可接) does not apply here. */
function absentElsewhere(expr: Expr, elsewhere: ReadonlyMap<string, Definition>): Expr {
  const other = expr.kind === 'definition' ? elsewhere.get(expr.definition) : undefined;
  return other ? { kind: 'not-applicable', type: other.type, reason: other.name } : expr;
}

function withoutForeignSteps(each: Declaration, foreign: ReadonlySet<string>): Declaration {
  if (each.kind !== 'waterfall') return each;
  const steps = each.steps.map((step) => ({
    ...step,
    layers: step.layers.filter((layer) => !foreign.has(layer)),
  }));
  return { ...each, steps: steps.filter(({ layers }) => layers.length > 0) };
}

/** The outputs of a document that is not in force on the day are left out, but for those of the document asked for. */
function outputsInForce(
  module: Module,
  context: BindContext,
  { documents }: Jurisdictions,
): Module['outputs'] {
  const on = context.dates.on;
  const owners = new Map(module.declarations.map(({ id, document }) => [id, document]));
  const origins = new Map(module.definitions.map(({ id, origin }) => [id, origin.declaration]));
  return module.outputs.filter(({ definition }) => {
    const owner = owners.get(origins.get(definition) ?? '');
    const versions = owner === undefined ? [] : (documents.get(owner) ?? []);
    if (on === undefined || owner === module.document || versions.length === 0) return true;
    const validities: Validity[] = versions.map(({ effective }) => effective);
    const holds = (day: DayNumber) => validities.some((validity) => isInForce(validity, day));
    narrowWindow(context, 'on', stableWindow(on, validities, holds));
    return holds(on);
  });
}

type Unbound = Omit<Program, 'jurisdiction' | 'validity' | 'yearStart'>;

function boundProgram(module: Module, change: (expr: Expr) => Expr): Unbound {
  const bound = {
    ...module,
    definitions: module.definitions.map((each) => ({ ...each, body: change(each.body) })),
    accumulators: module.accumulators.map((each) => mapAccumulator(each, change)),
    declarations: module.declarations.map((each) => mapEvaluated(each, change)),
  };
  const { definitions, fold } = foldConstants(orderDefinitions(bound).definitions);
  const folded = {
    ...bound,
    definitions,
    accumulators: bound.accumulators.map((each) => mapAccumulator(each, fold)),
    declarations: bound.declarations.map((each) => mapEvaluated(each, fold)),
  };
  return { ...folded, ...orderDefinitions(folded) };
}

function mapAccumulator(each: Accumulator, change: (expr: Expr) => Expr): Accumulator {
  return {
    ...each,
    by: each.by.map(change),
    ...(each.instance && { instance: change(each.instance) }),
    ...(each.writes && {
      writes: each.writes.map(({ keys, next }) => ({ keys: keys.map(change), next })),
    }),
  };
}

/** Changes what of a declaration is evaluated in a program: defaults of inputs, invariants, what is said to be monotone, conditions of 豁免. */
function mapEvaluated(declared: Declaration, change: (expr: Expr) => Expr): Declaration {
  const { exemptions } = declared;
  const each = exemptions
    ? { ...declared, exemptions: exemptions.map((exemption) => boundExemption(exemption, change)) }
    : declared;
  if (each.kind === 'invariant') return { ...each, condition: change(each.condition) };
  if (each.kind === 'monotony') return { ...each, value: change(each.value) };
  return each.kind === 'input' && each.default ? withDefault(each, change(each.default)) : each;
}

function boundExemption(exemption: Exemption, change: (expr: Expr) => Expr): Exemption {
  return exemption.when ? { ...exemption, when: change(exemption.when) } : exemption;
}

function withDefault(each: InputDeclaration, value: Expr): InputDeclaration {
  return { ...each, default: value };
}
