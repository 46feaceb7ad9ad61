import type { EditorHost } from '../session/editor-host.ts';

/** The panes in the order in which F6 goes through them. */
export const paneNames = ['outline', 'editor', 'side', 'problems'] as const;

export type PaneName = (typeof paneNames)[number];

/** Moves the focus to the next pane that is shown. */
export function focusNextPane(host: EditorHost, step: 1 | -1): void {
  const shown = paneNames.flatMap((name) => {
    const pane = findPane(name);
    return pane && pane.offsetParent !== null ? [{ name, pane }] : [];
  });
  const here = shown.findIndex(({ pane }) => pane.contains(document.activeElement));
  const next = shown.at((here + step + shown.length) % shown.length);
  if (!next) return;
  if (next.name === 'editor') host.editor.focus();
  else next.pane.focus();
}

export function focusPane(name: PaneName): void {
  findPane(name)?.focus();
}

function findPane(name: PaneName): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-pane=${name}]`);
}
