// Makes a fresh clone ready: runs `npm install` when what is installed is not what the lock file says.
//
// `npm start`, `npm test`, `npm run check` and `npm run bench` run this file first, before anything is
// there. So it is plain JavaScript with nothing but built-ins, and runs on Node 20; the Node 24 that
// everything else needs is one of the packages it installs.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const reason = reasonToInstall();
if (reason) {
  process.stdout.write(`Installing (${reason}); this takes a minute…\n`);
  install();
}

/** Why an installation is needed, or undefined when everything is there. */
function reasonToInstall() {
  const wanted = readJson('package-lock.json')?.packages;
  const installed = readJson('node_modules/.package-lock.json')?.packages;
  if (!wanted) return 'there is no lock file';
  if (!installed) return 'nothing is installed yet';
  return reasonInManifests(wanted) ?? reasonInPackages(wanted, installed);
}

/** A manifest that asks for something that the lock file does not know. */
function reasonInManifests(wanted) {
  for (const folder of ['', ...workspaces()]) {
    const manifest = readJson(join(folder, 'package.json'));
    const locked = wanted[folder];
    const same = ['dependencies', 'devDependencies'].every(
      (field) => asText(manifest?.[field]) === asText(locked?.[field]),
    );
    if (!same) return `${folder || 'the root'} has new dependencies`;
  }
  return undefined;
}

/** A package that is missing or has another version; optional ones belong to other platforms. */
function reasonInPackages(wanted, installed) {
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.startsWith('node_modules/') || entry.optional) continue;
    if (installed[path]?.version !== entry.version) return `${path} is not up to date`;
  }
  return undefined;
}

function install() {
  // Not `npm ci`: the lock file names packages of other platforms that some mirrors do not carry.
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(
    npm,
    ['install', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  if (status === 0) return;
  process.stderr.write(`npm install failed${error ? `: ${error.message}` : ''}.\n`);
  process.exit(1);
}

function workspaces() {
  return ['packages', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && readJson(join(folder, entry.name, 'package.json')))
      .map((entry) => `${folder}/${entry.name}`),
  );
}

/** The file's content, or undefined when there is no such file. */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch {
    return undefined;
  }
}

function asText(dependencies = {}) {
  return JSON.stringify(Object.entries(dependencies).sort());
}
