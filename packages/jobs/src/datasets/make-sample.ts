import { join } from 'node:path';
import type { LocalText } from '@tiaoli/base';
import { dayNumber, printDate } from '@tiaoli/base';
import type { Manifest, Preset } from '@tiaoli/simulation';
import {
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

/** Invented people of a province. */
export interface Sample {
  readonly province: string;
  readonly preset: Preset;
  readonly seed: number;
}

/** People that are there, whole; or why they are not, and what to do. */
export type MadeSample =
  | { readonly kind: 'there'; readonly manifest: Manifest }
  | { readonly kind: 'none'; readonly reason: LocalText };

/** Files of the product by which samples are calibrated: what is published in a store changes none of them. */
const rulesFolders = /^policies\/(?:national|shandong)\/[^/]+\.tiaoli$/;

const ruleDay = dayNumber({ year: POPULATION_YEAR, month: 1, day: 1 });

/** The rules by which samples are calibrated, as they come with the product, and their day. */
export interface SampleRules extends BoundDocument {
  readonly on: string;
}

/** Throws where they are not there whole: then the product is not. */
export async function sampleRules(): Promise<SampleRules> {
  const folder = openPolicyFolder(join(import.meta.dirname, '../../../..'), 'policies');
  const list = async () => (await folder.list()).filter((path) => rulesFolders.test(path));
  const policies = await openPolicies({ ...folder, list });
  const { document, jurisdiction } = referenceRules;
  const { reference } = resolveReference(policies, document);
  const { bound } = reference
    ? bindDocument(policies, reference, { on: ruleDay, jurisdiction })
    : { bound: undefined };
  if (!bound) throw new Error(`no reference rules: ${document}`);
  return { ...bound, on: printDate(ruleDay) };
}

/** Makes people in a folder, or finds those that are there already; half of it is never there. */
export async function makeSample(
  folder: string,
  { province, preset, seed }: Sample,
  { program, meaningHash, on }: SampleRules,
  onProgress: (done: number, total: number) => void,
): Promise<MadeSample> {
  if (!Object.hasOwn(provinces, province)) return { kind: 'none', reason: noSample(province) };
  const made = await generatePopulation({
    ...{ folder, preset, province, seed, persons: presets[preset], onProgress },
    ...{ program, meaningHash, on },
  });
  switch (made.kind) {
    case 'made':
      return { kind: 'there', manifest: made.manifest };
    case 'there-already':
      return openedSample(folder);
    case 'targets-missed':
      return { kind: 'none', reason: missed(made.missed.length) };
    case 'not-made':
      return { kind: 'none', reason: notMade(outcomeText(made.outcome)) };
    case 'not-written':
      return { kind: 'none', reason: notWritten(made.reason) };
  }
}

/** What another process made; or what is there and damaged. */
async function openedSample(folder: string): Promise<MadeSample> {
  const found = await openPopulation(folder);
  if (found.kind === 'opened') return { kind: 'there', manifest: found.manifest };
  const what = found.diagnostics[0]?.message ?? { zh: folder, en: folder };
  return {
    kind: 'none',
    reason: {
      zh: `示例人群不能用：${what.zh}请管理员删除文件夹「${folder}」，再试一次。`,
      en: `The sample cannot be used: ${what.en} An administrator removes the folder "${folder}"; then try again.`,
    },
  };
}

function noSample(province: string): LocalText {
  const known = Object.keys(provinces);
  return {
    zh: `没有${province}的示例人群（现有${known.join('、')}）。需要时请用本地数据测算。`,
    en: `There is no sample of ${province} (there are ${known.join(', ')}). Simulate on data of your own where it is needed.`,
  };
}

function missed(count: number): LocalText {
  return {
    zh: `生成示例人群时有 ${count} 项校准目标没有达到。请换一个规模或种子。`,
    en: `${count} targets of the calibration were missed when the sample was made. Choose another size or seed.`,
  };
}

function notMade({ zh, en }: LocalText): LocalText {
  return {
    zh: `示例人群没有生成：${zh}。请再试一次。`,
    en: `The sample was not made: ${en}. Try again.`,
  };
}

function notWritten(reason: string): LocalText {
  return {
    zh: `示例人群写不进文件夹：${reason}。请管理员检查磁盘空间和权限，再试一次。`,
    en: `The sample cannot be written: ${reason}. An administrator looks at the space and the rights on the disk; then try again.`,
  };
}
