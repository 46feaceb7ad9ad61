import { AstUtils } from 'langium';
import type { Expression, IndexAccess, MemberAccess, NameReference } from '../generated/ast.ts';
import { isExpectItem } from '../generated/ast.ts';
import { closestName } from './closest-name.ts';
import type { Declared } from './declared.ts';
import type { DocumentScope } from './document-scope.ts';
import { expectedEnumerations } from './expected-enumerations.ts';
import { elementEnumeration, memberAmong, membersNamed } from './members.ts';
import { outputField } from './output-fields.ts';
import { parameterKeys, withIndexes } from './parameter-keys.ts';
import {
  canonicalName,
  functionNames,
  serviceResultNames,
  typeNames,
  waterfallNames,
  yearIndexes,
} from './predefined.ts';
import { resolveRecordName, withKeys } from './record-names.ts';
import type { Resolution, UnresolvedReason, UnresolvedResolution } from './resolution.ts';
import { resolvePart } from './resolve-part.ts';
import { resolveHeading } from './table-header.ts';
import { isBelow, visibleValues } from './visible-values.ts';

/** What an expression that is a name, a part of a name or a call stands for; `unresolved` for any other expression. */
export function resolveExpression(expression: Expression, scope: DocumentScope): Resolution {
  switch (expression.$type) {
    case 'NameReference':
      return resolveName(expression, scope);
    case 'MemberAccess':
      return resolveMemberAccess(expression, scope);
    case 'IndexAccess':
      return resolveIndexAccess(expression, scope);
    case 'Call':
      return scope.resolve(expression.callee);
    default:
      return unresolved('', 'misplaced');
  }
}

function resolveName(node: NameReference, scope: DocumentScope): Resolution {
  const name = node.target.$refText;
  if (isCallee(node)) return resolveFunction(name, node, scope);
  const placed =
    resolveHeading(node, scope) ?? resolveYear(node, scope) ?? resolveRecordName(node, scope);
  if (placed) return placed;
  const expected = expectedEnumerations(node, scope);
  const member = memberAmong(expected, name, scope);
  if (member) return member;
  const [value] = visibleValues(name, node, scope);
  if (value && !isBelow(value, node, scope)) return ofDeclared(value, node, scope);
  const local = resolveLocal(name, node, scope);
  if (local) return local;
  if (value) return unresolved(name, 'unknown', `${value.entity}.${name}`);
  const [enumeration] = expected;
  if (enumeration) {
    const names = scope.membersOf(enumeration).map((each) => each.name);
    return { ...unresolved(name, 'member', closestName(name, names)), within: enumeration.name };
  }
  return resolveFree(name, scope);
}

/** `p[上年]`: only a parameter without dimensions is indexed by years. */
function resolveYear(node: NameReference, scope: DocumentScope): Resolution | undefined {
  const { $container } = node;
  if ($container.$type !== 'IndexAccess' || node.$containerProperty !== 'indexes') return undefined;
  const name = canonicalName(yearIndexes, node.target.$refText);
  const offset = yearIndexes.find((each) => each.name === name)?.offset;
  if (offset === undefined) return undefined;
  const of = scope.resolve(($container as IndexAccess).of);
  const isStatistic = of.kind === 'parameter' && of.declared.nodes[0].$type === 'Parameter';
  return isStatistic ? { kind: 'year-index', offset } : undefined;
}

function resolveFunction(name: string, node: NameReference, scope: DocumentScope): Resolution {
  const known = canonicalName(functionNames, name);
  if (known !== undefined) return { kind: 'function', name: known };
  if (visibleValues(name, node, scope).length > 0) return unresolved(name, 'misplaced');
  const names = functionNames.flatMap((each) => [each.name, each.english]);
  return unresolved(name, 'unknown', closestName(name, names));
}

/** Names that have a meaning by their place: the element of an aggregate, the remainders of a 层序, national fields. */
function resolveLocal(
  name: string,
  node: NameReference,
  scope: DocumentScope,
): Resolution | undefined {
  const element = elementEnumeration(node, scope);
  if (element?.name === name || (element && element.alias === name)) {
    return { kind: 'element', enumeration: element };
  }
  const remainder = canonicalName(waterfallNames, name);
  if (remainder !== undefined) return { kind: 'waterfall-name', name: remainder };
  if (outputField(name) !== undefined) return { kind: 'output-field', field: name };
  const result = serviceResult(name, node, scope);
  if (result) return result;
  const [service] = scope.lookup(name, 'service');
  if (service) return { kind: service.kind, declared: service } as Resolution;
  const [entity] = scope.lookup(name, 'entity');
  return entity?.kind === 'entity' ? { kind: 'entity', declared: entity } : undefined;
}

/** 期望 { 办结期限 = … } behind an application: that of its service. */
function serviceResult(
  name: string,
  node: NameReference,
  scope: DocumentScope,
): Resolution | undefined {
  const result = canonicalName(serviceResultNames, name);
  const expect = result && AstUtils.getContainerOfType(node, isExpectItem);
  if (!expect) return undefined;
  const { items } = expect.$container;
  const event = items
    .slice(0, items.indexOf(expect))
    .findLast(({ $type }) => $type === 'ServiceItem' || $type === 'RecordItem');
  if (event?.$type !== 'ServiceItem') return undefined;
  const service = scope.resolveReference(event.service, event);
  return service.kind === 'service'
    ? { kind: 'service-result', declared: service.declared, result }
    : undefined;
}

/** A bare member is understood anywhere as long as only one enumeration has it. */
function resolveFree(name: string, scope: DocumentScope): Resolution {
  const [member, ...others] = membersNamed(name, scope);
  if (member && others.length === 0) return member;
  if (member) {
    const candidates = [member, ...others].map(({ enumeration }) => enumeration.name);
    return { ...unresolved(name, 'ambiguous'), candidates };
  }
  const [enumeration] = scope.lookup(name, 'enumeration');
  if (enumeration?.kind === 'enumeration') return { kind: 'enumeration', declared: enumeration };
  const ofLanguage = canonicalName(functionNames, name) ?? canonicalName(typeNames, name);
  if (ofLanguage !== undefined) return unresolved(name, 'misplaced');
  return unresolved(name, 'unknown', closestName(name, scope.names('value')));
}

function resolveMemberAccess(node: MemberAccess, scope: DocumentScope): Resolution {
  const of = scope.resolve(node.of);
  // Half-typed, the part behind the dot is still missing.
  return of.kind === 'unresolved' || node.member === undefined
    ? unresolved(node.member, 'follow-up')
    : resolvePart(of, node, scope);
}

function resolveIndexAccess(node: IndexAccess, scope: DocumentScope): Resolution {
  const of = scope.resolve(node.of);
  if (of.kind === 'parameter') return withIndexes(of, node, scope);
  if (of.kind === 'accumulator') return withKeys(of, node);
  if (of.kind === 'catalogue') {
    return { kind: 'catalogue-cell', declared: of.declared, keys: node.indexes };
  }
  const text = node.of.$cstNode?.text ?? '';
  return unresolved(text, of.kind === 'unresolved' ? 'follow-up' : 'misplaced');
}

/** The resolution of a name that is declared, without members or indexes. */
function ofDeclared(declared: Declared, node: NameReference, scope: DocumentScope): Resolution {
  switch (declared.kind) {
    case 'parameter':
      return { kind: 'parameter', declared, keys: parameterKeys(declared, node, scope) };
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

function isCallee(node: NameReference): boolean {
  return node.$container.$type === 'Call' && node.$containerProperty === 'callee';
}

function unresolved(
  name: string,
  reason: UnresolvedReason,
  suggestion?: string,
): UnresolvedResolution {
  return { kind: 'unresolved', name, reason, ...(suggestion === undefined ? {} : { suggestion }) };
}
