import type { AstNode, Reference } from 'langium';
import type { Accumulator, Expression, TypeUse } from '../generated/ast.ts';
import type { LanguageType } from '../types/language-type.ts';
import type { DeclaredOf } from './declared.ts';
import type { DocumentScope } from './document-scope.ts';
import {
  enclosingTable,
  enumerationOfField,
  enumerationOfUse,
  tableEnumerations,
} from './table-shape.ts';

type Enumerations = readonly DeclaredOf<'enumeration'>[];

const none: Enumerations = [];

/** The properties by which the containers below are told apart, as far as this file reads them. */
interface Statement extends AstNode {
  readonly type?: TypeUse;
  readonly left?: Expression;
  readonly of?: Expression;
  readonly target?: Expression | Reference;
  readonly field?: Reference;
}

/**
 * The enumerations of which `node` may name a member, judged by its place alone: the other side of a comparison, the
 * dimension of a table, the type of the field that it is a value of. Empty where no enumeration is expected.
 */
export function expectedEnumerations(node: AstNode, scope: DocumentScope): Enumerations {
  const container = node.$container as Statement | undefined;
  if (container === undefined || node.$containerProperty === 'condition') return none;
  switch (container.$type) {
    case 'RelationTest':
    case 'BetweenTest':
    case 'PostfixTest':
    case 'MembershipTest':
      return ofValue((container.$container as Statement | undefined)?.left, scope);
    case 'SetLiteral':
    case 'Range':
    case 'AsZero':
    case 'Choice':
    case 'Guarded':
    case 'ValueBound':
    case 'WordBound':
    case 'Interval':
      return expectedEnumerations(container, scope);
    case 'IndexAccess':
      return node.$containerProperty === 'of' ? none : indexed(container.of, scope);
    case 'Cell':
      return tableEnumerations(container, scope);
    default:
      return ofStatement(node, container, scope);
  }
}

/** A value stands in a statement that says its type. */
function ofStatement(node: AstNode, container: Statement, scope: DocumentScope): Enumerations {
  const around = container.$container as Statement | undefined;
  switch (container.$type) {
    case 'Input':
    case 'Definition':
      return enumerationOfUse(container.type, scope);
    case 'PlainVersion':
    case 'DatedVersion':
    case 'WhenCase':
    case 'ExceptionCase':
    case 'OtherwiseCase':
      return enumerationOfUse(around?.type, scope);
    case 'KeyedRow':
      return ofRow(container, scope);
    case 'CatalogueRow':
      return ofCatalogue(
        (around as Statement & { readonly catalogue?: Reference })?.catalogue,
        scope,
      );
    case 'Fact':
      return ofReference(container.field, scope);
    case 'Override':
    case 'Determination':
      return ofReference(container.target as Reference | undefined, scope);
    case 'StateValue':
    case 'Expectation':
      if (node.$containerProperty !== 'value') return none;
      return ofValue(container.target as Expression | undefined, scope);
    default:
      return none;
  }
}

function indexed(of: Expression | undefined, scope: DocumentScope): Enumerations {
  const table = of && scope.resolve(of);
  if (table?.kind === 'accumulator') return keyEnumerations(table.declared.nodes[0], scope);
  return table?.kind === 'parameter' ? tableEnumerations(table.declared.nodes[0], scope) : none;
}

function keyEnumerations(accumulator: Accumulator, scope: DocumentScope): Enumerations {
  const home = scope.home(accumulator);
  return accumulator.keys.flatMap((key) =>
    enumerationOfField(home.resolveReference(key, accumulator), scope),
  );
}

/** The members that the keys and columns of a catalogue may have. */
function ofCatalogue(reference: Reference | undefined, scope: DocumentScope): Enumerations {
  const found = reference && scope.resolveReference(reference);
  if (found?.kind !== 'catalogue') return none;
  return found.declared.nodes[0].items.flatMap((each) =>
    each.$type === 'CatalogueValidity' ? [] : enumerationOfUse(each.type, scope),
  );
}

function ofRow(row: AstNode, scope: DocumentScope): Enumerations {
  const table = enclosingTable(row);
  if (table?.$type === 'Determination') return ofReference(table.target, scope);
  return table?.$type === 'Table' ? enumerationOfUse(table.type, scope) : none;
}

/** The parameter that a 确定 or 特别规定 sets, the field that a fact gives. */
function ofReference(reference: Reference | undefined, scope: DocumentScope): Enumerations {
  if (reference === undefined) return none;
  const resolution = scope.resolveReference(reference);
  if (resolution.kind !== 'input' && resolution.kind !== 'parameter') return none;
  return enumerationOfUse(resolution.declared.nodes[0].type, scope);
}

function ofValue(value: Expression | undefined, scope: DocumentScope): Enumerations {
  return value ? ofType(scope.typeOf(value).type, scope) : none;
}

function ofType(type: LanguageType, scope: DocumentScope): Enumerations {
  if (type.kind !== 'enumeration' && type.kind !== 'set') return none;
  const enumeration = scope.enumeration(type.enumeration);
  return enumeration === undefined ? none : [enumeration];
}
