import type { Span } from '@tiaoli/base';
import type { CatalogueSchema } from '@tiaoli/ir';
import { contentOf, keysAlone } from '@tiaoli/ir';
import type { AstNode, Reference } from 'langium';
import { nodesOf } from './ast-nodes.ts';
import { cataloguePath } from './catalogue-path.ts';
import type { Catalogue, CatalogueChange } from './generated/ast.ts';
import { isCatalogue, isCatalogueChange } from './generated/ast.ts';
import type { LinkedFile } from './link-documents.ts';
import { schemaOf } from './lower/catalogue-schema.ts';
import { spanOf } from './span-of.ts';
import type { TiaoliDocument } from './tiaoli-document.ts';

/** A file of rows that a document names, and what its rows must look like. */
export interface CatalogueFile {
  /** Beside the document, or below its folder. */
  readonly path: string;
  /** Of the document. */
  readonly document: string;
  readonly catalogue: { readonly id: string; readonly name: string };
  /** How the rows change the catalogue; absent for its own. */
  readonly change?: 'add' | 'remove';
  readonly schema: CatalogueSchema;
  /** 等级 示例: the rows are made up. */
  readonly illustrative: boolean;
  /** Key of the rows among those handed to a calculation, given the hash of the file. */
  readonly contentOf: (hash: string) => string;
  readonly membersOf: (enumeration: string) => readonly string[];
  /** The statement that names the file. */
  readonly span: Span;
}

/**
 * The files that one document names; none of a text that could not be read. Those with a path that leads elsewhere are
 * left out (they are findings).
 */
export function catalogueFilesOf({ open, document }: LinkedFile): readonly CatalogueFile[] {
  if (open.syntax.length > 0) return [];
  return statementsIn(document.file).flatMap((node) => {
    if (isCatalogue(node)) return fileOf(node, node, document);
    const target = changedBy(node.catalogue, document);
    return target ? fileOf(node, target, document) : [];
  });
}

/** By text: a text that was read once stays as it is, and each of a library is asked for whenever one is. */
const known = new WeakMap<AstNode, readonly (Catalogue | CatalogueChange)[]>();

function statementsIn(file: AstNode): readonly (Catalogue | CatalogueChange)[] {
  const found =
    known.get(file) ?? nodesOf(file).filter((node) => isCatalogue(node) || isCatalogueChange(node));
  known.set(file, found);
  return found;
}

function changedBy(reference: Reference | undefined, { scope }: TiaoliDocument) {
  const found = reference && scope.resolveReference(reference);
  return found?.kind === 'catalogue' ? found.declared.nodes[0] : undefined;
}

function fileOf(
  node: Catalogue | CatalogueChange,
  target: Catalogue,
  document: TiaoliDocument,
): readonly CatalogueFile[] {
  const path = node.file === undefined ? undefined : cataloguePath(document.path, node.file);
  const { scope } = document;
  const declared = scope.declarations('catalogue').find(({ nodes }) => nodes.includes(target));
  if (path === undefined || !declared) return [];
  const whole = schemaOf(target, scope);
  const isChange = node.$type === 'CatalogueChange';
  const schema = isChange && node.removes ? keysAlone(whole) : whole;
  return [
    {
      path,
      document: document.path,
      catalogue: { id: declared.id, name: declared.name },
      ...(isChange && { change: node.removes ? 'remove' : 'add' }),
      schema,
      illustrative: node.annotations.some(
        (each) => each.$type === 'GradeNote' && each.grade === 'illustrative',
      ),
      contentOf: (hash) => contentOf(schema, hash),
      membersOf: (id) => {
        const enumeration = scope.enumeration(id);
        return enumeration ? scope.membersOf(enumeration).map(({ name }) => name) : [];
      },
      span: spanOf(node),
    },
  ];
}
