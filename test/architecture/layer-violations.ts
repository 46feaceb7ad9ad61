import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { Import } from './imports.ts';
import type { Layer } from './layers.ts';
import { isTest, workspaceOf } from './source-tree.ts';

/** The rules that a list of imports is held against. */
export interface LayerRules {
  readonly layers: Readonly<Record<string, Layer>>;
  readonly testTools: readonly string[];
}

/** One sentence for each import that its layer does not allow. */
export function layerViolations(imports: readonly Import[], rules: LayerRules): readonly string[] {
  return imports.flatMap((found) => {
    const reason = reasonAgainst(found, rules);
    return reason === undefined ? [] : [`${found.file} imports ${found.specifier}: ${reason}`];
  });
}

function reasonAgainst(found: Import, rules: LayerRules): string | undefined {
  const { file, specifier } = found;
  const name = workspaceOf(file) ?? '';
  const layer = rules.layers[name];
  if (layer === undefined) return `'${name}' has no row in the table of layers`;
  if (specifier.startsWith('.')) return reasonAgainstRelative(file, specifier);
  if (specifier.startsWith('@tiaoli/')) return reasonAgainstWorkspace(name, layer, specifier);
  if (isBuiltin(specifier)) return reasonAgainstNode(file, layer, specifier);
  const target = packageName(specifier);
  if (layer.thirdParty.includes(target)) return undefined;
  if (isTest(file) && rules.testTools.includes(target)) return undefined;
  return `'${target}' is no third-party package of '${name}'`;
}

function reasonAgainstRelative(file: string, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(file), specifier);
  const home = `${file.split('/').slice(0, 2).join('/')}/src/`;
  if (!target.startsWith(home) && !isTest(file)) return 'it leaves the package';
  return /\.(ts|tsx|json|css)$/.test(target) ? undefined : "the specifier does not end in '.ts'";
}

function reasonAgainstWorkspace(name: string, layer: Layer, specifier: string): string | undefined {
  const [, target = '', ...rest] = specifier.split('/');
  const entry = rest.join('/');
  if (entry !== '' && entry !== 'testing') return "packages export only '.' and './testing'";
  if (target === name) return 'a package imports its own files by path';
  return layer.imports.includes(target)
    ? undefined
    : `'${name}' stands below or beside '${target}'`;
}

function reasonAgainstNode(file: string, layer: Layer, specifier: string): string | undefined {
  if (!specifier.startsWith('node:')) return "built-in modules are written with 'node:'";
  return layer.browser && !isTest(file) ? 'the package runs in the browser' : undefined;
}

/** The package in a specifier: `a` of `a/b`, `@a/b` of `@a/b/c`. */
export function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
