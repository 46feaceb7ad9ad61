import type { LocalText, TextLanguage } from '@tiaoli/base';
import { Command, CommanderError } from 'commander';
import type { CommandSetup } from './command-setup.ts';
import { setUpHelp } from './help.ts';
import { loadCommands } from './load-commands.ts';
import type { Terminal } from './terminal.ts';
import { processTerminal, say } from './terminal.ts';
import { exitCodes, UsageError } from './usage-error.ts';
import { usageSentence } from './usage-sentence.ts';

/** Runs one command and gives the exit code: 0 fine, 1 a finding, refusal or difference, 2 a wrong call or a failure, 3 undecided. */
export async function runCli(args: readonly string[], own?: Terminal): Promise<number> {
  const terminal = own ?? processTerminal(languageOf(args));
  let exitCode: number = exitCodes.success;
  const setup: CommandSetup = {
    terminal,
    run:
      (action) =>
      async (...values) => {
        exitCode = await action(...values);
      },
  };
  try {
    const program = await createProgram(setup, args);
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    return reportFailure(error, terminal);
  }
}

async function createProgram(setup: CommandSetup, args: readonly string[]): Promise<Command> {
  const { terminal } = setup;
  const root = new Command('tiaoli').description(
    say(terminal, {
      zh: '条例：把医疗保障政策写成可检查、可计算的规则。',
      en: 'Tiaoli: medical-insurance policy as rules that can be checked and calculated.',
    }),
  );
  setUpHelp(root, terminal, 'tiaoli check policies');
  for (const create of await loadCommands(args)) root.addCommand(create(setup));
  return root.helpCommand(false);
}

/** The language is needed before anything is parsed, for the help and for what is said about a wrong call. */
function languageOf(args: readonly string[]): TextLanguage {
  const at = args.indexOf('--language');
  const given =
    at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--language='))?.split('=')[1];
  return (given ?? process.env.TIAOLI_LANGUAGE) === 'en' ? 'en' : 'zh';
}

function reportFailure(error: unknown, terminal: Terminal): number {
  terminal.progress('');
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.success;
    // Help that was asked for by calling a command without its name is printed already.
    if (error.code !== 'commander.help') note(terminal, usageSentence(error));
    return exitCodes.failure;
  }
  if (error instanceof UsageError) {
    note(terminal, error.text);
    return exitCodes.failure;
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  note(terminal, {
    zh: `程序出错（不是您的错误），请连同命令一起报告：\n${reason}`,
    en: `A defect of the program (no mistake of yours); please report it with the command:\n${reason}`,
  });
  return exitCodes.failure;
}

function note(terminal: Terminal, text: LocalText): void {
  terminal.note(`tiaoli: ${say(terminal, text)}\n`);
}
