import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Outcome, PolicyStore, ProposalPapers } from '@tiaoli/workspace';
import {
  operatorId,
  proposalStateName,
  readProposalPapers,
  writeAtomically,
} from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand, newOption } from '../command-setup.ts';
import { unreadable } from '../files/read-file.ts';
import { findUser } from '../store/change-users.ts';
import { refusedByStore } from '../store/refused-store.ts';
import type { DataOptions } from '../store/store-place.ts';
import { dataOption, storePlace } from '../store/store-place.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';

interface PapersOptions extends DataOptions {
  readonly as: string;
  readonly out?: string;
}

export function proposalPapersCommand(setup: CommandSetup): Command {
  const text = {
    zh: '提案的随附文件（Word）：征求意见采纳情况表、起草说明；不写提案时列出全部提案',
    en: 'the papers of a proposal (Word): what became of each opinion, and an explanatory note; without one it lists all',
  };
  const example = 'tiaoli proposal-papers ID --as zhang.wei --out papers';
  return newCommand(setup, 'proposal-papers', text, example)
    .argument('[PROPOSAL]', say(setup.terminal, { zh: '提案的编号', en: 'id of the proposal' }))
    .addOption(
      newOption(setup, '--as <login>', {
        zh: '以哪个账号的权限读取；看不到的提案就没有',
        en: 'account with whose rights it is read; what it may not see is not there',
      }).makeOptionMandatory(),
    )
    .addOption(
      newOption(setup, '--out <folder>', {
        zh: '写到哪个文件夹；同名文件会被替换',
        en: 'folder to write to; files of the same names are replaced',
      }),
    )
    .addOption(dataOption(setup))
    .action(
      setup.run((proposal: string | undefined, options: PapersOptions) =>
        papers(setup.terminal, proposal, options),
      ),
    );
}

async function papers(
  terminal: Terminal,
  proposalId: string | undefined,
  options: PapersOptions,
): Promise<number> {
  const { out } = options;
  if (proposalId !== undefined && out === undefined) {
    throw new UsageError({
      zh: '没有写 --out：请给出放文件的文件夹，例如 --out 报审。',
      en: 'Name a folder for the papers with --out.',
    });
  }
  // Databases are large to load; only commands that need one do.
  const { openExistingStore } = await import('@tiaoli/store');
  const opened = await openExistingStore(storePlace(terminal, options));
  if (opened.kind === 'refused') return refusedByStore(terminal, opened.diagnostics);
  const store = opened.value;
  try {
    const actorId = await personOf(store, options.as);
    return proposalId === undefined || out === undefined
      ? await list(terminal, store, actorId)
      : await write(terminal, out, await readProposalPapers(store, actorId, proposalId));
  } finally {
    await store.close();
  }
}

async function personOf(store: PolicyStore, login: string): Promise<string> {
  const users = await store.transaction(operatorId, 'read-committed', async (records) => ({
    kind: 'done',
    value: await records.users.list(),
  }));
  return findUser(login, users.kind === 'done' ? users.value : []).id;
}

const noProposals = {
  zh: '没有这个账号能看的提案。\n',
  en: 'There is no proposal that this account may see.\n',
};

async function list(terminal: Terminal, store: PolicyStore, actorId: string): Promise<number> {
  const listed = await store.transaction(actorId, 'read-committed', async ({ proposals }) => ({
    kind: 'done',
    value: await proposals.list(),
  }));
  if (listed.kind === 'refused') return refusedByStore(terminal, listed.diagnostics);
  for (const { id, state, title } of listed.value) {
    terminal.print(`${id}  ${say(terminal, proposalStateName(state))}  ${title}\n`);
  }
  if (listed.value.length === 0) terminal.note(say(terminal, noProposals));
  return exitCodes.success;
}

async function write(
  terminal: Terminal,
  out: string,
  read: Outcome<ProposalPapers>,
): Promise<number> {
  if (read.kind === 'refused') return refusedByStore(terminal, read.diagnostics);
  const { value: papers } = read;
  const { draftingNoteSheet, opinionSheet, printWord } = await import('@tiaoli/documents');
  const { language } = terminal;
  const files = [
    [{ zh: '征求意见采纳情况表', en: 'opinions' }, opinionSheet(papers, language)],
    [{ zh: '起草说明', en: 'explanatory-note' }, draftingNoteSheet(papers, language)],
  ] as const;
  const folder = resolve(terminal.cwd, out);
  for (const [name, sheet] of files) {
    const file = `${say(terminal, name)}.docx`;
    const bytes = await printWord(sheet);
    try {
      await mkdir(folder, { recursive: true });
      await writeAtomically(join(folder, file), bytes);
    } catch (error) {
      throw new UsageError(unreadable(out, error));
    }
    terminal.print(`${join(out, file)}\n`);
  }
  return exitCodes.success;
}
