import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Diagnostic, LocalText } from '@tiaoli/base';
import type { Manifest } from '@tiaoli/simulation';
import { presets, verifyPopulation } from '@tiaoli/simulation';
import type { DatasetTask, TaskEnd } from '../child-messages.ts';
import type { OnProgress } from '../do-task.ts';
import { makeSample, sampleRules } from './make-sample.ts';

/** Longer than any population takes to be read; the job has a limit of its own. */
const SECONDS = 24 * 3600;

/** Makes the people of a dataset, or looks through those that were put there. */
export async function findPeople(
  { folder, source }: DatasetTask,
  onProgress: OnProgress,
): Promise<TaskEnd> {
  if (source.kind === 'folder') {
    onProgress({ step: 'verify', done: 0, total: 1 });
    const { manifest, diagnostics } = await verifyPopulation(folder, { seconds: SECONDS });
    if (!manifest || diagnostics.length > 0) {
      return { kind: 'refused', problem: faultText(source.name, diagnostics) };
    }
    return { kind: 'people', found: foundIn(manifest) };
  }
  onProgress({ step: 'make', done: 0, total: 1 });
  const { province, seed } = source;
  const preset = source.preset as keyof typeof presets;
  if (!Object.hasOwn(presets, preset)) return { kind: 'refused', problem: noPreset };
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  const sample = { province, preset, seed };
  const made = await makeSample(folder, sample, await sampleRules(), (done, total) =>
    onProgress({ step: 'make', done, total }),
  );
  if (made.kind === 'none') return { kind: 'refused', problem: made.reason };
  return { kind: 'people', found: foundIn(made.manifest) };
}

function foundIn({ root, persons, claims, origin }: Manifest) {
  return { rootHash: root, persons, claims, isSynthetic: origin.kind === 'synthetic' };
}

/** The first faults, in their own words. */
const MOST_FAULTS = 5;

function faultText(name: string, diagnostics: readonly Diagnostic[]): LocalText {
  const first = diagnostics.slice(0, MOST_FAULTS).map(({ message }) => message);
  return {
    zh: `文件夹「${name}」里的人群不能登记：${first.map(({ zh }) => zh).join('')}请改正后再登记。`,
    en: `The population in the folder "${name}" cannot be registered: ${first.map(({ en }) => en).join(' ')} Mend it and register it again.`,
  };
}

const noPreset: LocalText = {
  zh: '没有这样的规模。请在列出的规模里选。',
  en: 'There is no such size. Choose among those listed.',
};
