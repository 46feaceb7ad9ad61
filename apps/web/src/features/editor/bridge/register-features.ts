import type { Diagnostic, ServerCapabilities } from 'vscode-languageserver';
import type { IDisposable, TextModel } from '../monaco/monaco-types.ts';
import type { Bridge } from './bridge.ts';
import { registerCodeActions } from './code-actions.ts';
import { registerCodeLens } from './code-lens.ts';
import { registerCompletion } from './completion.ts';
import { registerFormatting } from './formatting.ts';
import { registerHover } from './hover.ts';
import { registerInlayHints } from './inlay-hints.ts';
import { registerNavigation } from './navigation.ts';
import type { RenameTexts } from './rename.ts';
import { registerRename } from './rename.ts';
import { registerSemanticTokens } from './semantic-tokens.ts';
import { createSignal } from './signal.ts';
import { registerStructure } from './structure.ts';

export interface FeatureParts {
  readonly bridge: Bridge;
  readonly renameTexts: () => RenameTexts;
  readonly diagnosticsOf: (model: TextModel) => readonly Diagnostic[];
  readonly onRenamed: (paths: readonly string[]) => void;
  readonly onCommand: (command: string, args: readonly unknown[]) => void;
}

export interface Features {
  /** Registers what needs to know what the server can do; once is enough for its whole life. */
  serverStarted(capabilities: ServerCapabilities): void;
  /** Colours, values and lenses are asked for again. */
  refresh(): void;
  /** The results beside the lenses are other ones. */
  refreshLenses(): void;
  /** Monaco asks no more. */
  end(): void;
}

/** Hands Monaco everything that the server can answer. */
export function registerFeatures(parts: FeatureParts): Features {
  const { bridge } = parts;
  const refreshed = createSignal();
  const lensesChanged = createSignal();
  let isComplete = false;
  const registered: IDisposable[] = [
    registerHover(bridge),
    ...registerNavigation(bridge),
    registerRename(bridge, parts.renameTexts, parts.onRenamed),
    registerFormatting(bridge),
    ...registerStructure(bridge),
    registerInlayHints(bridge, refreshed.listen),
    ...registerCodeLens(bridge, lensesChanged.listen, parts.onCommand),
    registerCodeActions(bridge, parts.diagnosticsOf),
  ];
  return {
    serverStarted: ({ semanticTokensProvider, completionProvider }) => {
      if (isComplete) return;
      isComplete = true;
      registered.push(registerCompletion(bridge, completionProvider?.triggerCharacters ?? []));
      if (!semanticTokensProvider) return;
      const { legend } = semanticTokensProvider;
      registered.push(registerSemanticTokens(bridge, legend, refreshed.listen));
    },
    refresh: () => {
      refreshed.tell();
      lensesChanged.tell();
    },
    refreshLenses: lensesChanged.tell,
    end: () => {
      for (const each of registered) each.dispose();
    },
  };
}
