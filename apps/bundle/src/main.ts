// Makes the archive that installs where there is no internet: `npm run bundle [-- FOLDER]`.
//
// It holds the application with its pages built, the packages that it imports, Node, a checksum of each file, what is in it
// (CycloneDX) and under which licences. `apps/bundle/dist` unless a folder is named.
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { bundleCharts } from '@tiaoli/chart-script';
import { keepNewFiles } from '@tiaoli/store';
import { buildWorkbench, markShipped } from '@tiaoli/web';
import { billOfMaterials } from './bill-of-materials.ts';
import { licenceTexts, notPermitted } from './licences.ts';
import { repository } from './repository.ts';
import { shippedPackages } from './shipped-packages.ts';
import { stageTree } from './stage-tree.ts';
import { traceImports } from './trace-imports.ts';
import { packFolder, writeSums } from './write-archive.ts';

const out = resolve(process.argv[2] ?? join(repository, 'apps/bundle/dist'));
const manifest = await readFile(join(repository, 'package.json'), 'utf8');
const { version } = JSON.parse(manifest) as { readonly version: string };
const name = `tiaoli-${version}-${process.platform}-${process.arch}`;
const folder = join(out, name);

say('Building the pages…');
await buildWorkbench();
const packages = await shippedPackages(await traceImports());
const refused = notPermitted(packages);
if (refused.length > 0) {
  const list = refused.map((each) => `${each.name} ${each.version} (${each.licence})`);
  throw new Error(`Under these licences nothing may be passed on: ${list.join(', ')}`);
}
say(`Copying the application and ${packages.length} packages…`);
await rm(folder, { recursive: true, force: true });
await mkdir(join(folder, 'lib'), { recursive: true });
await stageTree(join(folder, 'lib'), packages);
await bundleCharts(join(folder, 'lib/node_modules/.cache/tiaoli/chart-script.json'));
const newFiles = await keepNewFiles();
await cp(newFiles, join(folder, 'lib', relative(repository, newFiles)));
await markShipped(join(folder, 'lib/apps/web'));
await cp(join(import.meta.dirname, '../files'), folder, { recursive: true });
for (const guide of ['install.md', 'install.zh-CN.md']) {
  await cp(join(repository, 'docs', guide), join(folder, guide));
}
await writeFile(join(folder, 'LICENCES.txt'), await licenceTexts(packages));
await writeFile(join(folder, 'sbom.cdx.json'), billOfMaterials(version, packages));
const files = await writeSums(folder);
say(`Packing ${files} files…`);
const archive = join(out, `${name}.tar.gz`);
const sum = await packFolder(folder, archive);
await rm(folder, { recursive: true });
const megabytes = Math.round((await stat(archive)).size / 1_000_000);
process.stdout.write(`${archive}\n${megabytes} MB, SHA-256 ${sum}\n`);

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
