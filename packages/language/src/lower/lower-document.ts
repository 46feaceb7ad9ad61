import type { Diagnostic } from '@tiaoli/base';
import type { Expr, Module, Output, WaterfallDeclaration } from '@tiaoli/ir';
import { irVersion } from '@tiaoli/ir';
import type { Accumulator, Allocation, AllocationAmendment, Waterfall } from '../generated/ast.ts';
import type { Declared, DeclaredKind, DeclaredOf } from '../references/declared.ts';
import type { TiaoliDocument } from '../tiaoli-document.ts';
import { cannotLower } from './cannot-lower.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import { emptyGraph } from './graph.ts';
import type { PoolTerm } from './layer/layer-source.ts';
import { lowerAccumulator, lowerPool, poolTerm } from './lower-accumulators.ts';
import type { LayerPosition, LowerContext, Split } from './lower-context.ts';
import {
  lowerEntity,
  lowerEnumeration,
  lowerGroup,
  lowerInput,
  lowerInvariant,
} from './lower-entities.ts';
import { lowerExample } from './lower-examples.ts';
import { lowerDocumentHeader } from './lower-header.ts';
import { lowerLayerStatement } from './lower-layers.ts';
import { lowerOutput, nationalOutputs, payersOf } from './lower-outputs.ts';
import {
  fieldDimension,
  lowerDelegation,
  lowerDerogation,
  lowerFill,
  lowerParameter,
} from './lower-parameters.ts';
import { lowerRule } from './lower-rules.ts';
import { lowerAllocation } from './lower-shares.ts';
import type { PlacedWaterfall } from './lower-waterfalls.ts';
import { lowerWaterfall, placeWaterfall, positionsOf } from './lower-waterfalls.ts';
import { settleOptional } from './settle-optional.ts';
import type { StatementPlace } from './statement-place.ts';
import { placeFor } from './statement-place.ts';
import type { PlacedStatement } from './statements.ts';
import { placedStatements } from './statements.ts';

/**
 * Lowers a document with everything that it rests on and every document that sets its parameters.
 *
 * Precondition: no document of the closure has a finding of severity error. Phases: entities and enumerations;
 * parameters and what lower levels do to them; positions in the 层序; rules, shares, accumulators and layers; the 层序
 * and the national outputs; examples; at last, which values may be 不适用.
 */
export function lowerDocument(
  target: TiaoliDocument,
  closure: readonly TiaoliDocument[],
): { readonly module?: Module; readonly diagnostics: readonly Diagnostic[] } {
  const lowering = startLowering(target, oneVersionEach(target, closure));
  lowerFacts(lowering);
  lowerPolicies(lowering);
  lowerCalculations(lowering);
  const outputs = lowerResults(lowering);
  for (const { node, statement } of lowering.statements) {
    if (node.$type === 'Example' && statement.document === target) lowerExample(node, statement);
  }
  const { context } = lowering;
  if (context.refusals.length > 0) return { diagnostics: context.refusals.map(cannotLower) };
  return { module: moduleOf(context, outputs), diagnostics: [] };
}

interface Lowering {
  readonly context: LowerContext;
  readonly statements: readonly PlacedStatement[];
  /** By AST node: where a declared statement stands. */
  readonly placeOf: ReadonlyMap<object, StatementPlace>;
  readonly declared: readonly Declared[];
  readonly waterfalls: readonly PlacedWaterfall[];
}

/** Of each other document the version in force when the target starts, else its first. */
function oneVersionEach(
  target: TiaoliDocument,
  closure: readonly TiaoliDocument[],
): readonly TiaoliDocument[] {
  const others = closure.filter((each) => each.id !== target.id);
  const versions = [...Map.groupBy(others, ({ id }) => id).values()].map((group) => {
    const ordered = group.toSorted(
      (a, b) => (a.header.from ?? -Infinity) - (b.header.from ?? -Infinity),
    );
    const start = target.header.from ?? Infinity;
    return ordered.findLast(({ header }) => (header.from ?? -Infinity) <= start) ?? ordered[0];
  });
  return [target, ...versions.filter((each) => each !== undefined)];
}

function startLowering(target: TiaoliDocument, documents: readonly TiaoliDocument[]): Lowering {
  const positions = new Map<string, LayerPosition>();
  const splits = new Map<string, readonly Split[]>();
  const waterfallResults = new Map<string, string>();
  const context: LowerContext = {
    target,
    documents,
    graph: emptyGraph(),
    declarations: [],
    refusals: [],
    entityIds: entityIdsOf(documents),
    waterfallResults,
    splits,
    positions,
  };
  const statements = documents.flatMap((document) => placedStatements(context, document));
  const placeOf = new Map(statements.map(({ node, statement }) => [node as object, statement]));
  for (const { node, statement } of statements) {
    if (node.$type === 'Allocation') for (const share of node.shares) placeOf.set(share, statement);
    if (node.$type === 'Output') for (const field of node.fields) placeOf.set(field, statement);
  }
  const waterfalls = placeWaterfalls(target, statements);
  for (const placed of waterfalls) {
    for (const [layer, position] of positionsOf(placed)) positions.set(layer, position);
    if (placed === waterfalls[0]) {
      const prefix = placed.node.name === undefined ? placed.statement.document.id : placed.id;
      for (const name of ['个人负担', '现金']) waterfallResults.set(name, `${prefix}/${name}`);
    }
  }
  for (const { node, statement } of statements) {
    if (node.$type !== 'Delegation') continue;
    const parameter = statement.document.scope.resolveReference(node.target);
    if (parameter.kind === 'parameter') addSplits(splits, parameter.declared.id, node, statement);
  }
  const attached = new Set(waterfalls.flatMap(({ steps }) => steps.flat().map(({ id }) => id)));
  const declared = documents.flatMap((document) =>
    isNear(document, target)
      ? document.scope.own.all
      : document.scope.own.all.filter(({ kind, id }) => !isCalculation(kind) || attached.has(id)),
  );
  return { context, statements, placeOf, declared, waterfalls };
}

/** True for the document asked for and those that it rests on; the others only set values for them. */
function isNear(document: TiaoliDocument, target: TiaoliDocument): boolean {
  return document === target || target.scope.basis.some((below) => below.file === document.file);
}

/** Kinds that calculate something of their own, as against what values are made of. */
function isCalculation(kind: DeclaredKind): boolean {
  return (
    kind !== 'parameter' &&
    kind !== 'enumeration' &&
    kind !== 'group' &&
    kind !== 'entity' &&
    kind !== 'input'
  );
}

function entityIdsOf(documents: readonly TiaoliDocument[]): ReadonlyMap<string, string> {
  const all = documents
    .flatMap(({ scope }) => scope.own.all)
    .filter((each) => each.kind === 'entity');
  const defining = (each: DeclaredOf<'entity'>): boolean =>
    each.nodes.some(
      ({ parent, keys, period }) => parent !== undefined || keys.length > 0 || period !== undefined,
    );
  return new Map(
    [...Map.groupBy(all, ({ name }) => name)].map(([name, group]) => [
      name,
      (group.find(defining) ?? group.at(-1))?.id ?? name,
    ]),
  );
}

/**
 * The 层序 of the closure, the target's own first, else the nearest that it rests on. One whose layers stand in an
 * earlier one already is left out: a document that orders the layers for itself prevails.
 */
function placeWaterfalls(
  target: TiaoliDocument,
  statements: readonly PlacedStatement[],
): readonly PlacedWaterfall[] {
  const near = [target.id, ...target.scope.basis.map(({ document }) => document)];
  const rank = ({ statement }: PlacedStatement): number => {
    const index = near.indexOf(statement.document.id);
    return index === -1 ? near.length : index;
  };
  const attached = statements.flatMap(({ node, statement }) =>
    node.$type === 'WaterfallExtension' ? [{ node, statement }] : [],
  );
  const taken = new Set<string>();
  return statements
    .filter(
      (each): each is PlacedStatement & { readonly node: Waterfall } =>
        each.node.$type === 'Waterfall' && isNear(each.statement.document, target),
    )
    .toSorted((left, right) => rank(left) - rank(right))
    .map(({ node, statement }) => placeWaterfall(node, statement, attached))
    .filter(({ steps }) => {
      const layers = steps.flat().map(({ id }) => id);
      const free = layers.every((layer) => !taken.has(layer));
      if (free) for (const layer of layers) taken.add(layer);
      return free;
    });
}

function addSplits(
  splits: Map<string, readonly Split[]>,
  parameter: string,
  node: Extract<PlacedStatement['node'], { $type: 'Delegation' }>,
  statement: StatementPlace,
): void {
  const place = placeFor(statement);
  for (const bound of node.bounds) {
    if (bound.$type !== 'SplitBound') continue;
    for (const key of bound.keys) {
      const { name } = fieldDimension(key, place);
      const input = statement.document.scope
        .lookup(name, 'value')
        .find(({ kind }) => kind === 'input');
      if (!input) continue;
      const split = { dimension: name, key: { kind: 'input', input: input.id } as const };
      splits.set(parameter, [...(splits.get(parameter) ?? []), split]);
    }
  }
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

/** Documents, enumerations, groups, entities, inputs and invariants. */
function lowerFacts(lowering: Lowering): void {
  const { context, statements } = lowering;
  for (const document of context.documents) lowerDocumentHeader(context, document);
  each(lowering, 'enumeration', lowerEnumeration);
  each(lowering, 'group', lowerGroup);
  each(lowering, 'entity', (declared, place) => {
    if (context.entityIds.get(declared.name) === declared.id) lowerEntity(declared, place);
  });
  const defaults = defaultOverrides(lowering);
  each(lowering, 'input', (declared, place) =>
    lowerInput(declared, place, entityOf(declared, place), defaults.get(declared.id)),
  );
  statements.forEach(({ node, statement }, index) => {
    if (node.$type === 'Constraint')
      lowerInvariant(node, statement, entityOf({}, statement), index);
  });
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
  const name = entity ?? place.entity ?? place.document.scope.eventEntity;
  return (name === undefined ? undefined : place.context.entityIds.get(name)) ?? name ?? '';
}

/** Parameters, and what lower levels may do and do to them. */
function lowerPolicies(lowering: Lowering): void {
  each(lowering, 'parameter', (declared, place, places) => {
    const parameter = lowerParameter(declared, places);
    if (parameter) place.context.declarations.push(parameter);
  });
  for (const { node, statement } of lowering.statements) {
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
  const pools = new Map<string, PoolTerm[]>();
  each(lowering, 'pool', (declared, _place, places) => {
    for (const layer of lowerPool(declared, places)) {
      pools.set(layer, [...(pools.get(layer) ?? []), poolTerm(declared, places)]);
    }
  });
  each(lowering, 'accumulator', (declared, place) =>
    lowerAccumulator(declared.nodes[0] as Accumulator, declared, place),
  );
  for (const { node, statement } of lowering.statements) {
    if (node.$type !== 'Allocation' || !isNear(statement.document, context.target)) continue;
    const inserted = amendments.insertions.filter(({ whole }) => whole === wholeOf(node));
    lowerAllocation(node, statement, entityOf({}, statement), inserted);
  }
  each(lowering, 'layer', (declared, place) =>
    lowerLayerStatement(declared.nodes[0], declared, place, pools.get(declared.id) ?? []),
  );
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
  const byNearness = lowering.declared.toReversed();
  for (const declared of byNearness) {
    if (declared.kind !== 'output') continue;
    const [place] = placesOf(lowering, declared);
    if (place && !written.has(declared.name))
      written.set(declared.name, lowerOutput(declared, place));
  }
  const [first] = waterfalls;
  const waterfall = context.declarations.find(
    (each): each is WaterfallDeclaration => each.kind === 'waterfall' && each.id === first?.id,
  );
  const national = waterfall ? nationalOutputs(context, waterfall, new Set(written.keys())) : [];
  return [...written.values(), ...national];
}

function moduleOf(
  { target, graph, declarations }: LowerContext,
  outputs: readonly Output[],
): Module {
  return {
    irVersion,
    edition: Number(target.file.edition ?? 1),
    document: target.id,
    declarations,
    definitions: settleOptional(graph.definitions, declarations),
    accumulators: graph.accumulators,
    outputs,
  };
}
