import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { Catalogue, Expression } from '../../generated/ast.ts';
import { isExpectation, isForEachSlot, isMemberAccess, isStateValue } from '../../generated/ast.ts';
import type { DeclaredOf } from '../../references/declared.ts';
import {
  layerResultNames,
  layerStateNames,
  metricResultNames,
  serviceResultNames,
  statePeriodNames,
  watchResultNames,
} from '../../references/predefined.ts';
import type { Completion } from './completion.ts';
import type { OfferContext } from './offer-context.ts';
import { named, offerDeclared } from './offer-context.ts';
import { offerPredefined } from './offer-values.ts';

/** What stands behind the `.` of a layer, a table, an entity, a row, a person. */
export function offerParts(context: OfferContext): readonly Completion[] {
  const { hole, scope } = context.trial;
  if (!hole || !isMemberAccess(hole.node) || hole.node.of === undefined) return [];
  const of = scope.resolve(hole.node.of);
  if (isOfExample(hole.node) && (of.kind === 'unresolved' || of.kind === 'member')) {
    return keyedByRecords(context);
  }
  switch (of.kind) {
    case 'layer-state':
      return statePeriodNames.map((each) => offerPredefined(each, context, 0));
    case 'layer-result':
      return hole.node.of.$type === 'MemberAccess' && !isOfEntity(hole.node.of, context)
        ? statePeriodNames.map((each) => offerPredefined(each, context, 0))
        : layerParts(context);
    case 'parameter': {
      const [table] = of.declared.nodes;
      const columns = table.$type === 'Table' ? table.columns : [];
      return columns.map(({ name, type }) =>
        named('column', name, type?.$cstNode?.text ?? '', context),
      );
    }
    case 'catalogue-cell':
      return columnsOf(of.declared, context);
    case 'input': {
      const { type } = of.declared.nodes[0];
      const row = type?.base && scope.resolveReference(type.base, type);
      if (row?.kind === 'catalogue') return columnsOf(row.declared, context);
      return row?.kind === 'entity'
        ? [...keyedByRecords(context), ...factsOfOwner(row.declared, hole.node, context)]
        : keyedByRecords(context);
    }
    case 'service':
      return serviceResultNames.map((each) => offerPredefined(each, context, 0));
    case 'metric':
      return metricResultNames.map((each) => offerPredefined(each, context, 0));
    case 'watchlist':
      return watchResultNames.map((each) => offerPredefined(each, context, 0));
    case 'entity':
      return offerDeclared(['input', 'definition', 'share-part', 'layer'], context, (each) =>
        each.kind === 'layer' || each.entity === of.declared.name ? 0 : undefined,
      );
    default:
      return [];
  }
}

function layerParts(context: OfferContext): readonly Completion[] {
  const results = layerResultNames.map((each) => offerPredefined(each, context, 0));
  const known = new Set(results.map(({ label }) => label));
  const states = layerStateNames.map((each) => offerPredefined(each, context, 1));
  return [...results, ...states.filter(({ label }) => !known.has(label))];
}

/** `结算.大病保险.`: the entity says only whose layer it is. */
function isOfEntity(access: Expression, { trial }: OfferContext): boolean {
  return isMemberAccess(access) && trial.scope.resolve(access.of).kind === 'entity';
}

function columnsOf(
  { nodes: [{ items }] }: { readonly nodes: readonly [Catalogue, ...(readonly Catalogue[])] },
  context: OfferContext,
): readonly Completion[] {
  return items.flatMap((each) =>
    each.$type === 'CatalogueColumn'
      ? [named('column', each.name, each.type?.$cstNode?.text ?? '', context)]
      : [],
  );
}

/** In an example a word before the `.` is what it calls one of its people. */
function isOfExample(node: AstNode): boolean {
  return Boolean(
    AstUtils.getContainerOfType(node, isStateValue) ??
      AstUtils.getContainerOfType(node, isExpectation),
  );
}

/** Accumulators that keep a value for each record: `配偶.个人账户余额`. */
function keyedByRecords(context: OfferContext): readonly Completion[] {
  return offerDeclared(['accumulator'], context, (each) =>
    each.kind === 'accumulator' && each.nodes[0].keys.length > 0 ? 0 : undefined,
  );
}

/** `出资人.险种`: what the condition of 逐个 may ask of the person whom a record names. */
function factsOfOwner(
  { name }: DeclaredOf<'entity'>,
  node: AstNode,
  context: OfferContext,
): readonly Completion[] {
  if (!AstUtils.getContainerOfType(node, isForEachSlot)) return [];
  return offerDeclared(['input'], context, (each) => (each.entity === name ? 1 : undefined));
}
