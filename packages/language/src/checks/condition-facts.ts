import type { Comparison, Expression } from '../generated/ast.ts';
import type { DocumentScope } from '../references/document-scope.ts';

/** A field and the members that a condition allows it; `holds` for a set that must have one of them. */
interface FieldFact {
  readonly field: string;
  readonly members: readonly string[];
  readonly holds: boolean;
}

/** The parts of `a 且 b 且 c`. */
export function conjuncts(condition: Expression | undefined): readonly Expression[] {
  if (condition === undefined) return [];
  return condition.$type === 'Conjunction'
    ? [...conjuncts(condition.left), ...conjuncts(condition.right)]
    : [condition];
}

/** True when two conditions never hold together, because one field would need two members. False when not known. */
export function areDisjoint(
  left: Expression | undefined,
  right: Expression | undefined,
  scope: DocumentScope,
): boolean {
  const others = factsOf(right, scope).filter(({ holds }) => !holds);
  return factsOf(left, scope).some(
    (fact) =>
      !fact.holds &&
      others.some(
        ({ field, members }) =>
          field === fact.field && !members.some((member) => fact.members.includes(member)),
      ),
  );
}

/** A person (or claim) for whom all `conditions` hold, as facts are written; empty when some part is no plain fact. */
export function examplePerson(
  conditions: readonly (Expression | undefined)[],
  scope: DocumentScope,
): string {
  const parts = conditions.flatMap(conjuncts);
  const facts = parts.map((part) => factOf(part, scope));
  if (facts.some((fact) => fact === undefined)) return '';
  const byField = new Map<string, FieldFact>();
  for (const fact of facts) if (fact && !byField.has(fact.field)) byField.set(fact.field, fact);
  const texts = [...byField.values()].map(({ field, members: [member = ''], holds }) =>
    holds ? `${field}：{${member}}` : `${field}：${member}`,
  );
  return texts.length === 0 ? '' : `{ ${texts.join('；')} }`;
}

function factsOf(condition: Expression | undefined, scope: DocumentScope): readonly FieldFact[] {
  return conjuncts(condition).flatMap((part) => factOf(part, scope) ?? []);
}

function factOf(part: Expression, scope: DocumentScope): FieldFact | undefined {
  if (part.$type !== 'Comparison' || part.tests.length !== 1) return undefined;
  const [test] = part.tests;
  const field = fieldText(part);
  if (test?.$type === 'RelationTest' && test.relation === '=') {
    const members = membersOf(test.right, scope);
    return members && { field, members, holds: false };
  }
  if (test?.$type !== 'MembershipTest' || test.relation === 'not_in') return undefined;
  const members = membersOf(test.set, scope);
  return members && { field, members, holds: test.relation === 'contains' };
}

function fieldText({ left }: Comparison): string {
  return left.$cstNode?.text ?? '';
}

function membersOf(node: Expression, scope: DocumentScope): readonly string[] | undefined {
  if (node.$type === 'SetLiteral') {
    const items = node.items.map((item) => membersOf(item, scope));
    return items.some((each) => each === undefined)
      ? undefined
      : items.flatMap((each) => each ?? []);
  }
  const resolution = scope.resolve(node);
  if (resolution.kind === 'member') return [resolution.member];
  if (resolution.kind !== 'group') return undefined;
  return resolution.declared.nodes.flatMap(({ members }) =>
    members.map(({ $refText }) => $refText),
  );
}
