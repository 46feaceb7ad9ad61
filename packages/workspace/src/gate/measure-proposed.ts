import type { Diagnostic, LocalText } from '@tiaoli/base';
import { programHash } from '@tiaoli/certificate';
import { headersOf } from '@tiaoli/language';
import { bindScenario } from '../bind-scenario.ts';
import { placesOfDocuments } from '../places-of-documents.ts';
import { hashOfBytes } from '../versions/version-hash.ts';
import { canonicalJson } from './canonical-json.ts';
import type { GateSide } from './compare-with-base.ts';
import type { GateImpact, ImpactQuestion, MeasureImpact } from './gate-impact.ts';

export interface MeasuredProposal {
  readonly impact: GateImpact;
  /** Of both programs, the people and the figures: what an approval is bound to. Absent where nothing was measured. */
  readonly fingerprint?: string;
}

/** What a text does to funds and people on its first day, beside what is in force until then. Never refuses: it says why. */
export async function measureProposed(
  measure: MeasureImpact,
  sides: { readonly before?: GateSide; readonly after: GateSide; readonly on: string },
  onProgress: (done: number, total: number) => void,
): Promise<MeasuredProposal> {
  const { before, after, on } = sides;
  if (!before) return { impact: notMeasured(firstVersion) };
  const [baseline, reform] = [before, after].map((side) => scenarioOn(side, on));
  if (!baseline?.scenario || !reform?.scenario) {
    const problems = [...(baseline?.diagnostics ?? []), ...(reform?.diagnostics ?? [])];
    return { impact: notMeasured(refusedText(problems)) };
  }
  const question: ImpactQuestion = {
    chain: placesOfDocuments(after.policies.language).get(after.path) ?? [],
    ...{ baseline: baseline.scenario, reform: reform.scenario },
    beside: (document) =>
      bindScenario({ policies: after.policies, reference: `${document}@${on}` }).scenario,
  };
  const impact = await measure(question, onProgress);
  if (impact.kind === 'not-measured') return { impact };
  const programs = [question.baseline, question.reform].map(({ program }) => programHash(program));
  return { impact, fingerprint: hashOfBytes(canonicalJson(['impact', programs, impact])) };
}

function scenarioOn(side: GateSide, on: string) {
  const { path, policies } = side;
  const id = headersOf(policies.language).find((each) => each.path === path)?.id ?? path;
  return bindScenario({ policies, reference: `${id}@${on}` });
}

export function notMeasured(reason: LocalText): Extract<GateImpact, { kind: 'not-measured' }> {
  return { kind: 'not-measured', reason };
}

/** What was refused, in its own words. */
export function refusedText(diagnostics: readonly Diagnostic[]): LocalText {
  const [first] = diagnostics;
  return first?.message ?? { zh: '文本不能测算。', en: 'The text cannot be run.' };
}

const firstVersion: LocalText = {
  zh: '这是该文件的第一个版本，没有可以对照的现行规定，所以没有测算。',
  en: 'This is the first version of the document: nothing is in force to run beside it.',
};
