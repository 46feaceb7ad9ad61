import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A copy of the sources, in which a fault can be planted without anybody noticing. */
export interface CopiedSources {
  readonly root: string;
  remove(): void;
}

/**
 * Copies the packages and the conformance suite into a temporary folder; installed packages are linked, so that the
 * copy finds itself under `@tiaoli/` and everything else where it was.
 */
export function copySources(): CopiedSources {
  const copy = mkdtempSync(join(tmpdir(), 'tiaoli-faults-'));
  for (const folder of ['packages', 'test/conformance', 'test/sql', 'test/faults']) {
    cpSync(join(root, folder), join(copy, folder), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
  }
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  linkModules(copy);
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}

function linkModules(copy: string): void {
  const installed = join(root, 'node_modules');
  const own = join(copy, 'node_modules/@tiaoli');
  mkdirSync(own, { recursive: true });
  for (const name of readdirSync(installed)) {
    if (name === '@tiaoli' || name.startsWith('.')) continue;
    symlinkSync(join(installed, name), join(copy, 'node_modules', name));
  }
  for (const name of readdirSync(join(copy, 'packages'), { withFileTypes: true })) {
    if (name.isDirectory()) symlinkSync(join(copy, 'packages', name.name), join(own, name.name));
  }
}
