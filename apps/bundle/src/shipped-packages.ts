import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { builtIn, builtInPrefixes, repository } from './repository.ts';
import type { ImportedPackage } from './trace-imports.ts';

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As the package itself says, an SPDX expression; `UNKNOWN` where it says nothing. */
  readonly licence: string;
  /** Below the repository: `node_modules/next`. */
  readonly folder: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/**
 * What is imported and all that it depends on, by folder. Of what is for one kind of machine alone, that of this one is taken:
 * it is the one that is installed. Throws where something that must be there is not installed.
 */
export async function shippedPackages(
  imported: readonly ImportedPackage[],
): Promise<readonly ShippedPackage[]> {
  const shipped = new Map<string, ShippedPackage>();
  const waiting: Wanted[] = imported.map((each) => ({ ...each, isOptional: false }));
  for (let wanted = waiting.pop(); wanted; wanted = waiting.pop()) {
    if (isBuiltIn(wanted.name)) continue;
    const found = folderOf(wanted);
    if (found === undefined) continue;
    const path = await realpath(found);
    const folder = relative(repository, path).split(sep).join('/');
    if (shipped.has(folder)) continue;
    const manifest = JSON.parse(await readFile(join(path, 'package.json'), 'utf8')) as Manifest;
    const { name, version } = manifest;
    shipped.set(folder, { name, version, licence: licenceOf(manifest), folder });
    waiting.push(...dependenciesOf(manifest).map((each) => ({ ...each, from: path })));
  }
  return [...shipped.values()].toSorted((left, right) => (left.folder < right.folder ? -1 : 1));
}

interface Wanted extends ImportedPackage {
  readonly isOptional: boolean;
}

function isBuiltIn(name: string): boolean {
  return builtIn.has(name) || builtInPrefixes.some((prefix) => name.startsWith(prefix));
}

function dependenciesOf({
  dependencies = {},
  optionalDependencies = {},
  peerDependencies = {},
  peerDependenciesMeta = {},
}: Manifest): readonly Omit<Wanted, 'from'>[] {
  const peers = Object.keys(peerDependencies).filter(
    (name) => !peerDependenciesMeta[name]?.optional,
  );
  const must = [...Object.keys(dependencies), ...peers].filter(
    (name) => !Object.hasOwn(optionalDependencies, name),
  );
  return [
    ...must.map((name) => ({ name, isOptional: false })),
    ...Object.keys(optionalDependencies).map((name) => ({ name, isOptional: true })),
  ];
}

/** As Node finds it: in the `node_modules` nearest above. */
function folderOf({ name, from, isOptional }: Wanted): string | undefined {
  for (let folder = from; folder.startsWith(repository); folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (existsSync(join(path, 'package.json'))) return path;
  }
  if (isOptional) return undefined;
  throw new Error(`The package ${name} is not installed; ${from} needs it.`);
}

function licenceOf({ license }: Manifest): string {
  return (typeof license === 'string' ? license : license?.type) ?? 'UNKNOWN';
}
