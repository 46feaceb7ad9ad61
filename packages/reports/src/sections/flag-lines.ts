import type { LocalText } from '@tiaoli/base';
import { assertNever } from '@tiaoli/base';
import type { Flag } from '@tiaoli/simulation';
import { moneyText, yuanText } from '../text/amounts.ts';
import { memberText } from '../text/words.ts';
import type { SectionContext } from './context.ts';

/** What a reader must not overlook, a sentence each; nothing of single real people. */
export function flagLines({ reform, result, language, say }: SectionContext): readonly string[] {
  const { isSynthetic } = result.population;
  const told = reform.verdict.flags.filter(
    ({ kind }) => isSynthetic || kind !== 'person-loses-most',
  );
  return told.map((flag) => {
    const print = flag.kind === 'person-loses-most' ? yuanText : moneyText;
    const size = print(flag.amount.replace('-', ''), language);
    return say(flagText(flag, memberText(flag.name, language), size));
  });
}

function flagText({ kind }: Flag, name: string, size: string): LocalText {
  switch (kind) {
    case 'group-loses':
      return {
        zh: `请注意：${name} 合计多负担 ${size}。`,
        en: `Mind: ${name} together bear ${size} more.`,
      };
    case 'city-deficit':
      return {
        zh: `请注意：${name} 当年收不抵支 ${size}。`,
        en: `Mind: ${name} spends ${size} more than it receives.`,
      };
    case 'person-loses-most':
      return {
        zh: `请注意：负担增加最多的一人（${name}）一年多负担 ${size}。`,
        en: `Mind: the person who loses most (${name}) bears ${size} more in the year.`,
      };
    default:
      return assertNever(kind);
  }
}
