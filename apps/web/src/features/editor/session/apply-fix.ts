import type { FixView } from '@tiaoli/language-server';
import { toMonacoRange } from '../bridge/ranges.ts';
import type { EditorHost } from './editor-host.ts';
import type { LanguageSession } from './language-session.ts';

/** Does what a remedy says, as one step that can be undone, and leaves the reader in the editor. */
export function applyFix(
  session: LanguageSession,
  { editor: code }: EditorHost,
  path: string,
  { edits }: FixView,
): void {
  const model = session.ensure(path);
  if (!model) return;
  const changes = edits.map(({ range, newText }) => ({
    range: toMonacoRange(range),
    text: newText,
    forceMoveMarkers: true,
  }));
  if (model !== code.getModel()) {
    model.pushStackElement();
    model.pushEditOperations([], changes, () => null);
    model.pushStackElement();
    return;
  }
  code.pushUndoStop();
  code.executeEdits('fix', changes);
  code.pushUndoStop();
  code.focus();
}
