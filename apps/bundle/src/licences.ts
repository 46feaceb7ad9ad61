import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from './repository.ts';
import type { ShippedPackage } from './shipped-packages.ts';

/** Licences under which anybody may pass a package on, with its notice. */
const permitted: ReadonlySet<string> = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC-BY-4.0'],
  ...['CC0-1.0', 'ISC', 'MIT', 'MIT-0', 'Python-2.0', 'Unlicense'],
]);

const licenceFile = /^(?:licen[cs]e|copying|notice)/i;

/** The packages whose licence is none of those; of a choice one is enough. */
export function notPermitted(packages: readonly ShippedPackage[]): readonly ShippedPackage[] {
  return packages.filter(
    ({ licence }) =>
      !licence
        .replaceAll(/[()]/g, '')
        .split(' OR ')
        .some((choice) => choice.split(' AND ').every((each) => permitted.has(each.trim()))),
  );
}

/** Every package with its licence and its notice, as the licences ask. */
export async function licenceTexts(packages: readonly ShippedPackage[]): Promise<string> {
  const parts = await Promise.all(
    packages.map(async ({ name, version, licence, folder }) => {
      const path = join(repository, folder);
      const files = (await readdir(path, { withFileTypes: true }))
        .filter((entry) => entry.isFile() && licenceFile.test(entry.name))
        .map((entry) => entry.name)
        .toSorted();
      const texts = await Promise.all(files.map((file) => readFile(join(path, file), 'utf8')));
      return [`${name} ${version}: ${licence}`, ...texts.map((text) => text.trim())].join('\n\n');
    }),
  );
  const line = '-'.repeat(80);
  return `${parts.join(`\n\n${line}\n\n`)}\n`;
}
