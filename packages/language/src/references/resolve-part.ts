import type { MemberAccess } from '../generated/ast.ts';
import { closestName } from './closest-name.ts';
import type { DeclaredOf } from './declared.ts';
import type { DocumentScope } from './document-scope.ts';
import { parameterKeys } from './parameter-keys.ts';
import type { PredefinedName } from './predefined.ts';
import {
  canonicalName,
  layerResultNames,
  layerStateNames,
  metricResultNames,
  serviceResultNames,
  statePeriodNames,
  watchResultNames,
} from './predefined.ts';
import { ofOwner } from './record-names.ts';
import type { CatalogueCellResolution, LayerStateResolution, Resolution } from './resolution.ts';
import { fieldOf } from './visible-values.ts';

/** What `of.member` stands for: a result of a layer, a column, a field of an entity, a value before or after. */
export function resolvePart(of: Resolution, node: MemberAccess, scope: DocumentScope): Resolution {
  switch (of.kind) {
    case 'layer-result':
      return ofLayer(of, node, scope);
    case 'layer-state':
      return ofState(of, node);
    case 'parameter':
      return ofTable(of, node);
    case 'accumulator':
      if (node.member === 'earlier') return { ...of, moment: 'before' };
      return node.member === 'later'
        ? { ...of, moment: 'after' }
        : noPart(node, of.declared.name, []);
    case 'pool':
      return node.member === 'earlier' || node.member === 'later'
        ? of
        : noPart(node, of.declared.name, []);
    case 'input':
      return ofOwner(of, node, scope) ?? ofInput(of.declared, node, scope);
    case 'catalogue-cell':
      return ofRow(of, node);
    case 'service': {
      const result = canonicalName(serviceResultNames, node.member);
      return result
        ? { kind: 'service-result', declared: of.declared, result }
        : noPart(node, of.declared.name, spellings(serviceResultNames));
    }
    case 'metric': {
      const result = canonicalName(metricResultNames, node.member);
      return result
        ? { kind: 'metric-result', declared: of.declared, result }
        : noPart(node, of.declared.name, spellings(metricResultNames));
    }
    case 'watchlist': {
      const result = canonicalName(watchResultNames, node.member);
      return result
        ? { kind: 'watch-result', declared: of.declared, result }
        : noPart(node, of.declared.name, spellings(watchResultNames));
    }
    case 'entity':
      return ofEntity(of.declared, node, scope);
    case 'unresolved':
      return { kind: 'unresolved', name: node.member, reason: 'follow-up' };
    default:
      return ofOwner(of, node, scope) ?? noPart(node, node.of.$cstNode?.text ?? '', []);
  }
}

function ofLayer(
  of: Extract<Resolution, { kind: 'layer-result' }>,
  node: MemberAccess,
  scope: DocumentScope,
): Resolution {
  const { declared } = of;
  // 结算.大病保险 is the layer itself; 大病保险.支付 one of its results.
  const isPart = node.of.$type === 'MemberAccess' && scope.resolve(node.of.of).kind !== 'entity';
  if (isPart) {
    const state = layerStateNames.find(({ name }) => name === of.result)?.name;
    const inState = state && ofState({ kind: 'layer-state', declared, state }, node);
    return inState ?? noPart(node, declared.name, []);
  }
  const result = canonicalName(layerResultNames, node.member);
  if (result === '损失' ? node.label !== undefined : result !== undefined && !node.label) {
    const label = node.label === undefined ? {} : { label: node.label };
    return { kind: 'layer-result', declared, result: result ?? '支付', ...label };
  }
  const state = canonicalName(layerStateNames, node.member);
  if (state !== undefined) return { kind: 'layer-state', declared, state };
  return noPart(node, declared.name, spellings(layerResultNames));
}

function ofState(of: LayerStateResolution, node: MemberAccess): Resolution {
  // The value before the claim is what `L.支付.本年` means; 之前 and 之后 only say so, or ask for the other one.
  if (node.member === 'earlier' || node.member === 'later') return of;
  const period = canonicalName(statePeriodNames, node.member);
  if (period !== undefined) return { ...of, period };
  return noPart(node, of.declared.name, spellings(statePeriodNames));
}

function ofTable(of: Extract<Resolution, { kind: 'parameter' }>, node: MemberAccess): Resolution {
  const [table] = of.declared.nodes;
  const columns = table.$type === 'Table' ? table.columns.flatMap(({ name }) => name ?? []) : [];
  if (columns.includes(node.member)) return { ...of, column: node.member };
  return noPart(node, of.declared.name, columns);
}

/** `编码.限价`: the input names a row of the catalogue that is its type. */
function ofInput(
  declared: DeclaredOf<'input'>,
  node: MemberAccess,
  scope: DocumentScope,
): Resolution {
  const { type: use } = declared.nodes[0];
  const type = use?.base && scope.resolveReference(use.base, use);
  if (type?.kind !== 'catalogue') return noPart(node, declared.name, []);
  return ofRow({ kind: 'catalogue-cell', declared: type.declared, keys: declared }, node);
}

function ofRow(of: CatalogueCellResolution, node: MemberAccess): Resolution {
  const { items } = of.declared.nodes[0];
  // A column that is being typed has no name yet.
  const columns = items.flatMap((each) =>
    each.$type === 'CatalogueColumn' ? (each.name ?? []) : [],
  );
  const isColumn = of.column === undefined && columns.includes(node.member);
  return isColumn ? { ...of, column: node.member } : noPart(node, of.declared.name, columns);
}

function ofEntity(
  entity: DeclaredOf<'entity'>,
  node: MemberAccess,
  scope: DocumentScope,
): Resolution {
  const field = fieldOf(entity.name, node.member, scope);
  switch (field?.kind) {
    case undefined:
      return noPart(node, entity.name, fieldNames(entity, scope));
    case 'input':
    case 'definition':
    case 'share-part':
      return { kind: field.kind, declared: field } as Resolution;
    case 'accumulator':
      return { kind: 'accumulator', declared: field, moment: 'before' };
    case 'layer':
      return { kind: 'layer-result', declared: field, result: '支付' };
    case 'parameter':
      return { kind: 'parameter', declared: field, keys: parameterKeys(field, node, scope) };
    default:
      return noPart(node, entity.name, fieldNames(entity, scope));
  }
}

function fieldNames(entity: DeclaredOf<'entity'>, scope: DocumentScope): readonly string[] {
  const kinds = ['input', 'definition', 'share-part'] as const;
  return kinds.flatMap((kind) =>
    scope.declarations(kind).flatMap((each) => (each.entity === entity.name ? [each.name] : [])),
  );
}

function spellings(table: readonly PredefinedName<string>[]): readonly string[] {
  return table.flatMap(({ name, english }) => [name, english]);
}

function noPart(node: MemberAccess, within: string, names: readonly string[]): Resolution {
  const suggestion = closestName(node.member, names);
  return {
    kind: 'unresolved',
    name: node.member,
    reason: 'part',
    within,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
