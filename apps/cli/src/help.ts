import type { TextLanguage } from '@tiaoli/base';
import { displayWidth } from '@tiaoli/base';
import type { Command, Help } from 'commander';
import { Option } from 'commander';
import type { Terminal } from './terminal.ts';
import { say } from './terminal.ts';

/** What commander says in English by itself. */
const chineseTitles: ReadonlyMap<string, string> = new Map([
  ['Usage:', '用法：'],
  ['Arguments:', '参数：'],
  ['Options:', '选项：'],
  ['Commands:', '命令：'],
]);

/** Help in the language of the terminal with an example; mistakes are thrown, never printed by commander itself. */
export function setUpHelp(command: Command, terminal: Terminal, example: string): void {
  const { language } = terminal;
  command
    .configureHelp(helpIn(language))
    .configureOutput({
      writeOut: terminal.print,
      writeErr: terminal.note,
      outputError: () => undefined,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .showSuggestionAfterError(false)
    .allowExcessArguments(false)
    .helpOption('-h, --help', say(terminal, { zh: '显示帮助', en: 'show this help' }))
    .addOption(
      new Option(
        '--language <language>',
        say(terminal, {
          zh: '文字用中文或英文（也可用环境变量 TIAOLI_LANGUAGE）',
          en: 'language of the texts (or environment variable TIAOLI_LANGUAGE)',
        }),
      ).choices(['zh', 'en']),
    )
    .addHelpText('after', `\n${say(terminal, { zh: '例如：', en: 'Example:' })}\n  ${example}`);
}

function helpIn(language: TextLanguage): Partial<Help> {
  return {
    displayWidth,
    styleTitle: (title) => (language === 'zh' ? (chineseTitles.get(title) ?? title) : title),
    optionDescription: (option) => describe(option, language),
  };
}

function describe(option: Option, language: TextLanguage): string {
  const { description, argChoices, defaultValue } = option;
  const notes = [
    ...(argChoices ? [`${language === 'zh' ? '可选：' : 'one of '}${argChoices.join(' | ')}`] : []),
    ...(defaultValue === undefined
      ? []
      : [`${language === 'zh' ? '默认 ' : 'default '}${String(defaultValue)}`]),
  ];
  if (notes.length === 0) return description;
  return language === 'zh'
    ? `${description}（${notes.join('；')}）`
    : `${description} (${notes.join('; ')})`;
}
