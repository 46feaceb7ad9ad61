import type { TextLanguage } from '@tiaoli/base';
import type { Monaco } from './monaco-types.ts';

let loading: Promise<Monaco> | undefined;

/**
 * Monaco without the languages that it brings, in the reader's language: its words are read once, when it is loaded, so a
 * later change of language reaches them with the next load of the page. Rejects when its files cannot be fetched.
 */
export function loadMonaco(language: TextLanguage): Promise<Monaco> {
  loading ??= load(language).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(language: TextLanguage): Promise<Monaco> {
  self.MonacoEnvironment = { getWorker: () => new Worker('/workers/editor.js') };
  if (language === 'zh') await import('monaco-editor/nls/lang/zh-cn.js');
  const { monaco } = await import('./monaco-parts.ts');
  return monaco;
}
