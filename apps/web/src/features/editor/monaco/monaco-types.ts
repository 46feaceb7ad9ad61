import type * as monaco from 'monaco-editor/editor/editor.api.js';

/** Monaco as it is loaded with the page of the editor. */
export type Monaco = typeof monaco;
export type TextModel = monaco.editor.ITextModel;
export type CodeEditor = monaco.editor.IStandaloneCodeEditor;
export type IRange = monaco.IRange;
export type IPosition = monaco.IPosition;
export type IDisposable = monaco.IDisposable;
export type CancellationToken = monaco.CancellationToken;
