import type { languages } from 'monaco-editor/editor/editor.api.js';
import type { InlayHint } from 'vscode-languageserver';
import type { IDisposable } from '../monaco/monaco-types.ts';
import type { Bridge } from './bridge.ts';
import { ask, documentOf } from './bridge.ts';
import { toMonacoPosition, toRange } from './ranges.ts';

/**
 * @param onDidChange tells that values may have changed otherwise than by typing here
 */
export function registerInlayHints(
  bridge: Bridge,
  onDidChange: (listener: () => void) => IDisposable,
): IDisposable {
  return bridge.monaco.languages.registerInlayHintsProvider(bridge.selector, {
    onDidChangeInlayHints: onDidChange,
    provideInlayHints: async (model, range, token) => {
      const params = { ...documentOf(model), range: toRange(range) };
      const hints = await ask<InlayHint[]>(bridge, 'textDocument/inlayHint', params, token);
      return { hints: (hints ?? []).map(hintOf), dispose: () => undefined };
    },
  });
}

function hintOf({
  label,
  position,
  tooltip,
  paddingLeft = false,
  paddingRight = false,
}: InlayHint): languages.InlayHint {
  return {
    label: typeof label === 'string' ? label : label.map((part) => part.value).join(''),
    position: toMonacoPosition(position),
    paddingLeft,
    paddingRight,
    ...(tooltip !== undefined && {
      tooltip: typeof tooltip === 'string' ? tooltip : { value: tooltip.value },
    }),
  };
}
