import type { TextLanguage } from '@tiaoli/base';
import type { Problem } from './problem.ts';
import { problemResponse } from './problem.ts';

// What can be wrong with a request for a source, one answer each.

export function sourceMissing(path: string, language: TextLanguage): Response {
  return problemResponse(
    {
      code: 'source-missing',
      status: 404,
      title: { zh: `没有文件 ${path}`, en: `There is no document ${path}` },
      detail: {
        zh: '它可能已经改名、移走或删除；您的文字可以另存为新文件。',
        en: 'It may have been renamed, moved or deleted; your text can be saved as a new document.',
      },
    },
    language,
  );
}

export function sourceChanged(
  stored: { readonly text: string; readonly revision: string },
  language: TextLanguage,
): Response {
  return problemResponse(
    {
      code: 'source-changed',
      status: 412,
      title: {
        zh: '这份文件已经被别人改过',
        en: 'This document was changed by somebody else',
      },
      detail: {
        zh: '您的文字没有保存，也没有丢失。请比较两份文字，再决定用哪一份或者合并。',
        en: 'Your text was not saved, nor is it lost. Compare the two texts, then merge them or choose one.',
      },
    },
    language,
    stored,
  );
}

export function revisionRequired(language: TextLanguage): Response {
  return problemResponse(
    {
      code: 'revision-required',
      status: 428,
      title: {
        zh: '保存时没有说明这份文字是从哪一版改的',
        en: 'The save does not say which revision it was made from',
      },
      detail: {
        zh: '请在 If-Match 里写上打开时的版本号；新文件写 If-None-Match: *。',
        en: 'Name the revision that was opened in If-Match; for a new document write If-None-Match: *.',
      },
    },
    language,
  );
}

export function sourceTooLarge(limit: number, language: TextLanguage): Response {
  const megabytes = Math.floor(limit / 1024 / 1024);
  return problemResponse(
    {
      code: 'too-large-source',
      status: 413,
      title: {
        zh: `一份文件最多 ${megabytes} MB`,
        en: `A document has at most ${megabytes} MB`,
      },
      detail: {
        zh: '请把它分成几份文件，一项制度一份。',
        en: 'Split it into several documents, one per scheme.',
      },
    },
    language,
  );
}

export function badSaveRequest(language: TextLanguage): Response {
  return problemResponse(
    {
      code: 'bad-save-request',
      status: 422,
      title: {
        zh: '保存的内容应当是 {"text": "…"}',
        en: 'What is saved must be {"text": "…"}',
      },
    },
    language,
  );
}

/** Where a store is served, texts go through drafts: who changed what is on record there, and who may. */
export const folderIsReadOnly: Problem = {
  code: 'folder-read-only',
  status: 403,
  title: {
    zh: '这里的文件只供查看，没有保存',
    en: 'The documents here are for looking only; nothing was saved',
  },
  detail: {
    zh: '工作台已接数据库，文件请在“草稿”里修改。您的文字没有丢失，可以复制到草稿里。',
    en: 'This workbench has a store: change documents in “Drafts”. Your text is not lost; copy it into a draft.',
  },
};
