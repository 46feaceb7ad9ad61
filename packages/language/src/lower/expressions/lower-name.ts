import type { Expr, ValueType } from '@tiaoli/ir';
import { accumulatorRef, definitionRef, literal, noMoney, text } from '@tiaoli/ir';
import type { Expression, Input } from '../../generated/ast.ts';
import { metricId, serviceId, watchlistId } from '../../handling/handling-ids.ts';
import type { DeclaredOf } from '../../references/declared.ts';
import type { WaterfallName } from '../../references/predefined.ts';
import type {
  AccumulatorResolution,
  CatalogueCellResolution,
  KeySource,
  LayerResultResolution,
  LayerStateResolution,
  ParameterResolution,
  Resolution,
} from '../../references/resolution.ts';
import { readingOf } from '../../references/resolution.ts';
import { spanOf } from '../../span-of.ts';
import { accumulatorKeys } from '../accumulator-keys.ts';
import { schemaOf } from '../catalogue-schema.ts';
import type { Place } from '../lower-context.ts';
import { refuse } from '../lower-context.ts';
import { lowerType } from '../types.ts';
import { lowerOwnerFact } from './lower-owner-fact.ts';
import { zeroOf } from './zero.ts';

/** What a name stands for, as an expression. */
export function lowerName(node: Expression, place: Place): Expr {
  const value = lowerResolution(place.scope.resolve(node), place);
  return (
    value ??
    refuse(place, spanOf(node), {
      zh: '这个名称在这里不是一个值',
      en: 'this name is no value here',
    })
  );
}

function lowerResolution(resolution: Resolution, place: Place): Expr | undefined {
  switch (resolution.kind) {
    case 'parameter':
      return lowerParameterRef(resolution, place);
    case 'input':
      return resolution.owner
        ? lowerOwnerFact(resolution, resolution.owner, place)
        : lowerInputRef(resolution.declared, place);
    case 'definition':
      return presentOrAbsent(resolution.declared, place);
    case 'share-part':
      return absentAsZero(definitionRef(resolution.declared.id), place, { kind: 'money' });
    case 'accumulator':
      return lowerAccumulatorRef(resolution, place);
    case 'pool':
      return accumulatorRef(resolution.declared.id);
    case 'record-name':
      return literal(text, resolution.name);
    case 'catalogue-cell':
      return lowerCatalogueCell(resolution, place);
    case 'layer-result':
      return lowerLayerResult(resolution, place);
    case 'layer-state':
      return lowerLayerState(resolution);
    case 'member':
      return literal(
        { kind: 'enumeration', enumeration: resolution.enumeration.id },
        resolution.member,
      );
    case 'element':
      return { kind: 'element' };
    case 'service-result':
      return definitionRef(`${serviceId(resolution.declared)}.${resolution.result}`);
    case 'metric-result':
      return definitionRef(`${metricId(resolution.declared)}.${resolution.result}`);
    case 'watch-result':
      return definitionRef(`${watchlistId(resolution.declared)}.${resolution.result}`);
    case 'waterfall-name':
      return lowerWaterfallName(resolution.name, place);
    default:
      return undefined;
  }
}

/** A definition; under 有 its value, which is there, and nothing else. */
function presentOrAbsent({ id, nodes }: DeclaredOf<'definition'>, place: Place): Expr {
  const value = definitionRef(id);
  const type = lowerType(nodes[0].type, place) ?? { kind: 'money' };
  // Only an amount that is not there counts as nothing; a rate or a date stays 不适用.
  if (!place.present?.has(id))
    return type.kind === 'money' ? absentAsZero(value, place, type) : value;
  return { kind: 'or-else', operand: value, fallback: neverRead(type, place) };
}

/**
 * What was accumulated before the claim; under 有 what 最近 remembers, which is there. Keys that are written out stand in
 * place of the accumulator's own.
 */
function lowerAccumulatorRef({ declared, keys }: AccumulatorResolution, place: Place): Expr {
  const { id, nodes } = declared;
  const own = keys ? accumulatorKeys(nodes[0], place) : [];
  const all = own.map((key, at) => {
    const written = keys?.get(at);
    return written ? place.lower(written, place) : key;
  });
  const value = accumulatorRef(id, keys && all);
  if (keys || !place.present?.has(id)) return value;
  const type = lowerType(nodes[0].type, place) ?? { kind: 'money' };
  return { kind: 'or-else', operand: value, fallback: neverRead(type, place) };
}

/**
 * 余额 and 个人负担 mean what is left when the layer's turn comes (reference 3.4). A layer that waits for the 层序 of a
 * document resting on it has no turn here: what it reads is not known.
 */
function lowerWaterfallName(name: WaterfallName, place: Place): Expr {
  if (place.position) {
    return name === '政策内余额' ? place.position.inPolicy : place.position.total;
  }
  if (name === '个人负担' || name === '现金') return definitionRef(`${place.document.id}/${name}`);
  const reason = `${name}要由写有这一层的层序确定，这份文件没有它的层序`;
  return { kind: 'undetermined', type: { kind: 'money' }, cause: 'not-seen', reason };
}

function lowerInputRef(declared: DeclaredOf<'input'>, place: Place): Expr {
  const [node] = declared.nodes;
  const input: Expr = {
    kind: 'input',
    input: declared.id,
    ...(node.type.daily && { at: place.governedBy }),
  };
  if (!node.type.optional || !place.present?.has(declared.id)) return input;
  return { kind: 'or-else', operand: input, fallback: neverRead(typeOfInput(node, place), place) };
}

/** Some value of the type, for where a condition beside says that there is one: of an enumeration a member. */
function neverRead(type: ValueType, { scope }: Place): Expr {
  if (type.kind !== 'enumeration') return zeroOf(type);
  const enumeration = scope.enumeration(type.enumeration);
  const [first] = enumeration ? scope.membersOf(enumeration) : [];
  return first ? literal(type, first.name) : zeroOf(type);
}

function typeOfInput(node: Input, place: Place): ValueType {
  return lowerType(node.type, place) ?? { kind: 'money' };
}

/** A cell of the row that holds on the date that governs the rule. */
function lowerCatalogueCell(resolution: CatalogueCellResolution, place: Place): Expr {
  const { declared, column: name, keys } = resolution;
  const { columns } = schemaOf(declared.nodes[0], place.scope);
  const column = columns.find((each) => each.name === name);
  const cell: Expr = {
    kind: 'catalogue-cell',
    catalogue: declared.id,
    ...(name !== undefined && { column: name }),
    keys: 'id' in keys ? [lowerInputRef(keys, place)] : keys.map((key) => place.lower(key, place)),
    on: place.governedBy,
  };
  const isGiven = place.present?.has(readingOf(resolution) ?? '');
  if (!column?.absent || !isGiven) return cell;
  return { kind: 'or-else', operand: cell, fallback: neverRead(column.type, place) };
}

/** A layer's result where 不适用 counts as nothing; the post-pass drops the fallback of what always applies. */
function absentAsZero(value: Expr, place: Place, type: ValueType): Expr {
  return place.zeroForAbsent ? { kind: 'or-else', operand: value, fallback: zeroOf(type) } : value;
}

function lowerLayerResult({ declared, result, label }: LayerResultResolution, place: Place): Expr {
  if (result === '支付') return absentAsZero(definitionRef(declared.id), place, { kind: 'money' });
  const part = result === '损失' ? `损失「${label ?? ''}」` : result;
  const reference = definitionRef(`${declared.id}.${part}`);
  if (result === '余额' || result === '政策内余额') return reference;
  return absentAsZero(reference, place, { kind: result === '适用比例' ? 'rate' : 'money' });
}

function lowerLayerState({ declared, state, period }: LayerStateResolution): Expr | undefined {
  return period && accumulatorRef(`${declared.id}.${state}.${period}`);
}

/** A parameter with its keys, the version date and, for statistics, the year. */
export function lowerParameterRef(resolution: ParameterResolution, place: Place): Expr {
  const { declared, column, yearOffset } = resolution;
  return {
    kind: 'parameter',
    parameter: declared.id,
    ...(column !== undefined && { column }),
    keys: resolution.keys.map((key) => lowerKey(key, place)),
    splits: place.context.splits.get(declared.id) ?? [],
    on: place.governedBy,
    ...(place.yearBy !== place.governedBy && { yearBy: place.yearBy }),
    ...(yearOffset !== undefined && { year: { offset: yearOffset, by: place.yearBy } }),
  };
}

function lowerKey(key: KeySource, place: Place): Expr {
  if (key.kind === 'index') return place.lower(key.value, place);
  if (key.kind === 'element') return { kind: 'element' };
  if (key.kind === 'field') return lowerResolution(key.field, place) ?? noMoney;
  return refuse(place, spanOf(key.dimension), {
    zh: '缺少这一维的取值：写 表[…]，或用同名的字段',
    en: 'no key for this dimension: write table[…], or name a field like it',
  });
}
