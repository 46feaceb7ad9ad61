import { finding, isQuestionCode } from '../messages.ts';
import type { Findings, Inquiry } from './inquiry.ts';

/** 豁免 of what the analyses find that excuses nobody. */
export function* needlessExemptions({ module, file, used }: Inquiry): Findings {
  for (const { span, exemptions = [] } of module.declarations) {
    if (span.file !== file) continue;
    for (const exemption of exemptions) {
      if (!isQuestionCode(exemption.code) || used.has(exemption)) continue;
      yield finding('needless-exemption', { code: exemption.code }, exemption.span);
    }
  }
}
