import type { LocalText } from '@tiaoli/base';
import { message, reporterOf } from '@tiaoli/base';

const whatComesIn: LocalText = {
  zh: '可以导入 Word（.docx）、网页（.html）和文本（.txt）。导入不改动原来的文件。',
  en: 'Word (.docx), pages (.html) and text (.txt) can be imported. The file itself is never changed.',
};

function another(zh: string, en: string) {
  return message({
    severity: 'error',
    message: () => ({
      zh: `文件是${zh}，不能导入`,
      en: `the file is ${en} and cannot be imported`,
    }),
    hint: () => ({
      zh: '用 WPS 或 Word 打开，另存为“Word 文档（.docx）”，再导入',
      en: 'open it in Word or WPS, save it as a Word document (.docx), and import that',
    }),
    explanation: whatComesIn,
  });
}

/** Why a file does not come in, by code. */
export const importMessages = {
  'import-old-word': another('旧格式的 Word 文档（.doc）', 'an old Word document (.doc)'),
  'import-wps': another(' WPS 自己的格式（.wps）', 'in the format of WPS itself (.wps)'),
  'import-rtf': another(' RTF 文档', 'an RTF document'),
  'import-open-document': another('开放文档（.odt）', 'an OpenDocument text (.odt)'),
  'import-pdf': message({
    severity: 'error',
    message: () => ({
      zh: '文件是 PDF，不能导入：PDF 里没有段落和表格，只有印在哪里',
      en: 'the file is a PDF and cannot be imported: it says where ink goes, not what a paragraph or a table is',
    }),
    hint: () => ({
      zh: '向起草的单位要 Word 文件；只有 PDF 的，用 Word 打开另存为 .docx，再逐句核对',
      en: 'ask whoever wrote it for the Word file; with nothing but the PDF, open it in Word, save it as .docx, and check every sentence',
    }),
    explanation: whatComesIn,
  }),
  'import-encrypted': message({
    severity: 'error',
    message: () => ({
      zh: '文件有密码，打不开',
      en: 'the file is protected by a password and cannot be opened',
    }),
    hint: () => ({
      zh: '在 Word 里去掉密码（文件 → 信息 → 保护文档）后另存，再导入',
      en: 'take the password off in Word (File, Info, Protect Document), save it, and import that',
    }),
    explanation: whatComesIn,
  }),
  'import-no-word': message<{ readonly part: string }>({
    severity: 'error',
    message: ({ part }) => ({
      zh: `文件不是完好的 Word 文档：${part}缺失或者读不出来`,
      en: `the file is no sound Word document: ${part} is missing or cannot be read`,
    }),
    hint: () => ({
      zh: '用 Word 或 WPS 打开看看；打得开就另存为 .docx，再导入',
      en: 'see whether Word or WPS opens it; if so, save it as .docx again and import that',
    }),
    explanation: whatComesIn,
  }),
  'import-too-large': message<{ readonly what: LocalText }>({
    severity: 'error',
    message: ({ what }) => ({
      zh: `文件太大：${what.zh}`,
      en: `the file is too large: ${what.en}`,
    }),
    hint: () => ({
      zh: '删去大图片，或者把文件按部分拆开，分别导入',
      en: 'take large pictures out, or split the document and import its parts',
    }),
    explanation: {
      zh: '一份文件展开后只能这样大，免得一个恶意的压缩包占满内存。',
      en: 'A document may only be so large once unpacked, so that no hostile archive fills the memory.',
    },
  }),
  'import-not-text': message({
    severity: 'error',
    message: () => ({
      zh: '文件既不是 Word、网页，也不是 UTF-8 或 GB18030 编码的文本',
      en: 'the file is neither Word nor a page, nor text in UTF-8 or GB18030',
    }),
    hint: () => ({
      zh: '另存为 .docx，或者另存为 UTF-8 编码的文本',
      en: 'save it as .docx, or as text in UTF-8',
    }),
    explanation: whatComesIn,
  }),
  'import-empty': message({
    severity: 'error',
    message: () => ({ zh: '文件里没有文字', en: 'there is no text in the file' }),
    hint: () => ({
      zh: '扫描的图片里没有文字可读：要有文字的 Word 文件，或者照着录入',
      en: 'scanned pictures hold no text to read: use a Word file with text, or type it in',
    }),
    explanation: whatComesIn,
  }),
} as const;

export const report = reporterOf(importMessages);
