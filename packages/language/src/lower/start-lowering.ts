import { AstUtils } from 'langium';
import type { Waterfall } from '../generated/ast.ts';
import { isAmendment } from '../generated/ast.ts';
import type { Declared, DeclaredKind, DeclaredOf } from '../references/declared.ts';
import { isDefining } from '../references/defining-entity.ts';
import type { TiaoliDocument } from '../tiaoli-document.ts';
import { emptyGraph } from './graph.ts';
import type { LayerPosition, LowerContext, Split } from './lower-context.ts';
import { isNear } from './lower-context.ts';
import { fieldDimension } from './lower-parameters.ts';
import type { PlacedWaterfall } from './lower-waterfalls.ts';
import { placeWaterfall, positionsOf } from './lower-waterfalls.ts';
import type { StatementPlace } from './statement-place.ts';
import { placeFor } from './statement-place.ts';
import type { PlacedStatement } from './statements.ts';
import { placedStatements } from './statements.ts';

/** A lowering under way: what is collected, and every statement with where it stands. */
export interface Lowering {
  readonly context: LowerContext;
  readonly statements: readonly PlacedStatement[];
  /** By AST node: where a declared statement stands. */
  readonly placeOf: ReadonlyMap<object, StatementPlace>;
  readonly declared: readonly Declared[];
  readonly waterfalls: readonly PlacedWaterfall[];
}

/** Finds what the phases need of each other: entity ids, splits of parameters, the positions of layers. */
export function startLowering(
  target: TiaoliDocument,
  documents: readonly TiaoliDocument[],
  catalogueHashes: ReadonlyMap<string, string>,
): Lowering {
  const positions = new Map<string, LayerPosition>();
  const splits = new Map<string, readonly Split[]>();
  const waterfallResults = new Map<string, string>();
  const declared = new Map<string, Declared>();
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
    declared,
    catalogueHashes,
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
  const found = documents.flatMap((document) =>
    document.scope.own.all.filter(
      (each) =>
        isNear(document, target) ||
        !isCalculation(each.kind) ||
        attached.has(each.id) ||
        each.document !== document.id,
    ),
  );
  for (const each of withAmendments(found)) declared.set(`${each.kind} ${each.id}`, each);
  return { context, statements, placeOf, declared: [...declared.values()], waterfalls };
}

/** One entry a name: what 修改 of later documents adds are further versions of the name amended. */
function withAmendments(found: readonly Declared[]): readonly Declared[] {
  const groups = Map.groupBy(found, ({ kind, id }) => `${kind} ${id}`);
  return [...groups.values()].flatMap((group) => {
    const amended = (each: Declared): boolean =>
      AstUtils.getContainerOfType(each.nodes[0], isAmendment) !== undefined;
    const ordered = [...group.filter((each) => !amended(each)), ...group.filter(amended)];
    const [first] = ordered;
    if (!first || ordered.length === 1) return first ? [first] : [];
    return [{ ...first, nodes: ordered.flatMap(({ nodes }) => [...nodes]) } as unknown as Declared];
  });
}

/** Kinds that calculate something of their own, as against what values are made of. */
function isCalculation(kind: DeclaredKind): boolean {
  return (
    kind !== 'parameter' &&
    kind !== 'enumeration' &&
    kind !== 'group' &&
    kind !== 'entity' &&
    kind !== 'input' &&
    kind !== 'catalogue'
  );
}

function entityIdsOf(documents: readonly TiaoliDocument[]): ReadonlyMap<string, string> {
  const all = documents
    .flatMap(({ scope }) => scope.own.all)
    .filter((each) => each.kind === 'entity');
  const defining = (each: DeclaredOf<'entity'>): boolean => each.nodes.some(isDefining);
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

/** True where `layer` stands in a later step of the 层序 than `other`. */
export function paysBefore(other: string, layer: string, { waterfalls }: Lowering): boolean {
  return waterfalls.some(({ steps }) => {
    const stepOf = (id: string): number =>
      steps.findIndex((each) => each.some((one) => one.id === id));
    const [first, second] = [stepOf(other), stepOf(layer)];
    return first !== -1 && first < second;
  });
}
