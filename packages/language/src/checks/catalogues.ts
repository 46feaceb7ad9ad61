import type { Diagnostic } from '@tiaoli/base';
import { cataloguePath } from '../catalogue-path.ts';
import type { Catalogue, CatalogueItem, Expression, TypeUse } from '../generated/ast.ts';
import { finding, related } from '../messages.ts';
import type { DeclaredOf } from '../references/declared.ts';
import { spanOf } from '../span-of.ts';
import { presenceTest } from '../types/presence.ts';
import { catalogueOfUse, typeOfUse } from '../types/type-use.ts';
import type { CheckContext } from './check.ts';

/** 目录: what its rows look like, where they lie, and how they are asked for. */
export function checkCatalogues(context: CheckContext): readonly Diagnostic[] {
  const { nodes } = context;
  return [
    ...nodes('Catalogue').flatMap((node) => checkSchema(node, context)),
    ...[...nodes('Catalogue'), ...nodes('CatalogueChange')].flatMap((node) => {
      const isSound = cataloguePath(context.document.path, node.file ?? '') !== undefined;
      return isSound ? [] : [finding('catalogue-path', spanOf(node), { file: node.file ?? '' })];
    }),
    ...nodes('Input').flatMap(({ type }) => checkInputType(type, context)),
    ...checkReadings(context),
    ...checkRows(context),
    ...checkAbsent(context),
  ];
}

function checkSchema(node: Catalogue, context: CheckContext): readonly Diagnostic[] {
  const parts = { key: 'CatalogueKey', column: 'CatalogueColumn' } as const;
  const lacking = (['key', 'column'] as const).filter((part) =>
    node.items.every(({ $type }) => $type !== parts[part]),
  );
  return [
    ...lacking.map((part) =>
      finding('catalogue-without-key', spanOf(node), { name: node.name, part }),
    ),
    ...node.items.flatMap((item) => checkItem(item, context)),
    ...checkTwice(node),
  ];
}

/** Types of which a cell holds one value. */
const cellKinds: ReadonlySet<string> = new Set([
  'text',
  'enumeration',
  'money',
  'unit-price',
  'rate',
  'integer',
  'decimal',
  'date',
  'boolean',
  'unknown',
]);

const keyKinds: ReadonlySet<string> = new Set(['text', 'enumeration', 'boolean', 'unknown']);

function checkItem(item: CatalogueItem, { scope }: CheckContext): readonly Diagnostic[] {
  if (item.$type === 'CatalogueValidity') return [];
  const { name, type: use } = item;
  const { kind } = typeOfUse(use, scope);
  if (!cellKinds.has(kind) || catalogueOfUse(use, scope) || (use?.set ?? false)) {
    return [finding('catalogue-column-type', spanOf(item), { name })];
  }
  if (item.$type !== 'CatalogueKey') return [];
  const stretch = item.low !== undefined;
  const fits = kind === 'unknown' || keyKinds.has(kind) !== stretch;
  return fits ? [] : [finding('catalogue-key-type', spanOf(item), { name, stretch })];
}

/** Each column of the file is one key, one end of a stretch, one column or one day. */
function checkTwice({ items }: Catalogue): readonly Diagnostic[] {
  const first = new Map<string, CatalogueItem>();
  return items.flatMap((item) =>
    columnNames(item).flatMap((name) => {
      const other = first.get(name);
      if (!other) first.set(name, item);
      if (!other) return [];
      const there = related(spanOf(other), '第一次在这里', 'first declared here');
      return [finding('duplicate-declaration', spanOf(item), { name }, [there])];
    }),
  );
}

function columnNames(item: CatalogueItem): readonly string[] {
  if (item.$type === 'CatalogueColumn') return [item.name];
  if (item.$type === 'CatalogueValidity')
    return item.to === undefined ? [item.from] : [item.from, item.to];
  return item.low === undefined || item.high === undefined ? [item.name] : [item.low, item.high];
}

function checkInputType(use: TypeUse | undefined, { scope }: CheckContext): readonly Diagnostic[] {
  const catalogue = catalogueOfUse(use, scope);
  if (!use || !catalogue) return [];
  const keys = keysOf(catalogue);
  const [key] = keys;
  const isText = keys.length === 1 && key && typeOfUse(key.type, scope).kind === 'text';
  return isText ? [] : [finding('catalogue-as-type', spanOf(use), { name: catalogue.name })];
}

function keysOf({ nodes: [node] }: DeclaredOf<'catalogue'>) {
  return node.items.filter((each) => each.$type === 'CatalogueKey');
}

/** As many keys as the catalogue has; and a row alone is no value, but behind 有. */
function checkReadings({ scope, nodes }: CheckContext): readonly Diagnostic[] {
  return nodes('IndexAccess').flatMap((node) => {
    const found = scope.resolve(node);
    if (found.kind !== 'catalogue-cell') return [];
    const wanted = keysOf(found.declared).length;
    const { name } = found.declared;
    if (node.indexes.length !== wanted) {
      const count = { name, wanted, found: node.indexes.length };
      return [finding('catalogue-key-count', spanOf(node), count)];
    }
    const { $type } = node.$container;
    const isRead = $type === 'MemberAccess' || $type === 'Has';
    return isRead ? [] : [finding('misplaced-name', spanOf(node), { name: textOf(node) })];
  });
}

function checkRows({ scope, nodes }: CheckContext): readonly Diagnostic[] {
  return nodes('RowsItem').flatMap((item) => {
    const found = scope.resolveReference(item.catalogue, item);
    if (found.kind !== 'catalogue') return [];
    const { name, nodes: declaring } = found.declared;
    const wanted = declaring[0].items.reduce(
      (count, each) => count + (each.$type === 'CatalogueValidity' ? 0 : columnNames(each).length),
      0,
    );
    return item.rows.flatMap((row) => {
      const count = { name, wanted, found: row.cells.length };
      return count.found === wanted ? [] : [finding('catalogue-row-cells', spanOf(row), count)];
    });
  });
}

function checkAbsent({ nodes }: CheckContext): readonly Diagnostic[] {
  return nodes('Absent').flatMap((node) => {
    const { $container } = node;
    const test = $container.$container as Expression | undefined;
    const isTested = $container.$type === 'RelationTest' && test && presenceTest(test);
    if (isTested || $container.$type === 'CatalogueRow') return [];
    return [finding('misplaced-absent', spanOf(node), { word: textOf(node) })];
  });
}

function textOf({ $cstNode }: Expression): string {
  return $cstNode?.text ?? '';
}
