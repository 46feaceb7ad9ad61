import { join, resolve } from 'node:path';
import { printDate } from '@tiaoli/base';
import type { ApiClient } from '@tiaoli/client';
import { today } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand, newOption } from '../command-setup.ts';
import type { RemoteOptions } from '../remote/connect.ts';
import {
  answerOf,
  connect,
  dirOption,
  printProblem,
  serverOption,
  tokenOption,
} from '../remote/connect.ts';
import type { PulledFile } from '../remote/pulled-files.ts';
import {
  hashOfText,
  isInside,
  readState,
  readText,
  writeState,
  writeText,
} from '../remote/pulled-files.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';

interface PullOptions extends RemoteOptions {
  readonly on?: string;
}

export function pullCommand(setup: CommandSetup): Command {
  const text = {
    zh: '从工作台取来在施行的文件和自己的草稿，写成文件；本地改过的不覆盖',
    en: 'get the documents in force and one’s own drafts as files; what was changed here is not overwritten',
  };
  return newCommand(setup, 'pull', text, 'tiaoli pull --server http://127.0.0.1:3070 --dir work')
    .addOption(serverOption(setup))
    .addOption(tokenOption(setup))
    .addOption(dirOption(setup))
    .addOption(
      newOption(setup, '--on <date>', {
        zh: '取哪一天在施行的（默认今天）',
        en: 'in force on which day (default today)',
      }),
    )
    .action(setup.run((options: PullOptions) => pull(setup.terminal, options)));
}

/** A text of the server, and what is known of it. */
interface RemoteFile extends Omit<PulledFile, 'hash'> {
  readonly path: string;
  readonly text: string;
}

async function pull(terminal: Terminal, options: PullOptions): Promise<number> {
  const folder = resolve(terminal.cwd, options.dir);
  const known = await readState(folder);
  const server = options.server ?? known?.server;
  const client = await connect(terminal, options, server);
  const found = await readRemote(terminal, client, options.on ?? printDate(today()));
  if (!found) return exitCodes.finding;
  const files: Record<string, PulledFile> = { ...known?.files };
  let kept = 0;
  for (const { path, text, ...rest } of found) {
    const hash = hashOfText(text);
    const local = isInside(path) ? await readText(join(folder, path)) : undefined;
    const isOwn =
      local !== undefined && hashOfText(local) !== hash && hashOfText(local) !== files[path]?.hash;
    if (isOwn || !isInside(path)) {
      kept += 1;
      terminal.note(`${path}${say(terminal, isOwn ? keptText : outsideText)}`);
      continue;
    }
    await writeText(folder, path, text);
    files[path] = { ...rest, hash };
    const name = rest.draftId === undefined ? inForceText : draftText;
    terminal.print(`${path}${say(terminal, name)}\n`);
  }
  await writeState(folder, { form: 1, server: server ?? '', files });
  return kept === 0 ? exitCodes.success : exitCodes.finding;
}

const inForceText = { zh: '', en: '' };
const draftText = { zh: '（草稿）', en: ' (draft)' };
const keptText = {
  zh: '：本地改过，没有覆盖。先 tiaoli push，或移开这个文件再取。\n',
  en: ': changed here and not overwritten. Push it first, or move it away and pull again.\n',
};
const outsideText = {
  zh: '：路径在文件夹之外，没有写。\n',
  en: ': a path outside of the folder; not written.\n',
};

/** What is in force, with the person's own newest draft in place of it; undefined where the server refused. */
async function readRemote(
  terminal: Terminal,
  client: ApiClient,
  on: string,
): Promise<readonly RemoteFile[] | undefined> {
  const me = await answerOf(client.GET('/api/v1/me'));
  const sources = await answerOf(client.GET('/api/v1/sources', { params: { query: { on } } }));
  const drafts = await answerOf(client.GET('/api/v1/drafts'));
  for (const each of [me, sources, drafts]) {
    if (each.kind === 'problem') printProblem(terminal, 'pull', each.problem);
  }
  if (me.kind === 'problem' || sources.kind === 'problem' || drafts.kind === 'problem') {
    return undefined;
  }
  const files = new Map<string, RemoteFile>();
  for (const { path, text, documentId, versionId } of sources.value.sources) {
    files.set(path, { path, text, documentId, versionId });
  }
  // The one saved last comes first, so it is written last.
  for (const { id, authorId, path } of drafts.value.drafts.toReversed()) {
    if (authorId !== me.value.id) continue;
    const read = await answerOf(client.GET('/api/v1/drafts/{id}', { params: { path: { id } } }));
    if (read.kind === 'problem') {
      // One that was closed meanwhile is none any more; any other must not be taken for what is in force.
      if (read.problem.status === 404) continue;
      printProblem(terminal, path, read.problem);
      return undefined;
    }
    const { text, documentId, revision, baseVersionId } = read.value;
    const base = baseVersionId === undefined ? {} : { versionId: baseVersionId };
    files.set(path, { path, text, documentId, draftId: id, revision, ...base });
  }
  return [...files.values()].toSorted((left, right) => (left.path < right.path ? -1 : 1));
}
