import 'monaco-editor/features/register.all.js';
// Left out of the list above: colours by the meaning of names.
import 'monaco-editor/editor/contrib/semanticTokens/browser/documentSemanticTokens.js';
import * as monaco from 'monaco-editor/editor/editor.api.js';
import { defineThemes } from './themes.ts';
import { registerLanguage } from './tiaoli-language.ts';

registerLanguage(monaco);
defineThemes(monaco);

export { monaco };
