import type { editor } from 'monaco-editor/editor/editor.api.js';

/** Letters of one width first, then fonts in which Han characters are two of them wide. */
const fontFamily =
  "'Sarasa Mono SC', 'Cascadia Mono', Consolas, 'SF Mono', Menlo, 'Noto Sans Mono CJK SC', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', monospace";

/** How policies are shown and typed. The input method of the browser is used as it is, so that nothing is lost while composing. */
export const editorOptions: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontFamily,
  fontSize: 15,
  lineHeight: 24,
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  wordWrap: 'on',
  wrappingIndent: 'indent',
  wordBasedSuggestions: 'off',
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  smoothScrolling: true,
  fixedOverflowWidgets: true,
  'semanticHighlighting.enabled': true,
  bracketPairColorization: { enabled: true },
  guides: { bracketPairs: 'active', indentation: true },
  matchBrackets: 'always',
  stickyScroll: { enabled: true, maxLineCount: 2 },
  // Full-width punctuation and Han characters are ordinary here; what cannot be seen is not.
  unicodeHighlight: {
    ambiguousCharacters: false,
    invisibleCharacters: true,
    nonBasicASCII: false,
    includeComments: true,
    includeStrings: true,
  },
  renderControlCharacters: true,
  quickSuggestions: { other: true, comments: false, strings: false },
  suggest: { showWords: false, snippetsPreventQuickSuggestions: false, preview: false },
  snippetSuggestions: 'inline',
  acceptSuggestionOnCommitCharacter: false,
  inlayHints: { enabled: 'on', fontSize: 13 },
  codeLensFontSize: 13,
  lightbulb: { enabled: 'on' as editor.ShowLightbulbIconMode },
  padding: { top: 8, bottom: 8 },
  renderLineHighlight: 'all',
  links: false,
  dragAndDrop: false,
  linkedEditing: false,
  occurrencesHighlight: 'singleFile',
  accessibilitySupport: 'auto',
};
