import type { AstNode, Reference } from 'langium';
import { AstUtils } from 'langium';
import {
  isAdjustSlot,
  isAllocationAmendment,
  isCapSlot,
  isCaseSlot,
  isDefinition,
  isExceptionCase,
  isExceptionSlot,
  isLayer,
  isRecordItem,
  isWatchCase,
  isWatchlist,
  isWhenCase,
} from '../generated/ast.ts';
import { closestName } from './closest-name.ts';
import type { Declared, DeclaredKind, NameSpace } from './declared.ts';
import { keyField } from './defining-entity.ts';
import type { DocumentScope } from './document-scope.ts';
import { memberAmong, memberOf, membersNamed } from './members.ts';
import { canonicalName, typeNames, waterfallNames } from './predefined.ts';
import type { Resolution } from './resolution.ts';
import { fieldOf, visibleValues } from './visible-values.ts';

/** Where a reference stands: `property` of `node`. */
export interface ReferencePosition {
  readonly node: AstNode;
  readonly property: string;
  readonly name: string;
}

type Rule = (position: ReferencePosition, scope: DocumentScope) => Resolution;

/** What each reference outside expressions may name, by node type and property. */
const rules: Readonly<Record<string, Rule>> = {
  'Accumulator.keys': valueOrEntity,
  'AdjustSlot.ahead': label,
  'AdjustSlot.cap': label,
  'BracketRate.table': declaredAs('parameter'),
  'CapPool.layers': declaredAs('layer'),
  'CatalogueChange.catalogue': declaredAs('catalogue'),
  'ChildRecords.entity': entity,
  'Delegation.target': declaredAs('parameter', 'input'),
  'Determination.keys': dimension,
  'Determination.target': declaredAs('parameter', 'input'),
  'Entity.keys': entityKey,
  'Entity.parent': entity,
  'EnumerationExtension.enumeration': enumeration,
  'ExceptionCase.base': label,
  'ExceptionSlot.base': label,
  'Fact.field': fact,
  'FieldDimension.field': dimension,
  'FilingStatus.status': filingStatus,
  'ForEachSlot.rank': rank,
  'ForEachSlot.records': entity,
  'GoverningDateSlot.date': declaredAs('input', 'definition'),
  'GoverningDateSlot.year': declaredAs('input', 'definition'),
  'Group.members': groupMember,
  'KeyedBy.keys': declaredAs('input', 'definition'),
  'LayerStep.layer': declaredAs('layer'),
  'MonotoneBound.key': dimension,
  'Monotony.key': declaredAs('input'),
  'NthShares.counter': declaredAs('accumulator'),
  'OneOfStep.layers': declaredAs('layer'),
  'Overlap.order': labelOrMember,
  'Override.target': declaredAs('parameter'),
  'PayerSlot.payer': payer,
  'RecordItem.entity': entity,
  'Renewal.days': declaredAs('input', 'definition'),
  'RestStep.payer': payer,
  'RowsItem.catalogue': declaredAs('catalogue'),
  'ServiceItem.service': ofHandling('service'),
  'ShareInsertion.after': share,
  'SplitBound.keys': dimension,
  'StepDown.counter': declaredAs('accumulator'),
  'TypeUse.base': type,
  'WatchItem.list': ofHandling('watchlist'),
  'ListingExpectation.list': ofHandling('watchlist'),
  'WatchOrder.higher': label,
  'WatchOrder.lower': label,
  'WatchSubject.entity': entity,
  'WaterfallExtension.layers': declaredAs('layer'),
  'WaterfallExtension.waterfall': waterfall,
};

/** The enumeration whose members are the payers; it is declared like any other, once, by the common document. */
export const payerEnumeration = '支付方';

/** What a reference outside expressions stands for. Throws on a position that the table above lacks: a bug of ours. */
export function resolvePosition(position: ReferencePosition, scope: DocumentScope): Resolution {
  const rule = rules[`${position.node.$type}.${position.property}`];
  if (rule === undefined) {
    throw new Error(`no rule for references in ${position.node.$type}.${position.property}`);
  }
  return rule(position, scope);
}

/** Where in the AST a reference stands; undefined when `reference` is none of `node`. */
export function positionOf(node: AstNode, reference: Reference): ReferencePosition | undefined {
  for (const [property, value] of Object.entries(node)) {
    const holds = value === reference || (Array.isArray(value) && value.includes(reference));
    if (holds) return { node, property, name: reference.$refText };
  }
  return undefined;
}

function declaredAs(...kinds: readonly DeclaredKind[]): Rule {
  return ({ node, name }, scope) => {
    const found = visibleValues(name, node, scope).find(({ kind }) => kinds.includes(kind));
    return found ? ofDeclared(found) : unknown(name, namesOf(kinds, scope));
  };
}

function ofDeclared(declared: Declared): Resolution {
  switch (declared.kind) {
    case 'parameter':
      return { kind: 'parameter', declared, keys: [] };
    case 'accumulator':
      return { kind: 'accumulator', declared, moment: 'before' };
    case 'layer':
      return { kind: 'layer-result', declared, result: '支付' };
    case 'output':
      return { kind: 'output-field', field: declared.name, declared };
    default:
      return { kind: declared.kind, declared } as Resolution;
  }
}

function inSpace(space: NameSpace): Rule {
  return ({ name }, scope) => {
    const [found] = scope.lookup(name, space);
    return found ? ofDeclared(found) : unknown(name, scope.names(space));
  };
}

function entity(position: ReferencePosition, scope: DocumentScope): Resolution {
  return inSpace('entity')(position, scope);
}

function enumeration(position: ReferencePosition, scope: DocumentScope): Resolution {
  return inSpace('enumeration')(position, scope);
}

/** Services, metrics and lists share a space of names; where one of them is meant, the others are unknown. */
function ofHandling(kind: 'service' | 'watchlist'): Rule {
  return (position, scope) => {
    const found = inSpace('service')(position, scope);
    return found.kind === kind ? found : unknown(position.name, namesOf([kind], scope));
  };
}

/** A member of any enumeration: the state that policies ask for. */
function filingStatus({ name }: ReferencePosition, scope: DocumentScope): Resolution {
  const [member] = membersNamed(name, scope);
  return member ?? unknown(name, []);
}

function waterfall(position: ReferencePosition, scope: DocumentScope): Resolution {
  return inSpace('waterfall')(position, scope);
}

function type(position: ReferencePosition, scope: DocumentScope): Resolution {
  const known = canonicalName(typeNames, position.name);
  if (known !== undefined) return { kind: 'type', name: known };
  const found = enumeration(position, scope);
  if (found.kind !== 'unresolved') return found;
  const record = entity(position, scope);
  if (record.kind !== 'unresolved') return record;
  const catalogue = declaredAs('catalogue')(position, scope);
  if (catalogue.kind !== 'unresolved') return catalogue;
  const names = [...scope.names('enumeration'), ...typeNames.map(({ name }) => name)];
  return unknown(position.name, names);
}

function valueOrEntity(position: ReferencePosition, scope: DocumentScope): Resolution {
  const value = declaredAs('input', 'definition')(position, scope);
  if (value.kind !== 'unresolved') return value;
  const found = entity(position, scope);
  return found.kind === 'unresolved' ? value : found;
}

/** A dimension is a field of the case, or an enumeration that is then given as an index. */
function dimension(position: ReferencePosition, scope: DocumentScope): Resolution {
  const value = declaredAs('input', 'definition')(position, scope);
  if (value.kind !== 'unresolved') return value;
  const found = enumeration(position, scope);
  return found.kind === 'unresolved' ? value : found;
}

/** 序: inputs of the entity itself. */
function entityKey(position: ReferencePosition, scope: DocumentScope): Resolution {
  const { name } = position.node as AstNode & { readonly name: string };
  const field = fieldOf(name, position.name, scope);
  if (field?.kind === 'input') return { kind: 'input', declared: field };
  return unknown(position.name, namesOf(['input'], scope));
}

/** 逐个 … 按: a field of the records. */
function rank(position: ReferencePosition, scope: DocumentScope): Resolution {
  const { records } = position.node as AstNode & { readonly records: Reference };
  const field = fieldOf(records.$refText, position.name, scope);
  if (field?.kind === 'input') return { kind: 'input', declared: field };
  const inputs = scope.declarations('input').filter((each) => each.entity === records.$refText);
  return unknown(
    position.name,
    inputs.map(({ name }) => name),
  );
}

function fact(position: ReferencePosition, scope: DocumentScope): Resolution {
  const record = AstUtils.getContainerOfType(position.node, isRecordItem);
  const owner = record?.entity.$refText ?? '';
  const field = fieldOf(owner, position.name, scope) ?? memberField(owner, position.name, scope);
  if (field?.kind === 'input') return { kind: 'input', declared: field };
  const inputs = scope.declarations('input').filter((each) => each.entity === owner);
  return {
    ...unknown(
      position.name,
      inputs.map((each) => each.name),
    ),
    within: owner,
  } as Resolution;
}

/** A claim may say whose of the household it is: by the field that tells the records of an entity above it apart. */
function memberField(owner: string, name: string, scope: DocumentScope): Declared | undefined {
  const entities = owner === scope.eventEntity ? scope.entitiesAbove(owner) : [];
  const keys = entities.flatMap((each) => keyField(each, scope) ?? []);
  return keys.find((key) => key.name === name || key.alias === name);
}

/** The members of a group come from one enumeration: the one that has its first member, and if several have, the most. */
function groupMember(position: ReferencePosition, scope: DocumentScope): Resolution {
  const { members } = position.node as AstNode & { readonly members: readonly Reference[] };
  const names = members.map((each) => each.$refText);
  const counted = scope.declarations('enumeration').map((candidate) => ({
    candidate,
    count: names.filter((name) => memberOf(candidate, name, scope) !== undefined).length,
  }));
  const best = counted.reduce((left, right) => (right.count > left.count ? right : left), {
    candidate: undefined as (typeof counted)[number]['candidate'] | undefined,
    count: 0,
  }).candidate;
  if (best === undefined) return unknown(position.name, []);
  const member = memberOf(best, position.name, scope);
  const known = scope.membersOf(best).map((each) => each.name);
  return (
    member ?? {
      ...unknown(position.name, known),
      reason: 'member',
      within: best.name,
    }
  );
}

function payer(position: ReferencePosition, scope: DocumentScope): Resolution {
  const cash = canonicalName(waterfallNames, position.name);
  const [payers] = scope.lookup(payerEnumeration, 'enumeration');
  const member = payers?.kind === 'enumeration' && memberAmong([payers], position.name, scope);
  if (member) return member;
  if (position.node.$type === 'RestStep' && cash === '现金') {
    return { kind: 'waterfall-name', name: cash };
  }
  // Without any payers one finding says so; that each name is unknown follows.
  if (payers?.kind !== 'enumeration') return { ...unknown(position.name, []), reason: 'follow-up' };
  const names = scope.membersOf(payers).map(({ name }) => name);
  return { ...unknown(position.name, names), reason: 'member', within: payerEnumeration };
}

function share(position: ReferencePosition, scope: DocumentScope): Resolution {
  const amendment = AstUtils.getContainerOfType(position.node, isAllocationAmendment);
  return declaredAs('share-part')({ ...position, node: amendment ?? position.node }, scope);
}

function labelOrMember(position: ReferencePosition, scope: DocumentScope): Resolution {
  const found = label(position, scope);
  if (found.kind === 'label') return found;
  const [member] = membersNamed(position.name, scope);
  return member ?? found;
}

/** A label of the same layer, definition or list: a case, an exception, an adjustment, a cap. */
function label({ node, name, property }: ReferencePosition, scope: DocumentScope): Resolution {
  const owner =
    AstUtils.getContainerOfType(node, isLayer) ??
    AstUtils.getContainerOfType(node, isDefinition) ??
    AstUtils.getContainerOfType(node, isWatchlist);
  const own = owner === undefined ? [] : labelled(owner, property);
  const elsewhere = owner === undefined ? [] : otherVersions(owner, property, scope);
  const all = [...own, ...elsewhere];
  const found = all.find((each) => each.label === name);
  if (found) return { kind: 'label', label: name, node: found.node };
  const names = all.map((each) => each.label);
  return { ...unknown(name, names), reason: 'label' };
}

function otherVersions(owner: AstNode, property: string, scope: DocumentScope): Labelled[] {
  const { name } = owner as AstNode & { readonly name?: string };
  const versions = scope
    .lookup(name ?? '', 'value')
    .flatMap((each): readonly AstNode[] => each.nodes);
  return versions.filter((each) => each !== owner).flatMap((each) => labelled(each, property));
}

interface Labelled {
  readonly label: string;
  readonly node: AstNode;
}

function labelled(owner: AstNode, property: string): Labelled[] {
  const wanted = labelKinds[property] ?? isCaseLike;
  return AstUtils.streamAllContents(owner)
    .filter(wanted)
    .flatMap((node) => {
      const { name } = node as AstNode & { readonly name?: string };
      return name === undefined ? [] : [{ label: name, node }];
    })
    .toArray();
}

const labelKinds: Readonly<Record<string, (node: AstNode) => boolean>> = {
  ahead: isAdjustSlot,
  cap: isCapSlot,
};

function isCaseLike(node: AstNode): boolean {
  return (
    isCaseSlot(node) ||
    isExceptionSlot(node) ||
    isWhenCase(node) ||
    isExceptionCase(node) ||
    isWatchCase(node)
  );
}

function namesOf(kinds: readonly DeclaredKind[], scope: DocumentScope): readonly string[] {
  return kinds.flatMap((kind) => scope.declarations(kind).map(({ name }) => name));
}

function unknown(
  name: string,
  candidates: Iterable<string>,
): Extract<Resolution, { kind: 'unresolved' }> {
  const suggestion = closestName(name, candidates);
  return {
    kind: 'unresolved',
    name,
    reason: 'unknown',
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
