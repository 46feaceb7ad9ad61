import type { DocumentScope } from '../../references/document-scope.ts';

/** The members of an enumeration in declared order, with those that visible documents add. */
export function memberOrder(enumeration: string, scope: DocumentScope): readonly string[] {
  const declared = scope.declarations('enumeration').find(({ id }) => id === enumeration);
  return declared ? scope.membersOf(declared).map(({ name }) => name) : [];
}
