import type { languages } from 'monaco-editor/editor/editor.api.js';
import type { DocumentHighlight, LocationLink } from 'vscode-languageserver';
import type { IDisposable } from '../monaco/monaco-types.ts';
import type { Bridge, Location } from './bridge.ts';
import { ask, placeOf } from './bridge.ts';
import { toMonacoRange } from './ranges.ts';

/** Definitions, references and highlights: where else the name under the cursor stands. */
export function registerNavigation(bridge: Bridge): readonly IDisposable[] {
  const { languages } = bridge.monaco;
  return [
    languages.registerDefinitionProvider(bridge.selector, {
      provideDefinition: async (model, position, token) => {
        const place = placeOf(model, position);
        const found = await ask<Location | (Location | LocationLink)[]>(
          bridge,
          'textDocument/definition',
          place,
          token,
        );
        return locationsOf(bridge, listOf(found).map(plainLocation));
      },
    }),
    languages.registerReferenceProvider(bridge.selector, {
      provideReferences: async (model, position, context, token) => {
        const params = { ...placeOf(model, position), context };
        const found = await ask<Location[]>(bridge, 'textDocument/references', params, token);
        return locationsOf(bridge, found ?? []);
      },
    }),
    languages.registerDocumentHighlightProvider(bridge.selector, {
      provideDocumentHighlights: async (model, position, token) => {
        const place = placeOf(model, position);
        const method = 'textDocument/documentHighlight';
        const found = await ask<DocumentHighlight[]>(bridge, method, place, token);
        return found?.map(({ range, kind = 1 }) => ({
          range: toMonacoRange(range),
          kind: kind - 1,
        }));
      },
    }),
  ];
}

function listOf<T>(found: T | readonly T[] | undefined): readonly T[] {
  if (found === undefined) return [];
  return Array.isArray(found) ? found : [found as T];
}

function plainLocation(location: Location | LocationLink): Location {
  return 'targetUri' in location
    ? { uri: location.targetUri, range: location.targetSelectionRange }
    : location;
}

/** Monaco shows only places whose text it has. */
function locationsOf(bridge: Bridge, found: readonly Location[]): languages.Location[] {
  return found.flatMap(({ uri, range }) => {
    const model = bridge.modelOf(uri);
    return model ? [{ uri: model.uri, range: toMonacoRange(range) }] : [];
  });
}
