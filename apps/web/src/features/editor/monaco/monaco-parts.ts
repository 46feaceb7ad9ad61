import 'monaco-editor/features/register.all.js';
import * as monaco from 'monaco-editor/editor/editor.api.js';
import { defineThemes } from './themes.ts';
import { registerLanguage } from './tiaoli-language.ts';

registerLanguage(monaco);
defineThemes(monaco);

export { monaco };
