// The language server in a worker of the page: it never blocks typing, and it can be thrown away and started again.
import { startLanguageServer } from '@tiaoli/language-server';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';

const port = self as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

startLanguageServer(
  createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)),
);
