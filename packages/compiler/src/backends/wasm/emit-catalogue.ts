import type { CatalogueCell, CatalogueDeclaration } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import type { CatalogueSite } from './catalogue-sites.ts';
import { siteOf } from './catalogue-sites.ts';
import { storeWord } from './columns.ts';
import type { EmitExpr, Scope } from './emission.ts';
import { freshLocal, importOf, statusOfCause, statusOfNotApplicable } from './emission.ts';
import type { Node, Statement } from './node.ts';
import { call, int, local } from './node.ts';
import {
  compareInt,
  extendUnsigned,
  isSameDouble,
  not,
  select,
  toLong,
  wrap,
} from './operators.ts';
import type { Status, Value } from './value.ts';
import { joinStatus, kindOfType, named, namedNode, namedStatus, truth } from './value.ts';

/** What the host gives in place of a row. */
export const noRow = -1;
export const noRows = -2;

/** A cell of the rows that the host holds: read where the row is there, else its status says what is missing. */
export function emitCatalogueCell(
  expr: CatalogueCell,
  form: { readonly range: Range; readonly scale: bigint },
  scope: Scope,
  emit: EmitExpr,
): Value {
  const { emission } = scope;
  const catalogue = emission.analysis.index.catalogues.get(expr.catalogue);
  if (!catalogue) throw new Error(`a verified program has the catalogue ${expr.catalogue}`);
  const keys = expr.keys.map((key) => named(scope, emit(key, scope)));
  const day = emit({ kind: 'input', input: expr.on }, scope);
  const status = joinStatus(scope, ...keys.map((key) => key.status), day.status);
  const site = siteOf(catalogue, keys, emission);
  const row = emitRow(site, { keys, day, status }, scope);
  const isUnread = compareInt['='](row, int(noRows));
  const unread = statusOfCause(emission, 'gap', `目录「${catalogue.name}」没有读入`);
  if (expr.column === undefined) {
    const found = namedStatus(scope, select(isUnread, unread.node, int(0)), true);
    const isThere = truth(compareInt['>='](row, int(0)));
    return { ...isThere, ...statusBeside(joinStatus(scope, status, found)) };
  }
  const gap = statusOfCause(emission, 'gap', `目录「${catalogue.name}」中没有这一行`);
  const missing = select(
    isUnread,
    unread.node,
    select(compareInt['<'](row, int(0)), gap.node, int(0)),
  );
  const lost = joinStatus(scope, status, namedStatus(scope, missing, true));
  return emitCell({ row, column: expr.column, lost, site }, catalogue, form, scope);
}

function statusBeside(status: Status | undefined): { status?: Status } {
  return status ? { status } : {};
}

interface Place {
  readonly keys: readonly Value[];
  readonly day: Value;
  readonly status: Status | undefined;
}

/** The row in a local; the host is asked only where all keys are there. */
function emitRow(site: CatalogueSite, { keys, day, status }: Place, scope: Scope): Node {
  const host = importOf(scope.emission, {
    name: 'catalogueRow',
    parameters: ['i32', 'i32'],
    result: 'i32',
  });
  const row = freshLocal(scope, 'i32');
  const asked: readonly Statement[] = [
    ...keys.map(({ kind, node }, index) =>
      storeWord(site.keys, index * 8, kind === 'boolean' ? extendUnsigned(node) : node),
    ),
    { kind: 'set', local: row, value: call(host, int(site.number), wrap(day.node)) },
  ];
  scope.block.push({ kind: 'set', local: row, value: int(noRow) });
  if (!status) scope.block.push(...asked);
  else scope.block.push({ kind: 'if', condition: not(status.node), yes: asked, no: [] });
  return local('i32', row);
}

interface Cell {
  readonly row: Node;
  readonly column: string;
  /** What is missing of the keys or of the row. */
  readonly lost: Status | undefined;
  readonly site: CatalogueSite;
}

/** The host gives cells as doubles, which hold every integer that a cell can be; what is no number stands for none. */
function emitCell(
  { row, column: name, lost, site }: Cell,
  catalogue: CatalogueDeclaration,
  form: { readonly range: Range; readonly scale: bigint },
  scope: Scope,
): Value {
  const { emission } = scope;
  const column = catalogue.columns.find((each) => each.name === name);
  if (!column) throw new Error(`a verified program has the column ${name}`);
  const host = importOf(emission, {
    name: 'catalogueCell',
    parameters: ['i32', 'i32', 'i32'],
    result: 'f64',
  });
  const number = int(catalogue.columns.indexOf(column));
  const found = namedNode(scope, call(host, int(site.number), number, row));
  const isNone = not(isSameDouble(found, found));
  const none = statusOfNotApplicable(emission, '');
  const absent = namedStatus(scope, select(isNone, none.node, int(0)), false);
  const status = joinStatus(scope, lost, absent);
  const kind = kindOfType(column.type);
  const enumeration = 'enumeration' in column.type ? { enumeration: column.type.enumeration } : {};
  const held = toLong(found);
  const node = kind === 'boolean' ? wrap(held) : held;
  const numbers = kind === 'number' ? form : { range: {}, scale: 1n };
  return { ...named(scope, { node, kind, ...numbers, ...enumeration }), ...statusBeside(status) };
}
