import type { Span } from '@tiaoli/base';
import type {
  Cell,
  Definition,
  Expr,
  Lookup,
  Module,
  ParameterDeclaration,
  ParameterVersion,
} from '@tiaoli/ir';
import { referencesOf } from '@tiaoli/ir';
import type { ChoiceSite } from './choice-sites.ts';
import type { Frame } from './frame.ts';

/** The parameter whose rows a lookup goes through, among those that the definition reads. */
export function tableOf(
  { definition, expr }: ChoiceSite,
  frame: Frame,
): ParameterDeclaration | undefined {
  if (expr.kind !== 'lookup') return undefined;
  const matches = new Set(expr.rows.map(({ match }) => JSON.stringify(match)));
  const parameters = parametersOf(definition, frame);
  const isMadeOf = ({ versions }: ParameterDeclaration): boolean =>
    versions.some(({ cells }) => cells.some(({ match }) => matches.has(JSON.stringify(match))));
  return parameters.length === 1 ? parameters[0] : parameters.find(isMadeOf);
}

/** Where the rows of a lookup stand: the version of the table, where there are several. */
export function rowsOf({ rows }: Lookup, { versions }: ParameterDeclaration): Span | undefined {
  const matches = JSON.stringify(rows.map(({ match }) => match));
  const isMadeOf = (cells: readonly Cell[]): boolean =>
    JSON.stringify(cells.map(({ match }) => match)) === matches;
  const columnsOf = ({ cells }: ParameterVersion) => [
    ...Map.groupBy(cells, ({ column }) => column).values(),
  ];
  return versions.find((each) => columnsOf(each).some(isMadeOf))?.span;
}

/** The parameter that a reason names: `参数「平均工资」的2003年度值没有规定`. */
export function parameterNamed(
  reason: string,
  definition: Definition,
  frame: Frame,
): ParameterDeclaration | undefined {
  return parametersOf(definition, frame).find(({ name }) => reason.includes(`「${name}」`));
}

/** The parameters that a definition reads, and those that they, and what a lower level sets for them, are made of. */
function parametersOf({ id }: Definition, { module }: Frame): readonly ParameterDeclaration[] {
  const declared = new Map(
    module.declarations.flatMap((each) => (each.kind === 'parameter' ? [[each.id, each]] : [])),
  );
  const body = module.definitions.find((each) => each.id === id)?.body;
  const found = new Set(body ? referencesOf(body).parameters : []);
  for (const parameter of found) {
    for (const read of referencesOf(...valuesOf(parameter, module)).parameters) found.add(read);
  }
  return [...found].flatMap((parameter) => declared.get(parameter) ?? []);
}

function valuesOf(parameter: string, { declarations }: Module): readonly Expr[] {
  return declarations.flatMap((each): readonly Expr[] => {
    if (each.kind === 'parameter' && each.id === parameter) {
      return each.versions.flatMap(({ cells }) => cells.map(({ value }) => value));
    }
    if (each.kind === 'fill' && each.parameter === parameter) {
      return each.cells.map(({ value }) => value);
    }
    return each.kind === 'derogation' && each.parameter === parameter ? [each.value] : [];
  });
}

/**
 * The file whose author is told that a definition lacks a value of the parameter: that of the definition, or of the
 * parameter where its document rests on the other.
 */
export function fileToTell(
  definition: Definition,
  parameter: ParameterDeclaration | undefined,
  { module }: Frame,
): string {
  const own = definition.origin.span.file;
  const user = module.declarations.find(({ id }) => id === definition.origin.declaration);
  if (!parameter || !user || parameter.document === user.document) return own;
  return restsOn(parameter.document, user.document, module) ? parameter.span.file : own;
}

function restsOn(document: string, other: string, { declarations }: Module): boolean {
  const found = new Set([document]);
  for (const each of found) {
    for (const declaration of declarations) {
      if (declaration.kind !== 'document' || declaration.id !== each) continue;
      for (const basis of declaration.basis) found.add(basis);
    }
  }
  return found.has(other);
}
