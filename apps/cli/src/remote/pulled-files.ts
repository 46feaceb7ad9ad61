import { mkdir, readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { hashOfBytes, writeAtomically } from '@tiaoli/workspace';
import { UsageError } from '../usage-error.ts';

/** What a folder knows of the server, in `.tiaoli/state.json`. */
export interface PulledState {
  readonly form: 1;
  readonly server: string;
  /** By path below the folder. */
  readonly files: Readonly<Record<string, PulledFile>>;
}

export interface PulledFile {
  readonly documentId: string;
  /** Absent where nothing is in force. */
  readonly versionId?: string;
  readonly draftId?: string;
  /** Of the draft, as it was read or saved last. */
  readonly revision?: number;
  /** Of the text as it was read or saved last: another one is a change made here. */
  readonly hash: string;
}

const stateFile = join('.tiaoli', 'state.json');

export async function readState(folder: string): Promise<PulledState | undefined> {
  const text = await readText(join(folder, stateFile));
  if (text === undefined) return undefined;
  try {
    const state: PulledState = JSON.parse(text);
    if (state.form === 1 && typeof state.files === 'object') return state;
  } catch {
    // Told as one that is broken.
  }
  throw new UsageError({
    zh: `读不懂 ${stateFile}。请另用一个空文件夹重新 tiaoli pull。`,
    en: `${stateFile} cannot be read. Pull again into another, empty folder.`,
  });
}

export async function demandState(folder: string): Promise<PulledState> {
  const state = await readState(folder);
  if (state) return state;
  throw new UsageError({
    zh: '这个文件夹没有取过文件。请先运行 tiaoli pull --server 地址。',
    en: 'Nothing was pulled into this folder. Run tiaoli pull --server URL first.',
  });
}

export async function writeState(folder: string, state: PulledState): Promise<void> {
  const files = Object.fromEntries(
    Object.entries(state.files).toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
  await writeText(folder, stateFile, `${JSON.stringify({ ...state, files }, undefined, 2)}\n`);
}

/** Undefined where there is no such file. */
export function readText(path: string): Promise<string | undefined> {
  return readFile(path).then(
    (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    () => undefined,
  );
}

export async function writeText(folder: string, path: string, text: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeAtomically(file, new TextEncoder().encode(text));
}

export function hashOfText(text: string): string {
  return hashOfBytes(new TextEncoder().encode(text));
}

/** Whether a path that a server names stays within the folder. */
export function isInside(path: string): boolean {
  const plain = normalize(path);
  return (
    !isAbsolute(path) &&
    !plain.startsWith('..') &&
    plain.endsWith('.tiaoli') &&
    !path.includes('\\')
  );
}
