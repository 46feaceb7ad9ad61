import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import { report } from '../messages.ts';
import type { Manifest } from './manifest.ts';
import { MANIFEST_NAME, readManifest, rootOf, SCHEMA_VERSION } from './manifest.ts';

export type OpenedPopulation =
  | { readonly kind: 'opened'; readonly manifest: Manifest }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** The manifest of a population, where it is one that this version reads and nobody changed. */
export async function openPopulation(folder: string): Promise<OpenedPopulation> {
  const path = join(folder, MANIFEST_NAME);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    return refused(folder, {
      zh: `没有 ${MANIFEST_NAME}`,
      en: `no ${MANIFEST_NAME}`,
    });
  }
  const manifest = readManifest(text);
  if (!manifest) {
    return refused(folder, {
      zh: `${MANIFEST_NAME} 不是人群的清单`,
      en: `${MANIFEST_NAME} is no manifest of a population`,
    });
  }
  if (manifest.schemaVersion !== SCHEMA_VERSION) {
    return refused(folder, {
      zh: `清单的版本是 ${manifest.schemaVersion}，这里读 ${SCHEMA_VERSION}`,
      en: `the manifest has version ${manifest.schemaVersion}, this program reads ${SCHEMA_VERSION}`,
    });
  }
  const { root, ...open } = manifest;
  if (rootOf(open) !== root) {
    const changed = report('population-manifest-changed', {}, fileSpan(path));
    return { kind: 'refused', diagnostics: [changed] };
  }
  return { kind: 'opened', manifest };
}

function refused(folder: string, reason: { readonly zh: string; readonly en: string }) {
  const diagnostics = [report('no-population', { reason }, fileSpan(folder))];
  return { kind: 'refused', diagnostics } as const;
}
