import { rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Diagnostic, LocalText } from '@tiaoli/base';
import type { DemoState, Outcome, PolicyStore } from '@tiaoli/workspace';
import { makeDemo, openPolicyFolder, stateOfDemo } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';
import { keptAddress } from './demo-address.ts';
import type { ServedStore } from './open-served-store.ts';
import { openToServe } from './open-served-store.ts';
import { refusedByStore } from './refused-store.ts';

export interface DemoPlace {
  /** Of the embedded database, as an absolute path. */
  readonly folder: string;
  /** The policies that are published in it, likewise. */
  readonly policies: string;
}

/** Opens the demonstration in a folder, and makes it first where there is none. A store of anybody's own stays as it is. */
export async function openDemoStore(
  terminal: Terminal,
  place: DemoPlace,
): Promise<Exclude<ServedStore, { kind: 'none' }>> {
  const ready = await prepare(terminal, place);
  terminal.progress('');
  if (ready.kind === 'done') {
    return openToServe(terminal, { kind: 'folder', folder: place.folder }, { isDemo: true });
  }
  return { kind: 'refused', exitCode: await refuse(terminal, place, ready.diagnostics) };
}

/** Done with nothing where there is a demonstration now; a refusal without a reason has told it already. */
async function prepare(terminal: Terminal, place: DemoPlace): Promise<Outcome<true>> {
  const { openStore } = await import('@tiaoli/store');
  const opened = await openStore({ kind: 'folder', folder: place.folder });
  if (opened.kind === 'refused') return opened;
  const store = opened.value;
  const state = await stateOfDemo(store);
  const isEmpty = state.kind === 'done' && state.value === 'empty';
  const made = isEmpty ? await make(terminal, store, place).finally(store.close) : undefined;
  if (made) return made;
  await store.close();
  return state.kind === 'refused' ? state : goOnFrom(terminal, state.value, place);
}

async function goOnFrom(
  terminal: Terminal,
  state: DemoState,
  place: DemoPlace,
): Promise<Outcome<true>> {
  switch (state) {
    case 'empty':
    case 'made':
      return { kind: 'done', value: true };
    case 'real':
      terminal.note(say(terminal, realText(place.folder)));
      return { kind: 'refused', diagnostics: [] };
    case 'broken-off':
      terminal.note(say(terminal, brokenOffText));
      // Nobody has worked in it: it is served when it is whole.
      await rm(place.folder, { recursive: true, force: true });
      return prepare(terminal, place);
  }
}

async function make(
  terminal: Terminal,
  store: PolicyStore,
  { policies }: DemoPlace,
): Promise<Outcome<true>> {
  terminal.note(say(terminal, makingText));
  const made = await makeDemo(store, {
    folder: openPolicyFolder(dirname(policies), basename(policies)),
    from: `${new Date().getUTCFullYear() + 1}-01-01`,
    onFile: ({ path, done, of }) => terminal.progress(`${done + 1} / ${of}  ${path}`),
  });
  return made.kind === 'refused' ? made : { kind: 'done', value: true };
}

async function refuse(
  terminal: Terminal,
  { folder }: DemoPlace,
  diagnostics: readonly Diagnostic[],
): Promise<number> {
  if (diagnostics.length === 0) return exitCodes.finding;
  const exitCode = refusedByStore(terminal, diagnostics);
  const isTaken = diagnostics.some(({ code }) => code === 'store-in-use');
  const address = isTaken ? await keptAddress(folder) : undefined;
  if (isTaken) terminal.note(say(terminal, runningText(address)));
  return exitCode;
}

const makingText: LocalText = {
  zh: '正在建立演示数据（只在第一次，一两分钟）…\n',
  en: 'Making the demonstration (the first time only, a minute or two)…\n',
};

const brokenOffText: LocalText = {
  zh: '上次没有建完演示数据，现在重新建立。\n',
  en: 'Making the demonstration was broken off; it is made anew.\n',
};

function realText(folder: string): LocalText {
  return {
    zh: `文件夹「${folder}」里是正式的数据库，不能用来演示，没有动它。请用 --data 另指一个文件夹；正式的数据库用 tiaoli serve --data 打开。\n`,
    en: `The folder "${folder}" holds a real store, which is no demonstration and stays as it is. Name another one with --data; a real store is opened with tiaoli serve --data.\n`,
  };
}

function runningText(address: string | undefined): LocalText {
  const where =
    address === undefined ? { zh: '', en: '' } : { zh: `：${address}`, en: ` at ${address}` };
  return {
    zh: `演示已经在另一个窗口里运行${where.zh}。请在浏览器里打开它，或先停掉那一个。\n`,
    en: `The demonstration is running already${where.en}. Open it in the browser, or stop that one first.\n`,
  };
}
