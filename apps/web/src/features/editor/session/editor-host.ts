import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { Scheme } from '../../shell/theme.ts';
import type { ModelScheme } from '../bridge/document-uri.ts';
import { pathOf } from '../bridge/document-uri.ts';
import { editorOptions } from '../monaco/editor-options.ts';
import type { CodeEditor, IDisposable, IRange, Monaco, TextModel } from '../monaco/monaco-types.ts';
import { themeName } from '../monaco/themes.ts';
import type { Store } from '../state/store.ts';
import { createStore } from '../state/store.ts';
import type { InsightKeeper } from './insight.ts';

export interface CursorPlace {
  readonly lineNumber: number;
  readonly column: number;
}

/** The one editor of the page. Its node moves with the layout, so it is never made anew. */
export interface EditorHost {
  readonly editor: CodeEditor;
  readonly element: HTMLElement;
  readonly cursor: Store<CursorPlace>;
  /** The version of the text in the editor; it grows with each change. */
  readonly version: Store<number>;
  /** Shows a document where it was left; false when there is no such document. */
  show(path: string, isEditable: boolean): boolean;
  /** Goes to a place of the document that is shown, now or as soon as it is. */
  reveal(path: string, range: IRange): void;
  /** Who opens the documents that the reader goes to. */
  setOpener(open: (path: string) => void): void;
  setScheme(scheme: Scheme): void;
  /** Whether the document that is shown may be changed. */
  readonly isEditable: Store<boolean>;
  setEditable(isEditable: boolean): void;
  /** Shows the next finding with its remedy. */
  goToNextProblem(): void;
  /** The editor is gone for good. */
  end(): void;
}

export interface HostParts {
  readonly monaco: Monaco;
  readonly scheme: ModelScheme;
  readonly insight: InsightKeeper;
  /** The model of a document that is to be shown; undefined when there is no such document. */
  readonly open: (path: string) => TextModel | undefined;
}

export function createEditorHost(parts: HostParts): EditorHost {
  const { monaco, insight } = parts;
  const element = document.createElement('div');
  element.style.height = '100%';
  const code = monaco.editor.create(element, { ...editorOptions, model: null });
  const cursor = createStore<CursorPlace>({ lineNumber: 1, column: 1 });
  const version = createStore(0);
  const left = new Map<string, editor.ICodeEditorViewState | null>();
  let shown: string | undefined;
  let awaited: { readonly path: string; readonly range: IRange } | undefined;
  let open: (path: string) => void = () => undefined;

  const goTo = createGoTo(monaco, code);
  code.onDidChangeCursorPosition(({ position: { lineNumber, column } }) =>
    cursor.set({ lineNumber, column }),
  );
  const follow = (): void => version.set(code.getModel()?.getVersionId() ?? 0);
  code.onDidChangeModel(follow);
  code.onDidChangeModelContent(follow);
  const reveal = (path: string, range: IRange): void => {
    if (shown === path) {
      goTo(range);
      return;
    }
    awaited = { path, range };
    open(path);
  };
  const editing = createEditing(code);
  const openings = openWith(parts, reveal);
  return {
    ...{ editor: code, element, cursor, version, reveal, ...editing },
    show: (path, is) => {
      if (shown !== undefined) left.set(shown, code.saveViewState());
      const model = parts.open(path);
      shown = model && path;
      code.setModel(model ?? null);
      if (!model) return false;
      editing.setEditable(is);
      code.restoreViewState(left.get(path) ?? null);
      insight.show(path, model);
      if (awaited?.path === path) goTo(awaited.range);
      awaited = undefined;
      return true;
    },
    setOpener: (opener) => {
      open = opener;
    },
    setScheme: (scheme) => monaco.editor.setTheme(themeName(scheme)),
    goToNextProblem: () => {
      code.focus();
      code.trigger('page', 'editor.action.marker.next', {});
    },
    end: () => {
      openings.dispose();
      code.dispose();
      element.remove();
    },
  };
}

function createEditing(code: CodeEditor): Pick<EditorHost, 'isEditable' | 'setEditable'> {
  const isEditable = createStore(true);
  return {
    isEditable,
    setEditable: (is) => {
      isEditable.set(is);
      code.updateOptions({ readOnly: !is, domReadOnly: !is });
    },
  };
}

/** Whoever follows a name to another document gets there in this editor. */
function openWith(
  { monaco, scheme }: HostParts,
  reveal: (path: string, range: IRange) => void,
): IDisposable {
  return monaco.editor.registerEditorOpener({
    openCodeEditor: (_source, resource, target) => {
      if (resource.scheme !== scheme) return false;
      const path = pathOf(resource.toString());
      if (path === undefined) return false;
      reveal(path, rangeOf(target));
      return true;
    },
  });
}

/** Where a document is opened: at the place that is asked for, or at its beginning. */
function rangeOf(target: IRange | CursorPlace | undefined): IRange {
  if (target && 'startLineNumber' in target) return target;
  const { lineNumber, column } = target ?? { lineNumber: 1, column: 1 };
  return {
    startLineNumber: lineNumber,
    startColumn: column,
    endLineNumber: lineNumber,
    endColumn: column,
  };
}

/** A place at the start of a line. */
export function lineRange(lineNumber: number, column = 1): IRange {
  return rangeOf({ lineNumber, column });
}

/** Until the panes have found their sizes. */
const SETTLING_MS = 600;

function createGoTo({ editor: factory }: Monaco, code: CodeEditor): (range: IRange) => void {
  return (range) => {
    const { startLineNumber: lineNumber, startColumn: column } = range;
    const reveal = (): void =>
      code.revealRangeInCenterIfOutsideViewport(range, factory.ScrollType.Immediate);
    // The node may just have been put into the page, whose panes take a moment to find their sizes.
    code.layout();
    code.setPosition({ lineNumber, column });
    reveal();
    code.focus();
    const resized = code.onDidLayoutChange(reveal);
    setTimeout(() => resized.dispose(), SETTLING_MS);
  };
}
