import type { LocalText } from '@tiaoli/base';
import { Command, Option } from 'commander';
import { setUpHelp } from './help.ts';
import type { Terminal } from './terminal.ts';
import { say } from './terminal.ts';

/** What every command is made with. */
export interface CommandSetup {
  readonly terminal: Terminal;
  /** Wraps what a command does: the number that it gives becomes the exit code. */
  readonly run: <Values extends readonly unknown[]>(
    action: (...values: Values) => Promise<number>,
  ) => (...values: Values) => Promise<void>;
}

/** A command with its description and an example in its help. */
export function newCommand(
  { terminal }: CommandSetup,
  name: string,
  description: LocalText,
  example: string,
): Command {
  const command = new Command(name).description(say(terminal, description));
  setUpHelp(command, terminal, example);
  return command;
}

/** `--format` with the formats of the command; the first one is the default. */
export function formatOption(
  { terminal }: CommandSetup,
  formats: readonly [string, ...string[]],
): Option {
  const text = { zh: '输出格式', en: 'format of the output' };
  return new Option('--format <format>', say(terminal, text))
    .choices([...formats])
    .default(formats[0]);
}

/** An option with its texts. */
export function newOption({ terminal }: CommandSetup, flags: string, text: LocalText): Option {
  return new Option(flags, say(terminal, text));
}

export function policiesOption(setup: CommandSetup) {
  return newOption(setup, '--policies <folder>', {
    zh: '政策文件夹（默认 policies）',
    en: 'folder of the policies (default policies)',
  });
}
