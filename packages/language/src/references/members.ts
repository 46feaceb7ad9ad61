import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { Argument } from '../generated/ast.ts';
import { isArgument } from '../generated/ast.ts';
import type { DeclaredOf } from './declared.ts';
import type { DocumentScope } from './document-scope.ts';
import type { MemberResolution } from './resolution.ts';

/** The member `name` of an enumeration, by its name or its 别名. */
export function memberOf(
  enumeration: DeclaredOf<'enumeration'>,
  name: string,
  scope: DocumentScope,
): MemberResolution | undefined {
  const node = scope
    .membersOf(enumeration)
    .find((member) => member.name === name || member.alias === name);
  return node && { kind: 'member', enumeration, member: node.name, node };
}

export function memberAmong(
  enumerations: readonly DeclaredOf<'enumeration'>[],
  name: string,
  scope: DocumentScope,
): MemberResolution | undefined {
  for (const enumeration of enumerations) {
    const found = memberOf(enumeration, name, scope);
    if (found) return found;
  }
  return undefined;
}

/** Every enumeration that has a member `name`. */
export function membersNamed(name: string, scope: DocumentScope): readonly MemberResolution[] {
  return scope
    .declarations('enumeration')
    .flatMap((enumeration) => memberOf(enumeration, name, scope) ?? []);
}

/** The enumeration of the set over which the aggregate around `node` runs: `合计(x 于 set)` seen from `x`. */
export function elementEnumeration(
  node: AstNode,
  scope: DocumentScope,
): DeclaredOf<'enumeration'> | undefined {
  const argument: Argument | undefined = AstUtils.getContainerOfType(node, isArgument);
  if (argument?.set === undefined || isWithin(node, argument.set)) return undefined;
  const { type } = scope.typeOf(argument.set);
  return type.kind === 'set' ? scope.enumeration(type.enumeration) : undefined;
}

function isWithin(node: AstNode, ancestor: AstNode): boolean {
  let each: AstNode | undefined = node;
  while (each !== undefined) {
    if (each === ancestor) return true;
    each = each.$container;
  }
  return false;
}
