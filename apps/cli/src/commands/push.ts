import { join, resolve } from 'node:path';
import type { ApiClient, ApiSchemas } from '@tiaoli/client';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand, newOption } from '../command-setup.ts';
import type { Problem, RemoteOptions } from '../remote/connect.ts';
import {
  answerOf,
  connect,
  dirOption,
  printProblem,
  serverOption,
  tokenOption,
} from '../remote/connect.ts';
import { printConflict } from '../remote/print-conflict.ts';
import type { PulledFile, PulledState } from '../remote/pulled-files.ts';
import {
  demandState,
  hashOfText,
  readText,
  writeState,
  writeText,
} from '../remote/pulled-files.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';
import { wholeNumber } from './whole-number.ts';

interface PushOptions extends RemoteOptions {
  readonly title: string;
  readonly onto?: string;
}

export function pushCommand(setup: CommandSetup): Command {
  const text = {
    zh: '把本地改过的文件保存为草稿；别人先保存过的不覆盖，逐条列出原文、我的、对方的',
    en: 'save what was changed here as drafts; where somebody saved first nothing is overwritten, and base, mine and theirs are shown',
  };
  return newCommand(setup, 'push', text, 'tiaoli push --dir work')
    .argument('[PATH...]', say(setup.terminal, pathText))
    .addOption(serverOption(setup))
    .addOption(tokenOption(setup))
    .addOption(dirOption(setup))
    .addOption(
      newOption(setup, '--title <text>', {
        zh: '新草稿的标题',
        en: 'title of a new draft',
      }).default('调整'),
    )
    .addOption(
      newOption(setup, '--onto <revision>', {
        zh: '冲突时：已与对方的第几稿合并（只推一个文件时）',
        en: 'after a conflict: the revision that it was merged with (one file at a time)',
      }),
    )
    .action(
      setup.run((paths: readonly string[], options: PushOptions) =>
        push(setup.terminal, paths, options),
      ),
    );
}

const pathText = { zh: '文件（默认所有改过的）', en: 'files (default: all that were changed)' };

async function push(
  terminal: Terminal,
  paths: readonly string[],
  options: PushOptions,
): Promise<number> {
  const folder = resolve(terminal.cwd, options.dir);
  let state = await demandState(folder);
  const client = await connect(terminal, options, options.server ?? state.server);
  const onto = ontoOption(options, paths);
  let code: number = exitCodes.success;
  for (const path of wantedPaths(state, paths)) {
    const file = state.files[path];
    const text = await readText(join(folder, path));
    if (!file || text === undefined || (hashOfText(text) === file.hash && !onto)) continue;
    const based = onto === undefined ? file : { ...file, revision: onto };
    const saved = await saveFile(client, { path, text, file: based, title: options.title });
    if (saved.kind === 'saved') {
      const { id: draftId, revision } = saved.draft;
      const next = { ...file, draftId, revision, hash: hashOfText(text) };
      state = { ...state, files: { ...state.files, [path]: next } };
      // After each file: what breaks off is gone on with.
      await writeState(folder, state);
      terminal.print(`${path}：${say(terminal, savedText(revision))}\n`);
      continue;
    }
    code = exitCodes.finding;
    if (saved.kind === 'problem') printProblem(terminal, path, saved.problem);
    else {
      await writeText(folder, join('.tiaoli', 'theirs', path), saved.conflict.theirs.text);
      printConflict(terminal, path, saved.conflict);
    }
  }
  return code;
}

function savedText(revision: number) {
  return { zh: `已保存，第 ${revision} 稿`, en: `saved as revision ${revision}` };
}

function ontoOption({ onto }: PushOptions, paths: readonly string[]): number | undefined {
  if (onto === undefined) return undefined;
  if (paths.length === 1) return wholeNumber('--onto', onto, 2 ** 31 - 2, 1);
  throw new UsageError({
    zh: '--onto 是一个文件的第几稿，请同时写明那一个文件。',
    en: '--onto is a revision of one file; name that file.',
  });
}

function wantedPaths({ files }: PulledState, paths: readonly string[]): readonly string[] {
  const unknown = paths.find((path) => !Object.hasOwn(files, path));
  if (unknown === undefined) return paths.length === 0 ? Object.keys(files) : paths;
  throw new UsageError({
    zh: `「${unknown}」不是取来的文件。路径从 --dir 的文件夹写起，如 ${Object.keys(files)[0] ?? 'a.tiaoli'}。`,
    en: `"${unknown}" was not pulled. Paths begin at the folder of --dir, such as ${Object.keys(files)[0] ?? 'a.tiaoli'}.`,
  });
}

interface FileToSave {
  readonly path: string;
  readonly text: string;
  readonly file: PulledFile;
  readonly title: string;
}

type Saved =
  | { readonly kind: 'saved'; readonly draft: Pick<ApiSchemas['Draft'], 'id' | 'revision'> }
  | { readonly kind: 'conflict'; readonly conflict: ApiSchemas['DraftConflict'] }
  | { readonly kind: 'problem'; readonly problem: Problem };

async function saveFile(
  client: ApiClient,
  { path, text, file, title }: FileToSave,
): Promise<Saved> {
  const { documentId, draftId, revision, versionId } = file;
  if (draftId === undefined) {
    const document = await answerOf(
      client.GET('/api/v1/documents/{id}', { params: { path: { id: documentId } } }),
    );
    if (document.kind === 'problem') return document;
    const { jurisdictionId } = document.value;
    const base = versionId === undefined ? {} : { baseVersionId: versionId };
    const body = { jurisdictionId, documentId, title, path, text, ...base };
    const made = await answerOf(client.POST('/api/v1/drafts', { body }));
    return made.kind === 'problem' ? made : { kind: 'saved', draft: made.value };
  }
  const saved = await answerOf(
    client.PUT('/api/v1/drafts/{id}', {
      params: { path: { id: draftId }, header: { 'if-match': `"${revision ?? 0}"` } },
      body: { text },
    }),
  );
  if (saved.kind === 'done') return { kind: 'saved', draft: saved.value };
  const { problem } = saved;
  return isConflict(problem) ? { kind: 'conflict', conflict: problem } : saved;
}

function isConflict(problem: object): problem is ApiSchemas['DraftConflict'] {
  return 'theirs' in problem;
}
