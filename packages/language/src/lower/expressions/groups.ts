import type { Validity } from '@tiaoli/base';
import type { DeclaredOf } from '../../references/declared.ts';
import type { Place } from '../lower-context.ts';
import { scopeOf, withAllVersions } from '../lower-context.ts';
import { statementValidity } from '../validity.ts';

/** The versions of a 组, each with its members. */
export function groupVersions(
  group: DeclaredOf<'group'>,
  place: Place,
): readonly { readonly validity: Validity; readonly members: readonly string[] }[] {
  return withAllVersions(group, place).nodes.map((node) => ({
    validity: statementValidity(node),
    members: node.members.flatMap((reference) => {
      const member = scopeOf(node, place).resolveReference(reference);
      return member.kind === 'member' ? [member.member] : [];
    }),
  }));
}
