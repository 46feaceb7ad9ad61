import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { topFolders } from './layers.ts';
import { filesUnder, root } from './source-tree.ts';

/** Folders of the machine where somebody works: nothing in the repository may depend on them. */
const machinePath = /(?<![\w.:/-])\/(?:home|root|tmp|work|Users|mnt)\/[\w.-]/;

/** A place to install from belongs to the machine's own configuration. */
const registryHost = /https?:\/\/[^\s/"'`]*(?:registry|artifactory|nexus|verdaccio|mirror)/i;

const text = /\.(ts|mjs|js|json|md|tiaoli|langium|yml|yaml|sh|csv|txt)$/;
const files = [
  ...filesUnder(...topFolders, '.ci'),
  ...readdirSync(root, { withFileTypes: true })
    // A second tree of work has a file `.git` that says where the first one is.
    .filter((entry) => entry.isFile() && entry.name !== '.git')
    .map(({ name }) => ({ path: name, text: readFileSync(join(root, name), 'utf8') })),
].filter(({ path }) => text.test(path) || path.startsWith('.'));

test('the folders at the top are the fixed ones', () => {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => name !== 'node_modules');
  expect(folders.toSorted()).toEqual(topFolders);
});

test('no file names a path of somebody’s machine', () => {
  expect(files.filter((file) => machinePath.test(file.text)).map(({ path }) => path)).toEqual([]);
});

test('no file names a host to install from', () => {
  expect(files.filter((file) => registryHost.test(file.text)).map(({ path }) => path)).toEqual([]);
});

test('the lock file says what to install, not from where', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const entries = Object.entries<{ resolved?: string; link?: boolean }>(packages);
  const pinned = entries.filter(([, { resolved, link }]) => resolved !== undefined && !link);
  expect(entries.length).toBeGreaterThan(50);
  expect(pinned).toEqual([]);
});

test.each([
  [machinePath, ['see', ['', 'home', 'someone', 'notes'].join('/')].join(' ')],
  [registryHost, ['https:', '', 'registry.example.org', 'x.tgz'].join('/')],
])('%s finds what it is for', (pattern, sample) => {
  expect(sample).toMatch(pattern);
});
