import { posix } from 'node:path';
import type { Import } from './imports.ts';
import { isTest } from './source-tree.ts';

/**
 * The cycles of imports that exist at run time, each as the sorted files that reach one another.
 *
 * Type-only imports are erased and tests are imported by nobody, so neither is looked at. Across
 * packages `@tiaoli/<name>` stands for the package's `src/index.ts`.
 */
export function importCycles(imports: readonly Import[]): readonly (readonly string[])[] {
  const targets = new Map<string, string[]>();
  for (const found of imports) {
    const target = targetFile(found);
    if (found.typeOnly || isTest(found.file) || target === undefined) continue;
    targets.set(found.file, [...(targets.get(found.file) ?? []), target]);
  }
  return stronglyConnected(targets).map((files) => files.toSorted());
}

function targetFile({ file, specifier }: Import): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  const [, name, entry] = /^@tiaoli\/([^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  return name === undefined ? undefined : `packages/${name}/src/${entry ?? 'index'}.ts`;
}

/**
 * Components of more than one file, and files that import themselves (Tarjan's algorithm).
 *
 * INVARIANT: `low.get(f)` is the smallest order of a file that is still open and reachable from `f`.
 */
function stronglyConnected(targets: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const components: string[][] = [];

  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    low.set(file, own);
    open.push(file);
    for (const target of targets.get(file) ?? []) lower(file, reach(target));
    if (low.get(file) === own) close(file);
    return low.get(file) ?? own;
  };
  const reach = (target: string): number => {
    if (!order.has(target)) return visit(target);
    return open.includes(target) ? (order.get(target) ?? 0) : Number.POSITIVE_INFINITY;
  };
  const lower = (file: string, bound: number): void => {
    low.set(file, Math.min(low.get(file) ?? bound, bound));
  };
  const close = (file: string): void => {
    const component = open.splice(open.indexOf(file));
    if (component.length > 1 || targets.get(file)?.includes(file)) components.push(component);
  };

  for (const file of targets.keys()) if (!order.has(file)) visit(file);
  return components;
}
