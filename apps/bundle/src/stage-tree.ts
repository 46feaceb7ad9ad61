import { chmod, copyFile, cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ownFiles, ownFolders, repository } from './repository.ts';
import type { ShippedPackage } from './shipped-packages.ts';

/** Below one of our folders: tests, what was built for another build, and what belongs to others. */
const leftOut =
  /(?:\/node_modules|\.test\.tsx?|\.next\/(?:cache|diagnostics|trace|trace-build|types))$/;

/** Of packages: maps of sources, and a second copy of a library whose modules go along. */
const spare = /\.map$|\/echarts\/dist$/;

/**
 * Copies all that runs into an empty folder, in the places that it has in the repository; the pages must be built. What
 * imports `@tiaoli/…` finds it as it does here.
 */
export async function stageTree(
  folder: string,
  packages: readonly ShippedPackage[],
): Promise<void> {
  for (const file of ownFiles) await copyInto(folder, file);
  for (const own of ownFolders) {
    await cp(join(repository, own), join(folder, own), {
      recursive: true,
      filter: (source) => !leftOut.test(source),
    });
  }
  for (const { folder: path } of packages) {
    const top = join(repository, path);
    await cp(top, join(folder, path), {
      recursive: true,
      dereference: true,
      // What lies deeper is a package of its own in the list.
      filter: (source) => source === top || !(isModules(source) || spare.test(source)),
    });
  }
  await linkOwnPackages(folder);
  await copyRuntime(folder);
}

function isModules(path: string): boolean {
  return basename(path) === 'node_modules';
}

async function linkOwnPackages(folder: string): Promise<void> {
  const links = join(folder, 'node_modules/@tiaoli');
  await mkdir(links, { recursive: true });
  for (const group of ['packages', 'apps']) {
    for (const name of await readdir(join(folder, group))) {
      const manifest = await readFile(join(folder, group, name, 'package.json'), 'utf8');
      const { name: known } = JSON.parse(manifest) as { readonly name: string };
      await symlink(`../../${group}/${name}`, join(links, basename(known)));
    }
  }
}

/** The Node that everything is tested on. */
async function copyRuntime(folder: string): Promise<void> {
  await copyInto(folder, 'node_modules/node/bin/node', '../runtime/node');
  await chmod(join(folder, '../runtime/node'), 0o755);
}

async function copyInto(folder: string, path: string, as = path): Promise<void> {
  await mkdir(dirname(join(folder, as)), { recursive: true });
  await copyFile(join(repository, path), join(folder, as));
}
