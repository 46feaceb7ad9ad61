import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ApiClient, ApiSchemas } from '@tiaoli/client';
import { createApiClient } from '@tiaoli/client';
import type { CommandSetup } from '../command-setup.ts';
import { newOption } from '../command-setup.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export interface RemoteOptions {
  readonly server?: string;
  readonly tokenFile?: string;
  readonly dir: string;
}

export function serverOption(setup: CommandSetup) {
  return newOption(setup, '--server <url>', {
    zh: '工作台的地址，如 https://tiaoli.example（pull 之后不必再写）',
    en: 'address of the workbench, such as https://tiaoli.example (known after a pull)',
  });
}

/** A token never stands on the command line, where every program of the computer could read it. */
export function tokenOption(setup: CommandSetup) {
  return newOption(setup, '--token-file <file>', {
    zh: '放令牌的文件（默认取环境变量 TIAOLI_TOKEN）',
    en: 'file that holds the token (default: the variable TIAOLI_TOKEN)',
  });
}

export function dirOption(setup: CommandSetup) {
  return newOption(setup, '--dir <folder>', {
    zh: '本地文件夹',
    en: 'the local folder',
  }).default('.');
}

/** A client for a server, with the token of the person. */
export async function connect(
  terminal: Terminal,
  { tokenFile }: RemoteOptions,
  server: string | undefined,
): Promise<ApiClient> {
  if (server === undefined || !URL.canParse(server) || !/^https?:/.test(server)) {
    throw new UsageError({
      zh: `请用 --server 写明工作台的地址，如 http://127.0.0.1:3070${server ? `，不是「${server}」` : ''}。`,
      en: `Name the address of the workbench with --server, such as http://127.0.0.1:3070${server ? `, not "${server}"` : ''}.`,
    });
  }
  const token = (await readToken(terminal, tokenFile)).trim();
  if (!/^[\w-]{1,200}$/.test(token)) {
    throw new UsageError({
      zh: '没有令牌。请把 tiaoli user token 签发的令牌放进环境变量 TIAOLI_TOKEN，或用 --token-file 指明文件。',
      en: 'There is no token. Put the one of tiaoli user token into the variable TIAOLI_TOKEN, or name its file with --token-file.',
    });
  }
  return createApiClient({ server, token, language: terminal.language });
}

async function readToken({ cwd }: Terminal, file: string | undefined): Promise<string> {
  if (file === undefined) return process.env.TIAOLI_TOKEN ?? '';
  return readFile(resolve(cwd, file), 'utf8').catch(() => '');
}

export type Problem = Pick<ApiSchemas['Problem'], 'code' | 'status' | 'title' | 'detail'>;

/** What the server answered: `done`, or a problem that is printed in its own words. */
export type Answered<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Waits for an answer; a server that is not reached, or takes no such token, ends the command. */
export async function answerOf<Value>(
  request: Promise<{
    readonly data?: Value;
    readonly error?: Problem;
    readonly response: Response;
  }>,
): Promise<Answered<Value>> {
  const { data, error, response } = await request.catch((reason: unknown) => {
    throw notReached(reason);
  });
  if (error && typeof error === 'object' && 'code' in error) {
    if (error.status !== 401) return { kind: 'problem', problem: error };
    throw new UsageError({
      zh: '工作台不认这个令牌：已过期、已收回，或写错了。请用 tiaoli user token 另签发一个。',
      en: 'The workbench does not take this token: it has ended, was taken back, or is misspelt. Issue another with tiaoli user token.',
    });
  }
  if (!response.ok || data === undefined) throw notReached(`HTTP ${response.status}`);
  return { kind: 'done', value: data };
}

function notReached(reason: unknown): UsageError {
  const words = reason instanceof Error ? reason.message : String(reason);
  return new UsageError({
    zh: `连不上工作台（${words}）。核对 --server 的地址，以及工作台是否以 --data 或 DATABASE_URL 运行。`,
    en: `The workbench is not reached (${words}). Check the address, and that it runs with --data or DATABASE_URL.`,
  });
}

/** The server's own words, with the remedy. */
export function printProblem(
  terminal: Terminal,
  name: string,
  { code, title, detail }: Problem,
): void {
  const remedy = detail === undefined ? '' : `\n  ${detail}`;
  const colon = say(terminal, { zh: '：', en: ': ' });
  terminal.note(`${name}${colon}${title}[${code}]${remedy}\n`);
}
