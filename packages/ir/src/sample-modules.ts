import type { DayNumber, Span, Validity } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import { money } from './build-expr.ts';
import type { CatalogueDeclaration } from './catalogue-declaration.ts';
import type {
  Cell,
  DocumentDeclaration,
  EntityDeclaration,
  EnumerationDeclaration,
  InputDeclaration,
  ParameterDeclaration,
  ParameterVersion,
} from './declaration.ts';
import type { DeclarationBase } from './declaration-base.ts';
import type { Accumulator, Definition } from './definition.ts';
import type { Expr, KeyMatch } from './expr.ts';
import type { Module } from './module.ts';
import { irVersion } from './module.ts';
import type { Program } from './program.ts';
import type { ValueType } from './type.ts';

/**
 * Small modules and programs for tests, without sources: one document `d`, whose entity `d/结算` is the event, with
 * `d/明细` below it and `d/参保人` above. Names become ids of the document `d`.
 */

export const nowhere: Span = {
  file: 'test.tiaoli',
  start: { offset: 0, line: 1, column: 1 },
  end: { offset: 0, line: 1, column: 1 },
};

export const person = 'd/参保人';
export const claim = 'd/结算';
export const item = 'd/明细';

/** The day written `YYYY-MM-DD`; throws on a slip of the test. */
export function day(text: string): DayNumber {
  const found = parseDate(text);
  if (found === undefined) throw new Error(`no date: ${text}`);
  return found;
}

export function testId(name: string): string {
  return `d/${name}`;
}

export function testDefinition(
  name: string,
  body: Expr,
  rest: Partial<Omit<Definition, 'name' | 'body'>> = {},
): Definition {
  return {
    id: testId(name),
    name,
    entity: claim,
    type: money,
    optional: false,
    body,
    origin: { declaration: testId(name), span: nowhere },
    visibility: 'result',
    ...rest,
  };
}

/** An input of the claim unless `rest` says otherwise; `name` may hold a dot, which the id keeps. */
export function testInput(
  name: string,
  type: ValueType,
  rest: Partial<Omit<InputDeclaration, 'name' | 'type' | 'kind'>> = {},
): InputDeclaration {
  return {
    ...declared(name),
    kind: 'input',
    entity: claim,
    type,
    optional: false,
    spells: false,
    ...rest,
  };
}

/** A yearly accumulator of money by the day for which the program is bound, unless `rest` says otherwise. */
export function testAccumulator(
  name: string,
  next: string,
  rest: Partial<Omit<Accumulator, 'name' | 'next'>> = {},
): Accumulator {
  return {
    id: testId(name),
    name,
    type: money,
    period: 'year',
    on: 'on',
    by: [],
    next: testId(next),
    origin: { declaration: testId(name), span: nowhere },
    ...rest,
  };
}

export function testEnumeration(
  name: string,
  members: readonly string[],
  ordered = false,
): EnumerationDeclaration {
  return {
    ...declared(name),
    kind: 'enumeration',
    ordered,
    extensible: false,
    members: members.map((member) => ({ name: member, marks: [] })),
  };
}

/** A parameter without dimensions and versions unless `rest` gives them. */
export function testCatalogue(
  name: string,
  rest: Partial<Omit<CatalogueDeclaration, 'name'>> = {},
): CatalogueDeclaration {
  return {
    ...declared(name),
    kind: 'catalogue',
    keys: [],
    columns: [{ name: '限额', type: money }],
    parts: [{ file: 'drugs.csv', content: 'test', removes: false, validity: {} }],
    ...rest,
  };
}

export function testParameter(
  name: string,
  type: ValueType,
  rest: Partial<Omit<ParameterDeclaration, 'name' | 'type' | 'kind'>> = {},
): ParameterDeclaration {
  return {
    ...declared(name),
    kind: 'parameter',
    type,
    dimensions: [],
    columns: [],
    versions: [],
    ...rest,
  };
}

export function testVersion(validity: Validity, cells: readonly Cell[]): ParameterVersion {
  return { validity, cells, span: nowhere };
}

export function testCell(match: readonly KeyMatch[], value: Expr): Cell {
  return { match, value, span: nowhere };
}

export const testDocument: DocumentDeclaration = {
  ...declared('d'),
  id: 'd',
  kind: 'document',
  title: '测试办法',
  level: 'nation',
  effective: {},
  issuers: [],
  basis: [],
  yearStart: { month: 1, day: 1 },
  keywords: 'zh',
};

export const testEntities: readonly EntityDeclaration[] = [
  { ...declared('参保人'), kind: 'entity', order: [] },
  { ...declared('结算'), kind: 'entity', parent: person, order: ['on'] },
  { ...declared('明细'), kind: 'entity', parent: claim, order: [] },
];

export function testModule(parts: Partial<Module> = {}): Module {
  return {
    irVersion,
    edition: 1,
    document: 'd',
    definitions: [],
    accumulators: [],
    outputs: [],
    ...parts,
    declarations: [testDocument, ...testEntities, ...(parts.declarations ?? [])],
  };
}

/** A program of the definitions in the order given. */
export function testProgram(parts: Partial<Program> = {}): Program {
  return {
    jurisdiction: [],
    validity: {},
    yearStart: { month: 1, day: 1 },
    ...parts,
    ...testModule(parts),
  };
}

function declared(name: string): DeclarationBase {
  return { id: testId(name), name, document: 'd', span: nowhere };
}
