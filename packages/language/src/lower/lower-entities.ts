import { parseDate, parseRational, printRational, rational } from '@tiaoli/base';
import type { Expr, InputDeclaration } from '@tiaoli/ir';
import { money } from '@tiaoli/ir';
import type { Constraint, Enumeration, Expression, Input, Member } from '../generated/ast.ts';
import { acceptedInput } from '../handling/handling-ids.ts';
import type { DeclaredOf } from '../references/declared.ts';
import { isDefining } from '../references/defining-entity.ts';
import { entityOfUse } from '../references/table-shape.ts';
import { spanOf } from '../span-of.ts';
import { groupVersions } from './expressions/groups.ts';
import { lowerCondition } from './expressions/lower-condition.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import type { LowerContext, Place } from './lower-context.ts';
import { refuse } from './lower-context.ts';
import { declarationBase, withLimits } from './statement.ts';
import type { StatementPlace } from './statement-place.ts';
import { placeFor } from './statement-place.ts';
import { lowerType } from './types.ts';

/** 枚举, with the members that documents of the closure add. */
export function lowerEnumeration(
  declared: DeclaredOf<'enumeration'>,
  statement: StatementPlace,
): void {
  const [node] = declared.nodes;
  const { context, document } = statement;
  const place = placeFor(statement);
  const scopes = [document.scope, ...context.documents.map((each) => each.scope)];
  const members = new Map<string, Member>();
  for (const scope of scopes) {
    for (const member of scope.membersOf(declared)) members.set(member.name, member);
  }
  const own: Partial<Enumeration> = node.$type === 'Enumeration' ? node : {};
  context.declarations.push({
    ...declarationBase(node, declared, place),
    kind: 'enumeration',
    ordered: own.ordered ?? false,
    extensible: own.extensible ?? false,
    members: [...members.values()].map((member) => ({
      name: member.name,
      ...(member.alias !== undefined && { alias: member.alias }),
      ...(member.label !== undefined && { label: member.label }),
      marks: member.fund ? ['基金'] : [],
    })),
  });
}

/** 组. */
export function lowerGroup(declared: DeclaredOf<'group'>, statement: StatementPlace): void {
  const [node] = declared.nodes;
  const place = placeFor(statement);
  const [first] = node.members;
  const member = first && place.scope.resolveReference(first);
  statement.context.declarations.push({
    ...declarationBase(node, declared, place),
    kind: 'group',
    enumeration: member?.kind === 'member' ? member.enumeration.id : '',
    versions: groupVersions(declared, place),
  });
}

/** 实体, once for all the documents that add inputs to it. */
export function lowerEntity(declared: DeclaredOf<'entity'>, statement: StatementPlace): void {
  const node = declared.nodes.find(isDefining) ?? declared.nodes[0];
  const place = placeFor(statement);
  const parent = node.parent && place.scope.resolveReference(node.parent);
  statement.context.declarations.push({
    ...declarationBase(node, declared, place),
    ...(declared.alias !== undefined && { alias: declared.alias }),
    kind: 'entity',
    ...(parent?.kind === 'entity' && {
      parent: statement.context.entityIds.get(parent.declared.name) ?? parent.declared.id,
    }),
    order: node.keys.flatMap((key) => {
      const input = place.scope.resolveReference(key);
      return input.kind === 'input' ? [input.declared.id] : [];
    }),
    ...(node.period !== undefined && { period: node.period }),
    ...(node.most !== undefined && { atMost: Number(node.most) }),
  });
}

/** 输入. `override` is a 缺省 that a lower document sets (确定 x 缺省 e). */
export function lowerInput(
  declared: DeclaredOf<'input'>,
  statement: StatementPlace,
  entity: string,
  override?: { readonly value: Expression; readonly statement: StatementPlace },
): void {
  const [node] = declared.nodes;
  const place = placeFor(statement);
  const type = lowerType(node.type, place);
  if (!type) {
    refuse(place, spanOf(node), {
      zh: `输入「${declared.name}」的类型不能计算`,
      en: `the type of the input ${declared.name} cannot be calculated with`,
    });
  }
  const value = override
    ? lowerExpression(override.value, placeFor(override.statement), type)
    : node.default &&
      withLimits(lowerExpression(node.default, place, type), roundingOnly(node), place);
  const { type: use } = node;
  const record = entityOfUse(use, place.scope);
  const declaration: InputDeclaration = {
    ...declarationBase(node, declared, place),
    kind: 'input',
    entity,
    type: type ?? money,
    ...(record && { record: statement.context.entityIds.get(record.name) ?? record.id }),
    ...(use.low && { low: domainEnd(use.low, place) }),
    ...(use.high && { high: domainEnd(use.high, place) }),
    ...(use.places !== undefined && { places: Number(use.places) }),
    ...(use.most !== undefined && { atMost: Number(use.most) }),
    optional: use.optional,
    spells: use.daily,
    ...(value && { default: value }),
    ...(node.question !== undefined && { question: node.question }),
  };
  statement.context.declarations.push(declaration);
}

function roundingOnly({ rounding }: Input): { readonly rounding?: string } {
  return rounding === undefined ? {} : { rounding };
}

/** A declared bound as a number in the input's unit; dates are day numbers. */
function domainEnd(node: Expression, place: Place): string {
  const end = lowerExpression(node, place);
  return printRational(numberOf(end) ?? rational(0));
}

function numberOf(expr: Expr): ReturnType<typeof parseRational> {
  if (expr.kind === 'arithmetic' && expr.operator === '-') {
    const value = numberOf(expr.right);
    return value && { ...value, numerator: -value.numerator };
  }
  if (expr.kind !== 'literal' || typeof expr.value !== 'string') return undefined;
  const day = parseDate(expr.value);
  return day === undefined ? parseRational(expr.value) : rational(day);
}

/** 约束. */
export function lowerInvariant(node: Constraint, statement: StatementPlace, entity: string): void {
  const place = placeFor(statement);
  const name = node.label ?? `约束 ${node.condition.$cstNode?.text ?? ''}`;
  statement.context.declarations.push({
    ...declarationBase(node, { id: `${statement.document.id}/${name}`, name }, place),
    kind: 'invariant',
    entity,
    condition: lowerCondition(node.condition, place),
  });
}

/** Rules of a document without any 实体 stand on the document itself. */
export function declareDocumentEntity({ declarations, target }: LowerContext): void {
  const { id, header, scope } = target;
  const service = scope.own.all.find(({ kind }) => kind === 'service');
  declarations.push({
    kind: 'entity',
    id: `${id}/文件`,
    name: '文件',
    document: id,
    span: header.span,
    // An application for a service is what happens there.
    order: service ? [acceptedInput(service)] : [],
  });
}
