import type { Diagnostic } from '@tiaoli/base';
import type { Expr, Module, Output, WaterfallDeclaration } from '@tiaoli/ir';
import { irVersion } from '@tiaoli/ir';
import type { Accumulator, Allocation, AllocationAmendment } from '../generated/ast.ts';
import type { Declared, DeclaredKind, DeclaredOf } from '../references/declared.ts';
import type { TiaoliDocument } from '../tiaoli-document.ts';
import { cannotLower } from './cannot-lower.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import { hideUnrelated } from './hide-unrelated.ts';
import type { PoolTerm } from './layer/layer-source.ts';
import { lowerAccumulator, lowerPool, poolTerm } from './lower-accumulators.ts';
import { lowerCatalogue, lowerCatalogueChange } from './lower-catalogues.ts';
import type { LowerContext } from './lower-context.ts';
import { eventEntityId, isNear } from './lower-context.ts';
import {
  declareDocumentEntity,
  lowerEntity,
  lowerEnumeration,
  lowerGroup,
  lowerInput,
  lowerInvariant,
} from './lower-entities.ts';
import { lowerExample } from './lower-examples.ts';
import { lowerDocumentHeader } from './lower-header.ts';
import { lowerLayerStatement } from './lower-layers.ts';
import { lowerMonotony } from './lower-monotony.ts';
import { claimOutputs, lowerOutput, nationalOutputs, payersOf } from './lower-outputs.ts';
import { lowerDelegation, lowerDerogation, lowerFill, lowerParameter } from './lower-parameters.ts';
import { lowerRule } from './lower-rules.ts';
import { lowerMetric, lowerService, lowerServiceDelegation } from './lower-services.ts';
import { lowerAllocation } from './lower-shares.ts';
import { lowerWatchlist } from './lower-watchlists.ts';
import { lowerWaterfall } from './lower-waterfalls.ts';
import { settleOptional } from './settle-optional.ts';
import type { Lowering } from './start-lowering.ts';
import { paysBefore, startLowering } from './start-lowering.ts';
import type { StatementPlace } from './statement-place.ts';
import { placeFor } from './statement-place.ts';
import { drawnBefore, stockDraws } from './stock-draws.ts';

/**
 * Lowers a document with everything that it rests on and every document that sets its parameters.
 *
 * Precondition: `documents` are those of one stretch of days, and none has a finding of severity error. Phases: entities and enumerations;
 * parameters and what lower levels do to them; positions in the 层序; rules, shares, accumulators and layers; the 层序
 * and the national outputs; examples; at last, which values may be 不适用.
 */
export function lowerDocument(
  target: TiaoliDocument,
  documents: readonly TiaoliDocument[],
  catalogueHashes: ReadonlyMap<string, string> = new Map(),
): { readonly module?: Module; readonly diagnostics: readonly Diagnostic[] } {
  const lowering = startLowering(target, documents, catalogueHashes);
  lowerFacts(lowering);
  lowerPolicies(lowering);
  lowerCalculations(lowering);
  lowerClaims(lowering);
  const outputs = lowerResults(lowering);
  for (const { node, statement } of lowering.statements) {
    if (node.$type === 'Example' && statement.document === target) lowerExample(node, statement);
  }
  const { context } = lowering;
  if (context.refusals.length > 0) return { diagnostics: context.refusals.map(cannotLower) };
  return { module: moduleOf(context, outputs), diagnostics: [] };
}

/** Versions of one declared name with the place of each; empty for what stands outside the closure. */
function placesOf({ placeOf }: Lowering, declared: Declared): readonly StatementPlace[] {
  return declared.nodes.flatMap((node) => placeOf.get(node) ?? []);
}

function each<Kind extends DeclaredKind>(
  lowering: Lowering,
  kind: Kind,
  visit: (
    declared: DeclaredOf<Kind>,
    place: StatementPlace,
    places: readonly StatementPlace[],
  ) => void,
): void {
  for (const declared of lowering.declared) {
    if (declared.kind !== kind) continue;
    const places = placesOf(lowering, declared);
    const [place] = places;
    if (place) visit(declared as unknown as DeclaredOf<Kind>, place, places);
  }
}

/** Documents, enumerations, groups, entities and inputs. */
function lowerFacts(lowering: Lowering): void {
  const { context } = lowering;
  for (const document of context.documents) lowerDocumentHeader(context, document);
  each(lowering, 'enumeration', lowerEnumeration);
  each(lowering, 'group', lowerGroup);
  lowerEntities(lowering);
  if (context.declarations.every(({ kind }) => kind !== 'entity')) declareDocumentEntity(context);
  const defaults = defaultOverrides(lowering);
  each(lowering, 'input', (declared, place) =>
    lowerInput(declared, place, entityOf(declared, place), defaults.get(declared.id)),
  );
}

/** What is said of facts, state and values: it reads parameters, by every dimension that a lower level may split them by. */
function lowerClaims({ statements }: Lowering): void {
  for (const { node, statement } of statements) {
    const entity = entityOf({}, statement);
    if (node.$type === 'Constraint') lowerInvariant(node, statement, entity);
    if (node.$type === 'Monotony') lowerMonotony(node, statement, entity);
  }
}

/** The event of the document asked for comes first: of the entities with an order, whoever settles takes that one. */
function lowerEntities(lowering: Lowering): void {
  const { entityIds, target } = lowering.context;
  const { eventEntity } = target.scope;
  const lower = (isWanted: (name: string) => boolean): void =>
    each(lowering, 'entity', (declared, place) => {
      const { name, id } = declared;
      if (entityIds.get(name) === id && isWanted(name)) lowerEntity(declared, place);
    });
  lower((name) => name === eventEntity);
  lower((name) => name !== eventEntity);
}

/** 确定 x 缺省 e, by the document asked for or one that it rests on. */
function defaultOverrides({ context, statements }: Lowering) {
  return new Map(
    statements.flatMap(({ node, statement }) => {
      if (
        node.$type !== 'Determination' ||
        !isNear(statement.document, context.target) ||
        !node.value
      )
        return [];
      const target = statement.document.scope.resolveReference(node.target);
      if (target.kind !== 'input') return [];
      return [[target.declared.id, { value: node.value, statement }] as const];
    }),
  );
}

function entityOf({ entity }: { readonly entity?: string }, place: StatementPlace): string {
  const name = entity ?? place.entity;
  return (
    (name === undefined ? undefined : place.context.entityIds.get(name)) ?? eventEntityId(place)
  );
}

/** Parameters, and what lower levels may do and do to them. */
function lowerPolicies(lowering: Lowering): void {
  each(lowering, 'parameter', (declared, place, places) => {
    const parameter = lowerParameter(declared, places);
    if (parameter) place.context.declarations.push(parameter);
  });
  each(lowering, 'catalogue', lowerCatalogue);
  for (const { node, statement } of lowering.statements) {
    if (node.$type === 'CatalogueChange') lowerCatalogueChange(node, statement);
    if (node.$type === 'Delegation') lowerDelegation(node, statement);
    if (node.$type === 'Determination') lowerFill(node, statement);
    if (node.$type === 'Derogation') lowerDerogation(node, statement);
  }
}

/** Rules, shares, accumulators, pools and layers. */
function lowerCalculations(lowering: Lowering): void {
  const { context } = lowering;
  const amendments = amendmentsOf(lowering);
  each(lowering, 'definition', (declared, place, places) =>
    lowerRule(
      declared,
      places,
      entityOf(declared, place),
      amendments.increases.get(declared.id) ?? [],
    ),
  );
  lowerHandling(lowering);
  const pools = new Map<string, PoolTerm[]>();
  each(lowering, 'pool', (declared, _place, places) => {
    for (const layer of lowerPool(declared, places)) {
      const term = poolTerm(declared, places, (other) => paysBefore(other, layer, lowering));
      pools.set(layer, [...(pools.get(layer) ?? []), term]);
    }
  });
  const draws = stockDraws(lowering);
  each(lowering, 'accumulator', (declared, place) =>
    lowerAccumulator(
      declared.nodes[0] as Accumulator,
      declared,
      place,
      draws.filter(({ accumulator }) => accumulator === declared.id),
    ),
  );
  for (const { node, statement } of lowering.statements) {
    if (node.$type !== 'Allocation' || !isNear(statement.document, context.target)) continue;
    const inserted = amendments.insertions.filter(({ whole }) => whole === wholeOf(node));
    lowerAllocation(node, statement, entityOf({}, statement), inserted);
  }
  each(lowering, 'layer', (declared, _place, places) =>
    lowerLayerStatement(declared, places, {
      pools: pools.get(declared.id) ?? [],
      drawnBefore: drawnBefore(declared, draws, lowering),
    }),
  );
}

/** Services, what lower levels may do with them, claims about them, and watchlists. */
function lowerHandling(lowering: Lowering): void {
  each(lowering, 'service', lowerService);
  each(lowering, 'metric', lowerMetric);
  each(lowering, 'watchlist', lowerWatchlist);
  for (const { node, statement } of lowering.statements) {
    if (node.$type === 'ServiceDelegation' && isNear(statement.document, lowering.context.target)) {
      lowerServiceDelegation(node, statement);
    }
  }
}

function wholeOf(node: Allocation | AllocationAmendment): string {
  return node.whole.$cstNode?.text ?? '';
}

/** 修改 分担: parts inserted, by the text of the whole; and what is added to a whole that is a definition. */
function amendmentsOf({ context, statements }: Lowering) {
  const increases = new Map<string, readonly Expr[]>();
  const changes = statements.flatMap(({ node, statement }) =>
    node.$type === 'AllocationAmendment' && isNear(statement.document, context.target)
      ? node.changes.map((change) => ({ change, node, statement }))
      : [],
  );
  for (const { change, node, statement } of changes) {
    if (change.$type !== 'WholeIncrease') continue;
    const whole = statement.document.scope.resolve(node.whole);
    if (whole.kind !== 'definition') continue;
    const more = lowerExpression(change.value, placeFor(statement));
    increases.set(whole.declared.id, [...(increases.get(whole.declared.id) ?? []), more]);
  }
  const insertions = changes.flatMap(({ change, node, statement }) =>
    change.$type === 'ShareInsertion'
      ? [{ whole: wholeOf(node), after: change.after.$refText, share: change.share, statement }]
      : [],
  );
  return { increases, insertions };
}

/** The 层序, the fields of the national interface, and the document's own 结果. */
function lowerResults(lowering: Lowering): readonly Output[] {
  const { context, waterfalls } = lowering;
  const funds = payersOf(context);
  const layerPayers = new Map(
    context.declarations.flatMap((layer) =>
      layer.kind === 'layer' ? [[layer.id, layer.payer] as const] : [],
    ),
  );
  const isFund = (layer: string): boolean => funds.get(layerPayers.get(layer) ?? '')?.fund ?? false;
  for (const placed of waterfalls) lowerWaterfall(placed, isFund);
  const written = new Map<string, Output>();
  for (const declared of lowering.declared) {
    if (declared.kind !== 'output') continue;
    const [place] = placesOf(lowering, declared);
    if (place && !written.has(declared.name))
      written.set(declared.name, lowerOutput(declared, place));
  }
  const [first] = waterfalls;
  const waterfall = context.declarations.find(
    (each): each is WaterfallDeclaration => each.kind === 'waterfall' && each.id === first?.id,
  );
  const national = waterfall ? nationalOutputs(context, waterfall) : [];
  const claim = first ? claimOutputs(first) : [];
  return [
    ...written.values(),
    ...[...claim, ...national].filter(({ field }) => !written.has(field)),
  ];
}

function moduleOf(
  { target, documents, graph, declarations }: LowerContext,
  outputs: readonly Output[],
): Module {
  const elsewhere = new Set(documents.filter((each) => !isNear(each, target)).map(({ id }) => id));
  return {
    irVersion,
    edition: Number(target.file.edition ?? 1),
    document: target.id,
    declarations,
    definitions: hideUnrelated(settleOptional(graph.definitions, declarations, elsewhere), {
      document: target.id,
      declarations,
      outputs,
    }),
    accumulators: graph.accumulators,
    outputs,
  };
}
