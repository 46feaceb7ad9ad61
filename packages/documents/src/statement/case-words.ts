import type { LocalText } from '@tiaoli/base';
import type { CaseResult } from '@tiaoli/workspace';

/** The document, the place, and every version that a claim was settled under, in the order of the claims. */
export function caseHeading({ document, jurisdiction, claims }: CaseResult): LocalText {
  const used = claims.flatMap(({ version }) => version ?? []);
  const versions = [...new Set(used)].map((version) => version.slice(document.length));
  const [zh, en] =
    versions.length === 0
      ? ['', '']
      : [`  版本 ${versions.join('、')}`, `  versions ${versions.join(', ')}`];
  return { zh: `${document}（${jurisdiction}）${zh}`, en: `${document} (${jurisdiction})${en}` };
}

/** What is nobody's policy is said with every result. */
export function illustrativeText(names: readonly string[]): LocalText {
  return {
    zh: `示例：用到自拟的 ${names.join('、')}，依赖它们的结果不是政策。`,
    en: `Illustrative: ${names.join(', ')} are invented; what rests on them is no policy.`,
  };
}

/** A claim that lacks the day by which its version is chosen. */
export function waitingText(id: string): LocalText {
  return {
    zh: `结算 ${id}：还不能计算，见下面的待补充。`,
    en: `Claim ${id}: cannot be settled yet, see what is missing below.`,
  };
}
