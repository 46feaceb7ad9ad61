import type { LocalText, Severity } from '@tiaoli/base';
import { importMessages } from '@tiaoli/import';
import { populationMessages } from '@tiaoli/simulation';
import type { MoreMessages } from '@tiaoli/workspace';
import { explainCode, findingCodes } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand } from '../command-setup.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';

const severities: Readonly<Record<Severity, LocalText>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

export function explainCommand(setup: CommandSetup): Command {
  const text = {
    zh: '说明一个问题代码是什么意思、怎样改正；不写代码则列出全部',
    en: 'say what a code means and how to mend it; without a code list them all',
  };
  return newCommand(setup, 'explain', text, 'tiaoli explain wrong-value')
    .argument('[CODE]', setup.terminal.language === 'zh' ? '问题代码' : 'code of a finding')
    .action(
      setup.run(async (code: string | undefined) => {
        // Of the packages that `workspace` does not know; databases are large, and loaded where they are needed.
        const { storeMessages } = await import('@tiaoli/store');
        const more = { ...importMessages, ...populationMessages, ...storeMessages };
        setup.terminal.print(code === undefined ? listCodes(more) : explain(setup, code, more));
        return exitCodes.success;
      }),
    );
}

function listCodes(more: MoreMessages): string {
  return findingCodes(more)
    .map((code) => `${code}\n`)
    .join('');
}

function explain({ terminal }: CommandSetup, code: string, more: MoreMessages): string {
  const explained = explainCode(code, more);
  if (explained.kind === 'unknown') {
    const { near } = explained;
    throw new UsageError({
      zh: `没有代码「${code}」。${near ? `是不是 ${near}？` : '用 tiaoli explain 列出全部代码。'}`,
      en: `There is no code "${code}". ${near ? `Did you mean ${near}?` : 'List them with tiaoli explain.'}`,
    });
  }
  const { severity, explanation, example } = explained.explanation;
  const word = say(terminal, severities[severity]);
  const heading = say(terminal, { zh: `${code}（${word}）`, en: `${code} (${word})` });
  const body = `${heading}\n\n${say(terminal, explanation)}\n`;
  if (example === undefined) return body;
  return `${body}\n${say(terminal, { zh: '例如：', en: 'For example:' })}\n\n${indent(example)}\n`;
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
