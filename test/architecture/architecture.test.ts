import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importCycles } from './import-cycles.ts';
import { importsOf } from './imports.ts';
import { layerViolations, packageName } from './layer-violations.ts';
import { layers, testTools } from './layers.ts';
import type { SourceFile } from './source-tree.ts';
import { isTest, root, workspaceFolders, workspaceOf, workspaceSources } from './source-tree.ts';

const rules = { layers, testTools };
const sources = workspaceSources();
const imports = importsOf(sources);

describe('the table of layers', () => {
  test('has a row for every package and app, and no other row', () => {
    const names = workspaceFolders().map((folder) => workspaceOf(`${folder}/`));
    expect(names.toSorted()).toEqual(Object.keys(layers).toSorted());
  });

  test('lists for each row only rows above it, so the layers cannot form a cycle', () => {
    const above: string[] = [];
    for (const [name, layer] of Object.entries(layers)) {
      expect(above, name).toEqual(expect.arrayContaining([...layer.imports]));
      above.push(name);
    }
  });
});

describe('the source', () => {
  test('is looked at: many files and many imports', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(400);
    expect(
      imports.filter(({ specifier }) => specifier.startsWith('@tiaoli/')).length,
    ).toBeGreaterThan(100);
  });

  test('imports only what its layer allows', () => {
    expect(layerViolations(imports, rules)).toEqual([]);
  });

  test('of pages and routes takes only types of what cannot be bundled', () => {
    const bundled = imports.filter(
      ({ file }) => /^apps\/web\/src\/(app|features|http)\//.test(file) && !isTest(file),
    );
    expect(bundled.some(({ specifier }) => specifier === '@tiaoli/simulation')).toBe(true);
    const values = bundled.filter(
      ({ specifier, typeOnly }) =>
        !typeOnly && (specifier === '@tiaoli/simulation' || specifier.includes('/jobs/')),
    );
    expect(values).toEqual([]);
  });

  test('has no cycle of imports at run time', () => {
    expect(importCycles(imports)).toEqual([]);
  });
});

describe.each(workspaceFolders())('the manifest of %s', (folder) => {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const own = imports.filter(({ file }) => file.startsWith(`${folder}/`));

  test("exports at most '.' and './testing'", () => {
    expect(['.', './testing']).toEqual(expect.arrayContaining(Object.keys(manifest.exports ?? {})));
  });

  test('declares every package that its code imports', () => {
    const needed = new Set(own.filter(({ file }) => !isTest(file)).flatMap(packageOf));
    const declared = Object.keys(manifest.dependencies ?? {});
    expect(declared).toEqual(expect.arrayContaining([...needed]));
  });
});

describe('a planted violation fails', () => {
  const planted: readonly (SourceFile & { readonly why: string })[] = [
    {
      why: 'a lower package imports a higher one',
      path: 'packages/ir/src/planted.ts',
      text: "import { checkPolicy } from '@tiaoli/workspace';",
    },
    {
      why: 'a type-only import is an import too',
      path: 'packages/base/src/planted.ts',
      text: "import type { Module } from '@tiaoli/ir';",
    },
    {
      why: 'a dynamic import is an import too',
      path: 'packages/compiler/src/planted.ts',
      text: "export const later = () => import('@tiaoli/language');",
    },
    {
      why: 'an import inside a type is an import too',
      path: 'packages/compiler/src/planted.ts',
      text: "export type Run = import('@tiaoli/interpreter').Run;",
    },
    {
      why: 'the interpreter knows no app',
      path: 'packages/interpreter/src/planted.ts',
      text: "export * from '@tiaoli/cli';",
    },
    {
      why: 'code for the browser imports Node',
      path: 'packages/language/src/planted.ts',
      text: "import { readFileSync } from 'node:fs';",
    },
    {
      why: 'base takes third-party code',
      path: 'packages/base/src/planted.ts',
      text: "import { Big } from 'big.js';",
    },
    {
      why: 'an import reaches into a package',
      path: 'packages/ir/src/planted.ts',
      text: "import { yuan } from '@tiaoli/base/src/money.ts';",
    },
    {
      why: 'a relative import leaves the package',
      path: 'packages/ir/src/planted.ts',
      text: "import { yuan } from '../../base/src/money.ts';",
    },
    {
      why: 'a specifier has no extension',
      path: 'packages/ir/src/planted.ts',
      text: "import { walk } from './walk';",
    },
    {
      why: 'a package has no row in the table',
      path: 'packages/planted/src/index.ts',
      text: "import { yuan } from '@tiaoli/base';",
    },
  ];

  test.each(planted)('$why', (file) => {
    expect(layerViolations(importsOf([file]), rules)).toHaveLength(1);
  });

  test.each([
    ["import { a } from './b.ts';", "import { b } from './a.ts';", 1],
    ["export { a } from './b.ts';", "export { b } from './a.ts';", 1],
    ["import type { A } from './b.ts';", "import { b } from './a.ts';", 0],
  ])('two files that import each other: %s %s', (first, second, count) => {
    const files = [
      { path: 'packages/ir/src/a.ts', text: first },
      { path: 'packages/ir/src/b.ts', text: second },
    ];
    expect(importCycles(importsOf(files))).toHaveLength(count);
  });

  test('two packages that import each other', () => {
    const files = [
      { path: 'packages/base/src/index.ts', text: "import { a } from '@tiaoli/ir';" },
      { path: 'packages/ir/src/index.ts', text: "export { b } from './b.ts';" },
      { path: 'packages/ir/src/b.ts', text: "import { c } from '@tiaoli/base';" },
    ];
    expect(importCycles(importsOf(files))).toEqual([
      ['packages/base/src/index.ts', 'packages/ir/src/b.ts', 'packages/ir/src/index.ts'],
    ]);
  });
});

/** The package that an import names, or nothing for a file of its own or a module of Node. */
function packageOf({ specifier }: { readonly specifier: string }): readonly string[] {
  return specifier.startsWith('.') || specifier.startsWith('node:') ? [] : [packageName(specifier)];
}
