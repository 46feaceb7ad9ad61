import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalText } from '@tiaoli/base';
import { dayNumber, printDate } from '@tiaoli/base';
import type { Manifest, Preset } from '@tiaoli/simulation';
import {
  GENERATOR_VERSION,
  generatePopulation,
  openPopulation,
  outcomeText,
  POPULATION_YEAR,
  presets,
  provinces,
  referenceRules,
} from '@tiaoli/simulation';
import type { BoundDocument } from '@tiaoli/workspace';
import { bindDocument, openPolicies, openPolicyFolder, resolveReference } from '@tiaoli/workspace';

/** A sample that is there, whole. */
export type GatePopulation =
  | { readonly kind: 'there'; readonly folder: string; readonly manifest: Manifest }
  | { readonly kind: 'none'; readonly reason: LocalText };

/** Beside the populations of the offices, hidden: nobody chooses them, and nobody takes them away by mistake. */
const keptSamples = '.gate';

/** All samples of one province and size are the same. */
const SEED = 1;

/** Files of the product by which samples are calibrated: what is published in a store changes none of them. */
const rulesFolders = /^policies\/(?:national|shandong)\/[^/]+\.tiaoli$/;

/**
 * The invented people of a province, made where they are not there yet, and kept under a name that says what they are made
 * of: the generator, the rules by which they are calibrated, province, size and seed.
 */
export async function gatePopulation(
  populations: string,
  { province, preset }: { readonly province: string; readonly preset: Preset },
  onProgress: (done: number, total: number) => void,
): Promise<GatePopulation> {
  if (!Object.hasOwn(provinces, province)) return { kind: 'none', reason: noSample(province) };
  const rules = await boundRules();
  const parts = [GENERATOR_VERSION, preset, province, SEED, rules.meaningHash, printDate(ruleDay)];
  const name = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  const folder = join(populations, keptSamples, name);
  const known = await openPopulation(folder);
  if (known.kind === 'opened') return { kind: 'there', folder, manifest: known.manifest };
  await mkdir(join(populations, keptSamples), { recursive: true, mode: 0o700 });
  const made = await generatePopulation({
    ...{ folder, preset, province, seed: SEED, persons: presets[preset], onProgress },
    ...{ program: rules.program, meaningHash: rules.meaningHash, on: printDate(ruleDay) },
  });
  switch (made.kind) {
    case 'made':
      return { kind: 'there', folder, manifest: made.manifest };
    case 'there-already':
      return opened(folder);
    case 'targets-missed':
      return { kind: 'none', reason: missed(made.missed.length) };
    case 'not-made':
      return { kind: 'none', reason: notMade(outcomeText(made.outcome)) };
    case 'not-written':
      return { kind: 'none', reason: notWritten(made.reason) };
  }
}

/** Another process made it meanwhile; or what is there is damaged. */
async function opened(folder: string): Promise<GatePopulation> {
  const found = await openPopulation(folder);
  if (found.kind === 'opened') return { kind: 'there', folder, manifest: found.manifest };
  const what = found.diagnostics[0]?.message ?? { zh: folder, en: folder };
  return {
    kind: 'none',
    reason: {
      zh: `没有测算：示例人群不能用：${what.zh}请管理员删除文件夹「${folder}」，再检查一次。`,
      en: `Not measured: the sample cannot be used: ${what.en} An administrator removes the folder "${folder}"; then check again.`,
    },
  };
}

const ruleDay = dayNumber({ year: POPULATION_YEAR, month: 1, day: 1 });

/** The rules that come with the product. Throws where they are not there whole: then the product is not. */
async function boundRules(): Promise<BoundDocument> {
  const folder = openPolicyFolder(join(import.meta.dirname, '../../../..'), 'policies');
  const list = async () => (await folder.list()).filter((path) => rulesFolders.test(path));
  const policies = await openPolicies({ ...folder, list });
  const { document, jurisdiction } = referenceRules;
  const { reference } = resolveReference(policies, document);
  const { bound } = reference
    ? bindDocument(policies, reference, { on: ruleDay, jurisdiction })
    : { bound: undefined };
  if (!bound) throw new Error(`no reference rules: ${document}`);
  return bound;
}

function noSample(province: string): LocalText {
  const known = Object.keys(provinces);
  return {
    zh: `没有测算：没有${province}的示例人群（现有${known.join('、')}）。需要时请在测算页用本地数据测算。`,
    en: `Not measured: there is no sample of ${province} (there are ${known.join(', ')}). Simulate on data of your own where it is needed.`,
  };
}

function missed(count: number): LocalText {
  return {
    zh: `没有测算：生成示例人群时有 ${count} 项校准目标没有达到。请把这件事告诉维护的人。`,
    en: `Not measured: ${count} targets of the calibration were missed when the sample was made. Please tell whoever maintains the program.`,
  };
}

function notMade({ zh, en }: LocalText): LocalText {
  return {
    zh: `没有测算：示例人群没有生成：${zh}。请再检查一次。`,
    en: `Not measured: the sample was not made: ${en}. Check again.`,
  };
}

function notWritten(reason: string): LocalText {
  return {
    zh: `没有测算：示例人群写不进文件夹：${reason}。请管理员检查磁盘空间和权限，再检查一次。`,
    en: `Not measured: the sample cannot be written: ${reason}. An administrator looks at the space and the rights on the disk; then check again.`,
  };
}
