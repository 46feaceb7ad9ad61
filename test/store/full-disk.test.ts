import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { FullDisk, FullDiskReport } from './fault-runs/full-disk-program.ts';

/** Two disks of their own in memory, seen by one program and gone with it. */
const mounted = `mkdir "$0/tables" "$0/log" && mount -t tmpfs -o size=220m,mode=1777 tmpfs "$0/tables" &&
  mount -t tmpfs -o size=220m,mode=1777 tmpfs "$0/log" && exec "$1" "$2" "$0" "$3"`;

/** No privileges are taken where users may have namespaces; PostgreSQL refuses whoever is called root. */
const apart = process.getuid?.() === 0 ? ['-m'] : ['-m', '--map-current-user', '--keep-caps'];

test('embedded: a disk that becomes full is told in one sentence, nothing is lost, and saving goes on when there is space', () => {
  const report = fillDisk('embedded');
  expect(report.refused).toEqual(['store-full: 磁盘快满了，这一次没有保存。']);
  expectWhole(report);
}, 600_000);

test('server: the disk of its tables becomes full', () => {
  const report = fillDisk('tables');
  expect(report.refused).toEqual(['store-full: 磁盘快满了，这一次没有保存。']);
  expectWhole(report);
}, 600_000);

test('server: the disk of its log becomes full, at which it ends', () => {
  const report = fillDisk('log');
  expect(report.refused).toHaveLength(1);
  expect(report.refused[0]).toMatch(/^store-(full|unavailable): /);
  expectWhole(report);
}, 600_000);

function expectWhole({ saved, broken, savedAfterwards }: FullDiskReport): void {
  expect(saved).toBeGreaterThan(3);
  expect([broken, savedAfterwards]).toEqual([[], 3]);
}

function fillDisk(which: FullDisk): FullDiskReport {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-full-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // PostgreSQL goes through it as a user of its own.
  chmodSync(folder, 0o755);
  const program = join(import.meta.dirname, 'fault-runs/full-disk-program.ts');
  const words = [...apart, 'sh', '-c', mounted, folder, process.execPath, program, which];
  const { stdout, stderr } = spawnSync('unshare', words, { encoding: 'utf8', timeout: 500_000 });
  expect(stdout, stderr).toContain('saved');
  const report: FullDiskReport = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  process.stdout.write(`full disk, ${which}: ${report.saved} saves, ${report.refused.join()}\n`);
  process.stdout.write(`  backup: ${report.backup.join() || 'written'}\n`);
  return report;
}
