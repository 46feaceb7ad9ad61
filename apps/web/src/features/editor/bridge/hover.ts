import type { Hover, MarkedString, MarkupContent } from 'vscode-languageserver';
import type { IDisposable } from '../monaco/monaco-types.ts';
import type { Bridge } from './bridge.ts';
import { ask, placeOf } from './bridge.ts';
import { toMonacoRange } from './ranges.ts';

export function registerHover(bridge: Bridge): IDisposable {
  return bridge.monaco.languages.registerHoverProvider(bridge.selector, {
    provideHover: async (model, position, token) => {
      const hover = await ask<Hover>(bridge, 'textDocument/hover', placeOf(model, position), token);
      if (!hover) return null;
      const { contents, range } = hover;
      const parts = Array.isArray(contents) ? contents : [contents];
      return {
        contents: parts.map((part) => ({ value: markdownOf(part) })),
        ...(range && { range: toMonacoRange(range) }),
      };
    },
  });
}

function markdownOf(part: MarkupContent | MarkedString): string {
  return typeof part === 'string' ? part : part.value;
}
