// Makes sure that there is a Spark on which claims are settled: Java, and PySpark in a virtual environment of its own.
//
// `npm run test:spark` runs this file before anything else; plain JavaScript with built-ins, for Node 20. What it
// installs is kept beside the packages of npm, and installed again when the version changes.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install-packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version, environment } = JSON.parse(
  readFileSync(new URL('spark-places.json', import.meta.url), 'utf8'),
);
const folder = join(root, environment);
/** Written last: what was broken off is not taken for a Spark. */
const mark = join(folder, 'installed.txt');

installSystem();
if (!existsSync(mark) || readFileSync(mark, 'utf8').trim() !== version) installSpark();

/** Java 17 or later runs Spark 4; Python carries it. */
function installSystem() {
  const missing = [
    ...(javaVersion() >= 17 ? [] : ['default-jre-headless']),
    ...(hasPython() ? [] : ['python3', 'python3-venv']),
    // Spark asks it which processes there are.
    ...(spawnSync('ps', ['--version']).error ? ['procps'] : []),
  ];
  if (missing.length === 0) return;
  installPackages(missing, {
    reason: 'The tests settle claims in a Spark of their own.',
    elsewhere: 'Elsewhere: Java 17 or later, and Python 3.10 or later with venv.',
  });
}

function javaVersion() {
  const { stderr = '' } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/u.exec(stderr ?? '')?.[1] ?? 0);
}

function hasPython() {
  return spawnSync('python3', ['-c', 'import venv, ensurepip']).status === 0;
}

function installSpark() {
  process.stdout.write(`Installing PySpark ${version} for the tests; this takes some minutes…\n`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const pip = join(folder, 'bin', 'pip');
  const quiet = ['--quiet', '--no-input', '--disable-pip-version-check'];
  const ok =
    run('python3', ['-m', 'venv', folder]) &&
    run(pip, ['install', ...quiet, `pyspark==${version}`]);
  if (!ok) {
    process.stderr.write(`PySpark ${version} could not be installed; see above.\n`);
    process.exit(1);
  }
  writeFileSync(mark, `${version}\n`);
}

function run(command, args) {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}
