import type { TiaoliDocument } from '../tiaoli-document.ts';

/** The keyword language of a file: that of its first keyword. */
export function keywordLanguageOf({ file }: TiaoliDocument): 'zh' | 'en' {
  const text = file.document?.$cstNode?.text ?? '';
  return /^\s*[A-Za-z]/.test(text) ? 'en' : 'zh';
}
