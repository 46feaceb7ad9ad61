import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { Scheme } from '../../shell/theme.ts';
import type { Monaco } from './monaco-types.ts';

/** A colour of text on the background; each has a contrast of at least 4.5 to 1, which a test holds. */
export interface Palette {
  readonly background: string;
  readonly text: string;
  readonly keyword: string;
  readonly name: string;
  readonly layer: string;
  readonly definition: string;
  readonly member: string;
  readonly field: string;
  readonly place: string;
  readonly number: string;
  readonly string: string;
  readonly legal: string;
  readonly label: string;
  readonly mark: string;
  readonly quiet: string;
  readonly lineNumber: string;
}

export const palettes: Readonly<Record<Scheme, Palette>> = {
  light: {
    background: '#ffffff',
    text: '#1c2430',
    keyword: '#7a1f9e',
    name: '#1454b8',
    layer: '#00647a',
    definition: '#22557a',
    member: '#8a4b00',
    field: '#3a5a14',
    place: '#5b4a8a',
    number: '#0b6e4f',
    string: '#9a3412',
    legal: '#6b4a2f',
    label: '#b3261e',
    mark: '#9c1c5e',
    quiet: '#5f6975',
    lineNumber: '#66707d',
  },
  dark: {
    background: '#1d2127',
    text: '#e9edf2',
    keyword: '#d6a2f0',
    name: '#8fbcff',
    layer: '#62d0e6',
    definition: '#9ccbf0',
    member: '#f0b465',
    field: '#b4d67c',
    place: '#c3b3f5',
    number: '#6bd6ac',
    string: '#f2a37c',
    legal: '#d9bb97',
    label: '#ff9d95',
    mark: '#f79ac6',
    quiet: '#9aa5b3',
    lineNumber: '#98a2b0',
  },
};

export function themeName(scheme: Scheme): string {
  return `tiaoli-${scheme}`;
}

export function defineThemes(monaco: Monaco): void {
  for (const scheme of ['light', 'dark'] as const) {
    monaco.editor.defineTheme(themeName(scheme), themeOf(scheme));
  }
}

function themeOf(scheme: Scheme): editor.IStandaloneThemeData {
  const palette = palettes[scheme];
  const dark = scheme === 'dark';
  return {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: rulesOf(palette),
    colors: {
      'editor.background': palette.background,
      'editor.foreground': palette.text,
      'editorLineNumber.foreground': palette.lineNumber,
      'editorLineNumber.activeForeground': palette.text,
      'editorCodeLens.foreground': palette.quiet,
      'editorInlayHint.foreground': dark ? '#b3bac5' : '#4f5865',
      'editorInlayHint.background': dark ? '#2a3038' : '#eef2f8',
      'editorInlayHint.parameterForeground': dark ? '#b3bac5' : '#4f5865',
      'editorInlayHint.parameterBackground': dark ? '#2a3038' : '#eef2f8',
      'editor.lineHighlightBackground': dark ? '#232931' : '#f4f7fb',
      'editor.lineHighlightBorder': '#00000000',
      'editorError.foreground': dark ? '#ff7b72' : '#b3261e',
      'editorWarning.foreground': dark ? '#e3b341' : '#8a5300',
      'editorInfo.foreground': dark ? '#7db2ff' : '#1454b8',
      'editorUnnecessaryCode.opacity': '#000000c0',
      'editorWidget.background': palette.background,
      'editorWidget.foreground': palette.text,
      'editorWidget.border': dark ? '#4a5360' : '#c4ccd8',
      'editorHoverWidget.background': palette.background,
      'editorHoverWidget.border': dark ? '#4a5360' : '#c4ccd8',
      'editorSuggestWidget.background': palette.background,
      'editorSuggestWidget.selectedBackground': dark ? '#20344f' : '#e3edfb',
      'editorSuggestWidget.selectedForeground': palette.text,
      'editorSuggestWidget.highlightForeground': palette.name,
      'editorSuggestWidget.focusHighlightForeground': palette.name,
      'editorGutter.background': palette.background,
      'editorIndentGuide.background1': dark ? '#31373f' : '#e6eaf0',
      'editorBracketHighlight.foreground1': palette.name,
      'editorBracketHighlight.foreground2': palette.number,
      'editorBracketHighlight.foreground3': palette.member,
      'editorBracketHighlight.unexpectedBracket.foreground': palette.label,
      focusBorder: dark ? '#7db2ff' : '#1454b8',
    },
  };
}

/** By the types and modifiers of the language server, and by those of the first paint. */
function rulesOf(palette: Palette): editor.ITokenThemeRule[] {
  const rows: Readonly<Record<string, keyof Palette>> = {
    '': 'text',
    comment: 'quiet',
    keyword: 'keyword',
    macro: 'keyword',
    string: 'string',
    'string.legal': 'legal',
    number: 'number',
    parameter: 'name',
    variable: 'name',
    function: 'definition',
    interface: 'definition',
    class: 'layer',
    property: 'field',
    struct: 'field',
    enum: 'member',
    enumMember: 'member',
    namespace: 'place',
    label: 'label',
    event: 'label',
    decorator: 'mark',
  };
  const bold = new Set(['keyword']);
  return Object.entries(rows).map(([token, colour]) => ({
    token,
    foreground: palette[colour].slice(1),
    ...(bold.has(token) && { fontStyle: 'bold' }),
  }));
}
