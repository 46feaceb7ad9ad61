import { PassThrough } from 'node:stream';
import type { SourceText } from '@tiaoli/language-server';
import { startLanguageServer } from '@tiaoli/language-server';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Editor } from './editor.ts';
import { createEditor } from './editor.ts';

/** A server in this process, as the web app's worker has one: without files, with the sources that it is sent. */
export async function startHere(sources: readonly SourceText[]): Promise<Editor> {
  const toServer = new PassThrough();
  const toEditor = new PassThrough();
  const reader = new StreamMessageReader(toServer);
  startLanguageServer(createConnection(reader, new StreamMessageWriter(toEditor)));
  const connection = createProtocolConnection(
    new StreamMessageReader(toEditor),
    new StreamMessageWriter(toServer),
  );
  const editor = createEditor(connection);
  connection.listen();
  await editor.request('initialize', {
    ...{ processId: null, rootUri: null, capabilities: {} },
    initializationOptions: { sources },
  });
  await editor.notify('initialized', {});
  return editor;
}
