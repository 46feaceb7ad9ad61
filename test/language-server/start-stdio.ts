import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InitializeResult } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Editor } from './editor.ts';
import { createEditor } from './editor.ts';

export const root = join(import.meta.dirname, '../..');

/** `tiaoli lsp --stdio` as an editor runs it. */
export interface StdioServer {
  readonly editor: Editor;
  readonly child: ChildProcess;
  readonly initialized: InitializeResult;
  /** URI of a file below the folder of the workspace. */
  uriOf(path: string): string;
  /** Ends the server as the protocol says; gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the server on a folder, as its workspace. */
export async function startStdio(folder: string, options: object = {}): Promise<StdioServer> {
  const bin = join(root, 'apps/cli/bin/tiaoli.mjs');
  const child = spawn(process.execPath, [bin, 'lsp', '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const editor = createEditor(connection);
  connection.listen();
  const initialized = await editor.request<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {},
    initializationOptions: options,
  });
  await editor.notify('initialized', {});
  return {
    ...{ editor, child, initialized },
    uriOf: (path) => pathToFileURL(join(folder, path)).href,
    stop: async () => {
      await editor.request('shutdown', undefined);
      await editor.notify('exit', undefined);
      const code = await ended;
      connection.dispose();
      return code;
    },
  };
}
