// What the worker of the web app is made of, for a test: it is bundled for a browser.
import { startLanguageServer } from '@tiaoli/language-server';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';

/** A worker of a browser is a port to the page. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

startLanguageServer(
  createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)),
);
