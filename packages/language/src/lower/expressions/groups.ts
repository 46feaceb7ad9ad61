import type { Validity } from '@tiaoli/base';
import type { DeclaredOf } from '../../references/declared.ts';
import type { DocumentScope } from '../../references/document-scope.ts';
import { lowerValidity } from '../validity.ts';

/** The versions of a 组, each with its members. */
export function groupVersions(
  group: DeclaredOf<'group'>,
  scope: DocumentScope,
): readonly { readonly validity: Validity; readonly members: readonly string[] }[] {
  return group.nodes.map((node) => ({
    validity: lowerValidity(node.validity),
    members: node.members.flatMap((reference) => {
      const member = scope.resolveReference(reference);
      return member.kind === 'member' ? [member.member] : [];
    }),
  }));
}
