import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { Diagnostic } from 'vscode-languageserver';
import type { Monaco } from '../monaco/monaco-types.ts';
import { toMonacoRange } from './ranges.ts';

/** Findings as Monaco underlines them. */
export function markersOf(
  monaco: Monaco,
  diagnostics: readonly Diagnostic[],
): editor.IMarkerData[] {
  const { MarkerSeverity } = monaco;
  const severities = [
    MarkerSeverity.Error,
    MarkerSeverity.Error,
    MarkerSeverity.Warning,
    MarkerSeverity.Info,
    MarkerSeverity.Hint,
  ];
  return diagnostics.map((each) => ({
    ...toMonacoRange(each.range),
    message: messageOf(each),
    severity: severities[each.severity ?? 1] ?? MarkerSeverity.Error,
    ...(each.code !== undefined && { code: String(each.code) }),
    // The protocol and Monaco number these alike: 1 for what is not needed, 2 for what is out of use.
    ...(each.tags && { tags: [...each.tags] }),
    relatedInformation: (each.relatedInformation ?? []).map(({ location, message }) => ({
      ...toMonacoRange(location.range),
      resource: monaco.Uri.parse(location.uri),
      message,
    })),
  }));
}

export function messageOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value;
}
