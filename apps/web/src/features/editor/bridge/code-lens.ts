import type { CodeLens } from 'vscode-languageserver';
import type { IDisposable } from '../monaco/monaco-types.ts';
import type { Bridge } from './bridge.ts';
import { ask, documentOf } from './bridge.ts';
import { toMonacoRange } from './ranges.ts';

/** The lines over each 算例, which run it. */
export function registerCodeLens(
  bridge: Bridge,
  onDidChange: (listener: () => void) => IDisposable,
  onCommand: (command: string, args: readonly unknown[]) => void,
): readonly IDisposable[] {
  const { monaco } = bridge;
  const command = `${bridge.selector.scheme}.runLens`;
  const provider = {
    provideCodeLenses: async (
      model: Parameters<typeof documentOf>[0],
      token: Parameters<typeof ask>[3],
    ) => {
      const method = 'textDocument/codeLens';
      const lenses = await ask<CodeLens[]>(bridge, method, documentOf(model), token);
      return {
        lenses: (lenses ?? []).map((lens) => ({
          range: toMonacoRange(lens.range),
          command: {
            id: command,
            title: lens.command?.title ?? '',
            arguments: [lens.command?.command, lens.command?.arguments ?? []],
          },
        })),
      };
    },
  };
  return [
    monaco.editor.registerCommand(command, (_accessor, id: unknown, args: unknown) => {
      if (typeof id === 'string' && Array.isArray(args)) onCommand(id, args);
    }),
    monaco.languages.registerCodeLensProvider(bridge.selector, {
      ...provider,
      onDidChange: (listener) => onDidChange(() => listener(provider)),
    }),
  ];
}
