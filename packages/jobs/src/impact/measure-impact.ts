import type { LocalText } from '@tiaoli/base';
import type { Preset } from '@tiaoli/simulation';
import { rulesBefore, simulate } from '@tiaoli/simulation';
import type { ImpactQuestion, MeasureImpact } from '@tiaoli/workspace';
import { notMeasured, refusedText } from '@tiaoli/workspace';
import { runsFolder } from '../datasets/dataset-folders.ts';
import { gatePopulation } from './gate-population.ts';
import { toldImpact } from './told-impact.ts';

/** Measures impacts on samples that are kept in a folder of populations. */
export function impactMeasurer(populations: string): MeasureImpact {
  return async (question, onProgress) => {
    const province = provinceOf(question);
    if (province === undefined) return notMeasured(noProvince);
    const preset = presetOf(question);
    // One part for the sample, one for the run: how many each has is known only when it is begun.
    const half = (at: number) => (done: number, total: number) =>
      onProgress(at * total + done, 2 * total);
    const found = await gatePopulation(populations, { province, preset }, half(0));
    if (found.kind === 'none') return notMeasured(cannot(found.reason));
    const { baseline, reform } = question;
    const simulated = await simulate(
      {
        population: found.folder,
        baseline,
        reforms: [reform],
        before: rulesBefore(question.beside),
      },
      { cacheFolder: runsFolder(populations), onProgress: half(1) },
    );
    switch (simulated.kind) {
      case 'done':
        return toldImpact(simulated.result, found.manifest);
      case 'refused':
        return notMeasured(cannot(refusedText(simulated.diagnostics)));
      case 'cancelled':
        throw new Error('nobody cancels a run of the gate but by ending its process');
    }
  };
}

/** In the chain of a place its province stands first; a national document has none. */
function provinceOf({ chain }: ImpactQuestion): string | undefined {
  const [first] = chain;
  return first?.level === 'province' ? first.place : undefined;
}

/** Of a small sample a city has some hundred people: too few to say anything. */
function presetOf({ chain }: ImpactQuestion): Preset {
  return chain.length > 1 ? 'M' : 'S';
}

const noProvince: LocalText = {
  zh: '没有测算：示例人群按省生成，这份文件不属于哪一个省。需要时请在测算页选人群测算。',
  en: 'Not measured: samples are made of provinces, and this document is of none. Choose a population on the page of simulations where it is needed.',
};

function cannot({ zh, en }: LocalText): LocalText {
  return { zh: `没有测算：${zh}`, en: `Not measured: ${en}` };
}
