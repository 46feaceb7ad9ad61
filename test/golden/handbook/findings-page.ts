import { importMessages } from '@tiaoli/import';
import { populationMessages } from '@tiaoli/simulation';
import { storeMessages } from '@tiaoli/store';
import { explainCode, findingCodes } from '@tiaoli/workspace';
import type { HandbookLanguage } from './read-handbook.ts';

/** The catalogues that `tiaoli explain` knows beside those of `workspace`. */
const more = { ...importMessages, ...populationMessages, ...storeMessages };

/** Every code that `tiaoli explain` lists. */
export const codes: readonly string[] = findingCodes(more);

const words = {
  zh: {
    title: '每一个问题代码',
    intro:
      '检查、保存、提交、发布、导入、测算时说出的每个问题都有代码。在左边的搜索里输入代码或其中的词。命令 `tiaoli explain 代码` 说的也是这些。本页由程序的消息目录生成。',
    severity: { error: '错误', warning: '警告', info: '提示' },
    severities:
      '“错误”不改不能计算或不能提交；“警告”可能是错的，请核对；“提示”供参考。知道原因、不打算改的，可以在语句后面写 `豁免 代码 "理由"`。',
    example: '例如：',
  },
  en: {
    title: 'Every finding',
    intro:
      'Whatever a check, a save, a proposal, a publication, an import or a simulation has to say has a code. Type a code, or a word of it, into the search on the left. The command `tiaoli explain CODE` says the same. This page is made from the catalogues of messages of the program.',
    severity: { error: 'Error', warning: 'Warning', info: 'Note' },
    severities:
      'With an *error* nothing is calculated or proposed until it is mended; a *warning* may be a mistake: look at it; a *note* is for your information. Where you know the reason and mean to leave it, write `allow CODE "reason"` behind the statement.',
    example: 'For example:',
  },
} as const;

/** The page of all findings, as Markdown. */
export function findingsPage(language: HandbookLanguage): string {
  const { title, intro, severities } = words[language];
  const head = `# ${title}\n\n${intro}\n\n${severities}\n`;
  return [head, ...codes.map((code) => entry(code, language))].join('\n');
}

function entry(code: string, language: HandbookLanguage): string {
  const explained = explainCode(code, more);
  if (explained.kind === 'unknown') throw new Error(`${code} is listed and not explained`);
  const { severity, explanation, example } = explained.explanation;
  const said = words[language];
  const text = `## ${code}\n\n**${said.severity[severity]}** ${inProse(explanation[language])}\n`;
  if (example === undefined) return text;
  return `${text}\n${said.example}\n\n\`\`\`source\n${example.trimEnd()}\n\`\`\`\n`;
}

/** Marks of Markdown that the sentence means as they are. */
function inProse(text: string): string {
  return text.replaceAll(/[<*_\\]/g, (mark) => `\\${mark}`);
}
