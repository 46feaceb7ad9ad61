import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfflineReport } from './offline/journey.ts';

// The archive that `npm run bundle` makes, in an empty folder, where there is no network.

const repository = join(import.meta.dirname, '../..');
let folder: string;
let unpacked: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiaoli-bundle-'));
  run(process.execPath, [join(repository, 'apps/bundle/src/main.ts'), folder], repository);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tar.gz')) ?? '';
  run('sha256sum', ['--check', `${archive}.sha256`]);
  mkdirSync(join(folder, 'empty'));
  run('tar', ['-xzf', archive, '-C', 'empty']);
  unpacked = join(folder, 'empty', archive.replace('.tar.gz', ''));
}, 1_200_000);
afterAll(() => rm(folder, { recursive: true, force: true }), 120_000);

function run(program: string, args: readonly string[], cwd = folder): string {
  const { status, stdout, stderr, error } = spawnSync(program, [...args], {
    ...{ cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  });
  if (status === 0) return stdout;
  throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? status}\n${stdout}${stderr}`);
}

test('with the network off it installs, serves, settles, simulates and is backed up; its own files are not written', () => {
  const journey = join(import.meta.dirname, 'offline/journey.ts');
  const inside = ['--map-root-user', '--net', '--mount', process.execPath, journey, unpacked];
  const report = JSON.parse(run('unshare', inside)) as OfflineReport;
  process.stderr.write(`offline: first page after ${report.firstPageMillis} ms\n`);
  expect(report.complaints).toEqual([]);
  expect(report).toMatchObject({
    ...{ reachedOutside: false, couldWriteProgram: false, checked: 0, simulated: 0 },
    ...{ firstPage: '/sign-in', documents: true, findings: 'ready', served: 0, backups: 2 },
  });
  expect(report.charts).toBeGreaterThan(3);
  expect(report.metrics).toMatch(
    /tiaoli_http_answer_seconds_count\{[^}]*kind="\/api\/v1\/session"/,
  );
  expect(report.metrics).toMatch(/process_resident_memory_bytes \d/);
}, 900_000);

test('the log has a line for each request and nothing that is secret', () => {
  const text = readFileSync(join(folder, 'empty/log.jsonl'), 'utf8');
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const answered = lines.filter(({ event }) => event === 'answered');
  expect(answered.length).toBeGreaterThan(20);
  expect(lines.every(({ time, level }) => !Number.isNaN(Date.parse(time)) && level)).toBe(true);
  expect(answered).toContainEqual(
    expect.objectContaining({ method: 'POST', path: '/api/v1/session/set-up', status: 201 }),
  );
  const secrets = readFileSync(join(folder, 'empty/secrets.txt'), 'utf8').trim().split('\n');
  expect(secrets.length).toBeGreaterThanOrEqual(4);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  expect(text).not.toContain('?');
});

test('what is in it is listed with its licences, and tests and tools are not in it', () => {
  const bom = JSON.parse(readFileSync(join(unpacked, 'sbom.cdx.json'), 'utf8'));
  const known = bom.components.map(({ group, name }: { group?: string; name: string }) =>
    group ? `${group}/${name}` : name,
  );
  expect(bom.specVersion).toBe('1.6');
  for (const name of ['next', 'langium', '@electric-sql/pglite', '@duckdb/node-api', 'docx']) {
    expect(known).toContain(name);
    expect(existsSync(join(unpacked, 'lib/node_modules', name))).toBe(true);
  }
  const left = ['vitest', 'typescript', 'playwright-core', 'monaco-editor', '@prisma/engines'];
  for (const name of left) {
    expect(known).not.toContain(name);
    expect(existsSync(join(unpacked, 'lib/node_modules', name)), name).toBe(false);
  }
  expect(readFileSync(join(unpacked, 'LICENCES.txt'), 'utf8')).toMatch(/^langium [\d.]+: MIT$/m);
  const own = readdirSync(join(unpacked, 'lib'), { recursive: true, encoding: 'utf8' });
  const ours = own.filter((name) => !name.includes('node_modules'));
  expect(ours.filter((name) => /\.test\.tsx?$/.test(name))).toEqual([]);
});

test('a file that was changed on the way is noticed before anything is installed', () => {
  appendFileSync(join(unpacked, 'lib/policies/national/common.tiaoli'), ' ');
  const root = join(folder, 'refused');
  const { status, stderr } = spawnSync(join(unpacked, 'install.sh'), ['--root', root], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('lib/policies/national/common.tiaoli');
  expect(existsSync(join(root, 'opt'))).toBe(false);
});
