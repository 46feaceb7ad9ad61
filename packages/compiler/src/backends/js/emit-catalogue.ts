import type { DayNumber } from '@tiaoli/base';
import type { CatalogueCell, CatalogueDeclaration, CataloguePart } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import { fitsDouble } from '../../passes/range.ts';
import type { Code } from './code.ts';
import { joinStatus, plainCode, withStatus } from './code.ts';
import type { EmitExpr, Scope } from './emission.ts';
import {
  constantOf,
  freshName,
  nameCode,
  nameStatus,
  statusOfCause,
  statusOfNotApplicable,
  textConstant,
} from './emission.ts';
import { kindOfType } from './kind-of-type.ts';

/** Open ends of a validity. */
const firstDay: DayNumber = -1e9;
const lastDay: DayNumber = 1e9;

/** A cell of the rows handed to the step: read where the row is there, else its status says what is missing. */
export function emitCatalogueCell(
  expr: CatalogueCell,
  { range, scale }: { readonly range: Range; readonly scale: bigint },
  scope: Scope,
  emit: EmitExpr,
): Code {
  const { emission } = scope;
  const catalogue = emission.analysis.index.catalogues.get(expr.catalogue);
  if (!catalogue) throw new Error(`a verified program has the catalogue ${expr.catalogue}`);
  const keys = expr.keys.map((key) => nameStatus(scope, nameCode(scope, emit(key, scope))));
  const day = nameStatus(scope, emit({ kind: 'input', input: expr.on }, scope));
  const status = joinStatus(...keys.map((key) => key.status), day.status);
  const row = emitRow(catalogue, { keys, day, status }, scope);
  if (expr.column === undefined) {
    const absent = noCatalogue(catalogue, scope);
    const code = plainCode(`(${row} !== undefined && ${row} !== null)`, 'boolean');
    return nameStatus(scope, withStatus(code, status, `(${row} === null ? ${absent} : 0)`));
  }
  return emitCell({ row, column: expr.column, status }, catalogue, { range, scale }, scope);
}

interface Place {
  readonly keys: readonly Code[];
  readonly day: Code;
  readonly status: string | undefined;
}

/** The variable of what was found: null without the rows, undefined without the row. */
function emitRow(catalogue: CatalogueDeclaration, { keys, day, status }: Place, scope: Scope) {
  const { emission, block } = scope;
  emission.runtime.add('catalogueRow');
  const row = freshName(emission, 'w');
  const parts = constantOf(
    emission,
    `[${catalogue.parts.map((part) => partText(part)).join(', ')}]`,
  );
  const texts = keys.map((key) => keyText(key, scope)).join(', ');
  const call = `catalogueRow(x, ${parts}, [${texts}], ${day.text})`;
  block.push(
    `const ${row} = ${status === undefined ? call : `${status} === 0 ? ${call} : undefined`};`,
  );
  return row;
}

function partText({ content, removes, validity }: CataloguePart): string {
  const { from = firstDay, to = lastDay } = validity;
  return `['${content}', ${removes}, ${from}, ${to}]`;
}

/** Rows are asked by texts, members by name, and exact numbers. */
function keyText(key: Code, { emission }: Scope): string {
  switch (key.kind) {
    case 'index': {
      const names = emission.members.get(key.enumeration ?? '') ?? [];
      return `${constantOf(emission, asciiJson(names))}[${key.text}]`;
    }
    case 'number':
    case 'bigint':
      return `{ numerator: BigInt(${key.text}), denominator: ${key.scale}n }`;
    case 'boolean':
      return `String(${key.text})`;
    default:
      return key.text;
  }
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

interface Cell {
  readonly row: string;
  readonly column: string;
  readonly status: string | undefined;
}

function emitCell(
  { row, column: name, status }: Cell,
  catalogue: CatalogueDeclaration,
  { range, scale }: { readonly range: Range; readonly scale: bigint },
  scope: Scope,
): Code {
  const { emission, block } = scope;
  const column = catalogue.columns.find((each) => each.name === name);
  if (!column) throw new Error(`a verified program has the column ${name}`);
  const cell = freshName(emission, 'v');
  const own = freshName(emission, 'e');
  const isNumber = kindOfType(column.type) === 'number';
  emission.runtime.add(isNumber ? 'numberCell' : 'textCell');
  const read = `${isNumber ? 'numberCell' : 'textCell'}(${row}, ${textConstant(emission, name)})`;
  const none = statusOfNotApplicable(emission, '');
  const gap = statusOfCause(emission, 'gap', `目录「${catalogue.name}」中没有这一行`);
  const isNone = isNumber ? `${cell} !== ${cell}` : `${cell} === undefined`;
  const found = `(${row} === null ? ${noCatalogue(catalogue, scope)} : ${row} === undefined ? ${gap} : ${isNone} ? ${none} : 0)`;
  block.push(`const ${cell} = ${read};`, `const ${own} = ${joinStatus(status, found)};`);
  const code = isNumber
    ? numberCell(cell, own, { range, scale }, scope)
    : textCell(cell, column.type, scope);
  return withStatus(code, own);
}

function noCatalogue({ name }: CatalogueDeclaration, { emission }: Scope): string {
  return statusOfCause(emission, 'gap', `目录「${name}」没有读入`);
}

/** What is no number must not reach arithmetic on integers of any size. */
function numberCell(
  cell: string,
  status: string,
  { range, scale }: { readonly range: Range; readonly scale: bigint },
  scope: Scope,
): Code {
  const isWide = !fitsDouble(range, scale);
  const value = `${status} === 0 ? ${isWide ? `BigInt(${cell})` : cell} : ${isWide ? '0n' : '0'}`;
  return nameCode(scope, { text: `(${value})`, kind: isWide ? 'bigint' : 'number', scale, range });
}

function textCell(
  cell: string,
  type: CatalogueDeclaration['columns'][number]['type'],
  scope: Scope,
): Code {
  const { emission } = scope;
  if (type.kind === 'boolean') return plainCode(`(${cell} === 'true')`, 'boolean');
  if (type.kind !== 'enumeration') return plainCode(`(${cell} ?? '')`, 'text');
  const names = constantOf(emission, asciiJson(emission.members.get(type.enumeration) ?? []));
  const code = plainCode(`${names}.indexOf(${cell})`, 'index', type.enumeration);
  return nameCode(scope, code);
}
