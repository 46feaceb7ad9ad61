import type { AstNode, Reference } from 'langium';
import { AstUtils } from 'langium';
import { nodesOf, referencesOf } from '../ast-nodes.ts';
import type { Expression, Member } from '../generated/ast.ts';
import { inferExpression } from '../types/infer.ts';
import type { Inferred } from '../types/language-type.ts';
import { unknownValue } from '../types/language-type.ts';
import type { Declared, DeclaredKind, DeclaredOf, NameSpace } from './declared.ts';
import { spaceOf } from './declared.ts';
import { ofKind } from './declared-names.ts';
import type { DeclaredNames, DocumentScope } from './document-scope.ts';
import type { Resolution } from './resolution.ts';
import { resolveExpression } from './resolve-expression.ts';
import type { ReferencePosition } from './resolve-reference.ts';
import { resolvePosition } from './resolve-reference.ts';

/** Finds the scope of the document with that root; undefined for a document that is not open. */
export type FindScope = (root: AstNode) => DocumentScope | undefined;

/**
 * The scope of a document that rests on `basis`, nearest first.
 *
 * Names are found by walking the documents, not in one merged map: documents share the maps of what they rest on. Answers
 * are kept per node. What stands in another document is resolved there, so that a name of this one never changes it.
 */
export function createScope(
  own: DeclaredNames,
  basis: readonly DeclaredNames[],
  findScope: FindScope,
): DocumentScope {
  const layers = [own, ...basis];
  const everything = layers.flatMap(({ all }) => all);
  const entities = ofKind(everything, 'entity');
  const scope: DocumentScope = {
    own,
    basis,
    home: (node) => {
      const root = AstUtils.findRootNode(node);
      return root === own.file ? scope : (findScope(root) ?? scope);
    },
    ...answers(() => scope),
    lookup: (name, space) => lookup(layers, name, space),
    declarations: remembered((kind) => onePerName(ofKind(everything, kind))),
    enumeration: remembered((id) =>
      ofKind(everything, 'enumeration').find((each) => each.id === id),
    ),
    membersOf: membersByEnumeration(layers),
    names: (space) => everything.flatMap((each) => (spaceOf(each.kind) === space ? each.name : [])),
    entitiesAbove: (entity) => entitiesAbove(entity, entities),
    eventEntity: entities.find(({ nodes }) => nodes.some(({ keys }) => keys.length > 0))?.name,
  };
  return scope;
}

type Answers = Pick<DocumentScope, 'resolve' | 'resolveReference' | 'typeOf'>;

/** A name that (wrongly) rests on itself is unresolved, and its value unknown, while it is being asked for. */
const pending: Resolution = { kind: 'unresolved', name: '', reason: 'follow-up' };

function answers(scope: () => DocumentScope): Answers {
  const resolutions = new Map<Expression, Resolution>();
  const references = new Map<Reference, Resolution>();
  const types = new Map<Expression, Inferred>();
  const positions = positionsOf(() => scope().own.file);
  return {
    resolve: (expression) =>
      remember(resolutions, expression, pending, () => {
        const home = scope().home(expression);
        return home === scope() ? resolveExpression(expression, home) : home.resolve(expression);
      }),
    resolveReference: (reference, node) =>
      remember(references, reference, pending, () => {
        const home = node ? scope().home(node) : scope();
        if (home !== scope()) return home.resolveReference(reference, node);
        const position = positions(reference);
        return position ? resolvePosition(position, home) : pending;
      }),
    typeOf: (expression) =>
      remember(types, expression, unknownValue, () => {
        const home = scope().home(expression);
        return home === scope() ? inferExpression(expression, home) : home.typeOf(expression);
      }),
  };
}

function remember<Key, Value>(
  known: Map<Key, Value>,
  key: Key,
  meanwhile: Value,
  find: () => Value,
): Value {
  const value = known.get(key);
  if (value !== undefined) return value;
  known.set(key, meanwhile);
  const found = find();
  known.set(key, found);
  return found;
}

/** `find` with its answers kept; generic in the kind of declaration, which is why it is cast once here. */
function remembered<Find extends (key: never) => unknown>(find: Find): Find {
  const known = new Map<unknown, unknown>();
  const get = (key: never): unknown => {
    if (!known.has(key)) known.set(key, find(key));
    return known.get(key);
  };
  return get as Find;
}

/** Langium keeps no way back from a reference to its node, so the nodes of a file are walked once. */
function positionsOf(file: () => AstNode): (reference: Reference) => ReferencePosition | undefined {
  let positions: Map<unknown, ReferencePosition> | undefined;
  return (reference) => {
    positions ??= collectPositions(file());
    return positions.get(reference);
  };
}

function collectPositions(file: AstNode): Map<unknown, ReferencePosition> {
  const positions = new Map<unknown, ReferencePosition>();
  for (const node of nodesOf(file)) {
    for (const { reference, property } of referencesOf(node)) {
      positions.set(reference, { node, property, name: reference.$refText });
    }
  }
  return positions;
}

function lookup(
  layers: readonly DeclaredNames[],
  name: string,
  space: NameSpace,
): readonly Declared[] {
  const found: Declared[] = [];
  for (const { byName } of layers) {
    for (const declared of byName.get(name) ?? []) {
      const known = found.some(({ id, kind }) => id === declared.id && kind === declared.kind);
      if (spaceOf(declared.kind) === space && !known) found.push(declared);
    }
  }
  return found;
}

function onePerName<Kind extends DeclaredKind>(
  all: readonly DeclaredOf<Kind>[],
): readonly DeclaredOf<Kind>[] {
  const seen = new Map<string, DeclaredOf<Kind>>();
  for (const each of all) {
    const key = `${each.entity ?? ''}.${each.name}`;
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}

function membersByEnumeration(layers: readonly DeclaredNames[]): DocumentScope['membersOf'] {
  const known = new Map<string, readonly Member[]>();
  return (enumeration) => {
    const found = known.get(enumeration.id) ?? collectMembers(layers, enumeration);
    known.set(enumeration.id, found);
    return found;
  };
}

/** Declared members, then those that visible documents add, each name once. */
function collectMembers(
  layers: readonly DeclaredNames[],
  enumeration: DeclaredOf<'enumeration'>,
): readonly Member[] {
  const members = new Map<string, Member>();
  const add = (member: Member): void => {
    if (!members.has(member.name)) members.set(member.name, member);
  };
  for (const node of enumeration.nodes) node.members.forEach(add);
  for (const { extensions } of layers) {
    for (const extension of extensions) {
      const isThis = extension.enumeration.$refText === enumeration.name;
      if (isThis) extension.members.forEach(add);
    }
  }
  return [...members.values()];
}

function entitiesAbove(
  entity: string,
  entities: readonly DeclaredOf<'entity'>[],
): readonly string[] {
  const above: string[] = [];
  let name: string | undefined = entity;
  while (name !== undefined) {
    const parent: string | undefined = parentOf(name, entities);
    if (parent === undefined || parent === entity || above.includes(parent)) break;
    above.push(parent);
    name = parent;
  }
  return above;
}

function parentOf(name: string, entities: readonly DeclaredOf<'entity'>[]): string | undefined {
  return entities
    .filter((each) => each.name === name)
    .flatMap(({ nodes }) => nodes)
    .find(({ parent }) => parent !== undefined)?.parent?.$refText;
}
