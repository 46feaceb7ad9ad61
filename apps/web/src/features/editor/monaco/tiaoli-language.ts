import type { languages } from 'monaco-editor/editor/editor.api.js';
import type { Monaco } from './monaco-types.ts';

/** The language of policies; what depends on its meaning comes from the language server. */
export function registerLanguage({ languages }: Monaco): void {
  languages.register({ id: 'tiaoli', extensions: ['.tiaoli'] });
  languages.setLanguageConfiguration('tiaoli', configuration);
  languages.setMonarchTokensProvider('tiaoli', colours);
}

const configuration: languages.LanguageConfiguration = {
  comments: { lineComment: '//', blockComment: ['/*', '*/'] },
  brackets: [
    ['{', '}'],
    ['(', ')'],
    ['（', '）'],
    ['[', ']'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '(', close: ')' },
    { open: '（', close: '）' },
    { open: '[', close: ']' },
    { open: '「', close: '」' },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
  ],
  surroundingPairs: [
    { open: '{', close: '}' },
    { open: '(', close: ')' },
    { open: '（', close: '）' },
    { open: '「', close: '」' },
    { open: '"', close: '"' },
  ],
  // A name is a run of letters of any script, digits and underscores; a number keeps its point.
  wordPattern: /\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_]*/u,
  indentationRules: {
    increaseIndentPattern: /^.*\{[^}"」]*$/,
    decreaseIndentPattern: /^\s*\}/,
  },
  onEnterRules: [
    // A comment over several lines goes on with a star.
    {
      beforeText: /^\s*\/\*\*?[^*]*$/,
      afterText: /^\s*\*\/$/,
      action: { indentAction: 2, appendText: ' * ' },
    },
  ],
};

/** For the first paint only: the server's colours lie over these as soon as they are there. */
const colours: languages.IMonarchLanguage = {
  defaultToken: '',
  unicode: true,
  tokenizer: {
    root: [
      [/\/\/.*$/, 'comment'],
      [/\/\*/, 'comment', '@comment'],
      [/["“”＂][^"“”＂]*["“”＂]?/, 'string'],
      [/「[^」]*」?/, 'label'],
      [/《[^》]*》?/, 'namespace'],
      [/\d{4}-\d{2}-\d{2}/, 'number'],
      [/\d[\d,]*(?:\.\d+)?(?:[%％]|万元|元|岁|年|个月|日|天)?/, 'number'],
      [/[\p{L}_][\p{L}\p{N}_]*/u, ''],
    ],
    comment: [
      [/\*\//, 'comment', '@pop'],
      [/[^*]+|\*/, 'comment'],
    ],
  },
};
