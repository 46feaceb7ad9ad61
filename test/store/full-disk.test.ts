import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { FullDiskReport } from './fault-runs/full-disk-program.ts';

/** A disk of its own in memory, seen by one program and gone with it; it takes no privileges where users may have namespaces. */
const mounted = 'mount -t tmpfs -o size=220m tmpfs "$0" && exec "$1" "$2" "$0"';

test('embedded: a disk that becomes full is told in one sentence, nothing is lost, and saving goes on when there is space', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-full-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const program = join(import.meta.dirname, 'fault-runs/full-disk-program.ts');
  const words = ['-rm', 'sh', '-c', mounted, folder, process.execPath, program];
  const { stdout, stderr } = spawnSync('unshare', words, { encoding: 'utf8', timeout: 500_000 });
  expect(stdout, stderr).toContain('saved');
  const report: FullDiskReport = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  process.stdout.write(`full disk: ${report.saved} saves, then ${report.refused.join()}\n`);
  expect(report.refused).toEqual(['store-full: 磁盘快满了，这一次没有保存。']);
  expect(report.saved).toBeGreaterThan(3);
  expect([report.broken, report.savedAfterwards]).toEqual([[], 3]);
}, 600_000);
