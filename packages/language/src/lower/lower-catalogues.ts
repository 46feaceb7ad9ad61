import type { Validity } from '@tiaoli/base';
import type { CataloguePart, CatalogueSchema } from '@tiaoli/ir';
import { contentOf, keysAlone } from '@tiaoli/ir';
import { cataloguePath } from '../catalogue-path.ts';
import type { Catalogue, CatalogueChange } from '../generated/ast.ts';
import type { DeclaredOf } from '../references/declared.ts';
import { schemaOf } from './catalogue-schema.ts';
import { declarationBase } from './statement.ts';
import type { StatementPlace } from './statement-place.ts';
import { placeFor } from './statement-place.ts';
import { ownOrDocument } from './validity.ts';

/** 目录: its columns, and the hash of its rows. */
export function lowerCatalogue(declared: DeclaredOf<'catalogue'>, statement: StatementPlace): void {
  const [node] = declared.nodes;
  const schema = schemaOf(node, statement.document.scope);
  statement.context.declarations.push({
    ...declarationBase(node, declared, placeFor(statement)),
    kind: 'catalogue',
    ...schema,
    parts: [partOf(node, schema, statement)],
  });
}

/** 目录 … 增加, 目录 … 取消: for the place of the document, while it holds. */
export function lowerCatalogueChange(node: CatalogueChange, statement: StatementPlace): void {
  const { context, document } = statement;
  const target = document.scope.resolveReference(node.catalogue);
  if (target.kind !== 'catalogue') return;
  const { id, name, nodes } = target.declared;
  const schema = schemaOf(nodes[0], document.scope);
  const verb = node.removes ? '取消' : '增加';
  const own = { id: `${document.id}/目录 ${name} ${verb} ${node.file}`, name };
  context.declarations.push({
    ...declarationBase(node, own, placeFor(statement)),
    kind: 'catalogue-change',
    catalogue: id,
    part: partOf(node, node.removes ? keysAlone(schema) : schema, statement),
  });
}

function partOf(
  node: Catalogue | CatalogueChange,
  schema: CatalogueSchema,
  statement: StatementPlace,
): CataloguePart {
  const { context, document } = statement;
  const path = cataloguePath(document.path, node.file);
  const source = path === undefined ? undefined : context.catalogueHashes.get(path);
  return {
    file: node.file,
    content: contentOf(schema, source),
    removes: node.$type === 'CatalogueChange' && node.removes,
    validity: validityOf(node, statement),
  };
}

/** The rows of a catalogue say for themselves when they hold; a change holds while its document does. */
function validityOf(node: Catalogue | CatalogueChange, statement: StatementPlace): Validity {
  return node.$type === 'CatalogueChange' ? ownOrDocument(node.validity, statement) : {};
}
