import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand, newOption } from '../command-setup.ts';
import { checkProposed } from '../remote/check-proposed.ts';
import type { RemoteOptions } from '../remote/connect.ts';
import {
  answerOf,
  connect,
  dirOption,
  printProblem,
  serverOption,
  tokenOption,
} from '../remote/connect.ts';
import { demandState, hashOfText, readText } from '../remote/pulled-files.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';

interface ProposeOptions extends RemoteOptions {
  readonly from: string;
  readonly reason: string;
  readonly check?: boolean;
}

export function proposeCommand(setup: CommandSetup): Command {
  const text = {
    zh: '把推送过的草稿提交给有权决定的单位',
    en: 'lay a draft that was pushed before the office that decides on it',
  };
  const example = 'tiaoli propose policies/city.tiaoli --from 2027-06-01 --reason 基金有结余';
  return newCommand(setup, 'propose', text, example)
    .argument('<PATH>', say(setup.terminal, { zh: '取来的文件', en: 'a file that was pulled' }))
    .addOption(
      newOption(setup, '--from <date>', {
        zh: '施行日期',
        en: 'the first day in force',
      }).makeOptionMandatory(),
    )
    .addOption(
      newOption(setup, '--reason <text>', { zh: '理由', en: 'the reason' }).makeOptionMandatory(),
    )
    .addOption(
      newOption(setup, '--check', {
        zh: '提交后接着检查，等到结束，说明还有什么妨碍批准',
        en: 'have it checked then, wait for the end, and say what is in the way of approval',
      }),
    )
    .addOption(serverOption(setup))
    .addOption(tokenOption(setup))
    .addOption(dirOption(setup))
    .action(
      setup.run((path: string, options: ProposeOptions) => propose(setup.terminal, path, options)),
    );
}

async function propose(terminal: Terminal, path: string, options: ProposeOptions): Promise<number> {
  const folder = resolve(terminal.cwd, options.dir);
  const state = await demandState(folder);
  const file = Object.hasOwn(state.files, path) ? state.files[path] : undefined;
  const text = file && (await readText(join(folder, path)));
  const isSaved = text !== undefined && hashOfText(text) === file?.hash;
  const { draftId: id, revision } = file ?? {};
  if (!isSaved || id === undefined || revision === undefined) {
    throw new UsageError({
      zh: `「${path}」还没有作为草稿保存，或保存之后又改过。请先运行 tiaoli push ${path}`,
      en: `"${path}" is not saved as a draft, or was changed since. Run tiaoli push ${path} first.`,
    });
  }
  const client = await connect(terminal, options, options.server ?? state.server);
  const proposed = await answerOf(
    client.POST('/api/v1/drafts/{id}/propose', {
      params: { path: { id }, header: { 'if-match': `"${revision}"` } },
      body: { effectiveFrom: options.from, reason: options.reason },
    }),
  );
  if (proposed.kind === 'problem') {
    printProblem(terminal, path, proposed.problem);
    return exitCodes.finding;
  }
  const { id: proposal, round } = proposed.value;
  terminal.print(
    say(terminal, {
      zh: `${path}：已提交，提案 ${proposal}，第 ${round} 轮\n`,
      en: `${path}: proposed as ${proposal}, round ${round}\n`,
    }),
  );
  return options.check ? checkProposed(terminal, client, proposal) : exitCodes.success;
}
