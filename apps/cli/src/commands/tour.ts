import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand } from '../command-setup.ts';
import { takeTour } from '../tour/take-tour.ts';

export function tourCommand(setup: CommandSetup): Command {
  const text = {
    zh: '导览：检查政策、运行算例、结算一个人的一年',
    en: "a guided run: check the policies, run the examples, settle one person's year",
  };
  return newCommand(setup, 'tour', text, 'tiaoli tour').action(
    setup.run(() => takeTour(setup.terminal)),
  );
}
