import { parseSync, Visitor } from 'oxc-parser';
import type { SourceFile } from './source-tree.ts';

/** One place where a file names another module. */
export interface Import {
  /** Path of the file that imports. */
  readonly file: string;
  readonly specifier: string;
  /** Erased before the code runs, like `import type`. */
  readonly typeOnly: boolean;
}

/** Every static import, re-export, dynamic import and `import('…')` type, in the order of the files. */
export function importsOf(files: readonly SourceFile[]): readonly Import[] {
  return files.flatMap(importsOfFile);
}

function importsOfFile({ path, text }: SourceFile): readonly Import[] {
  const { program, errors } = parseSync(path, text);
  const broken = errors.find((error) => error.severity === 'Error');
  if (broken) throw new Error(`${path}: ${broken.message}`);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    found.push({ file: path, specifier, typeOnly });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration(node) {
      if (node.source) add(node.source.value, node.exportKind === 'type');
    },
    ImportExpression(node) {
      // A computed specifier is code that is loaded at run time: no import of the source.
      if (node.source.type === 'Literal') add(String(node.source.value), false);
    },
    TSImportType: (node) => add(node.source.value, true),
  }).visit(program);
  return found;
}
