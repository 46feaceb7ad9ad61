import type { RegionCode } from '../messages.ts';
import { finding, regionMessages } from '../messages.ts';
import type { Findings, Inquiry } from './inquiry.ts';

/** 豁免 of what the analyses find that excuses nobody. */
export function* needlessExemptions({ module, file, used }: Inquiry): Findings {
  for (const { span, exemptions = [] } of module.declarations) {
    if (span.file !== file) continue;
    for (const exemption of exemptions) {
      if (!isOurs(exemption.code) || used.has(exemption)) continue;
      yield finding('needless-exemption', { code: exemption.code }, exemption.span);
    }
  }
}

function isOurs(code: string): code is RegionCode {
  return code in regionMessages;
}
