import type { LocalText } from '@tiaoli/base';
import type { CommanderError } from 'commander';

/** What is wrong with a call, as one sentence; the English one is commander's own. */
export function usageSentence({ code, message }: CommanderError): LocalText {
  const english = message.replace(/^error: /, '');
  const [, name = ''] = /'([^']*)'/.exec(message) ?? [];
  const chinese = chineseSentence(code, name, english);
  return {
    zh: `${chinese}用 tiaoli --help 查看用法。`,
    en: `${english.replace(/\.?$/, '.')} See tiaoli --help.`,
  };
}

function chineseSentence(code: string, name: string, english: string): string {
  switch (code) {
    case 'commander.unknownOption':
      return `没有选项 ${name}。`;
    case 'commander.unknownCommand':
      return `没有命令「${name}」。`;
    case 'commander.missingArgument':
      return `缺少参数 ${name}。`;
    case 'commander.optionMissingArgument':
      return `选项 ${name} 后面缺少值。`;
    case 'commander.missingMandatoryOptionValue':
      return `必须给出选项 ${name}。`;
    case 'commander.excessArguments':
      return '参数太多。';
    case 'commander.invalidArgument': {
      const [, choices] = /Allowed choices are (.*)\.$/.exec(english) ?? [];
      return `选项 ${name} 的值不对${choices ? `，可选：${choices}` : ''}。`;
    }
    default:
      return `${english}。`;
  }
}
