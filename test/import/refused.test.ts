// What does not come in is refused with a sentence that says what to do; nothing hostile fills the memory or hangs.
import { importDocument, packageLimits } from '@tiaoli/import';
import { expect, test } from 'vitest';
import { makeWord, p, wordParts } from './make-word.ts';
import { zip } from './zip.ts';

const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const withPart = (name: string, content: string, more: object = {}) =>
  zip([...wordParts(p('甲')).filter((part) => part.name !== name), { name, content, ...more }]);
const nested = (depth: number): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:sdt>'.repeat(depth)}${'</w:sdt>'.repeat(depth)}</w:body></w:document>`;

test.each([
  ['an empty file', '', 'a.txt', 'import-empty'],
  ['white space', ' \n　\n', 'a.txt', 'import-empty'],
  ['a Word file without words', makeWord(p('')), 'a.docx', 'import-empty'],
  ['old Word', Buffer.concat([ole, Buffer.alloc(600)]), 'a.doc', 'import-old-word'],
  ['WPS', Buffer.concat([ole, Buffer.alloc(600)]), 'a.wps', 'import-wps'],
  [
    'a password',
    Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
    'a.docx',
    'import-encrypted',
  ],
  [
    'an encrypted part',
    zip([{ name: 'word/document.xml', content: 'x', isEncrypted: true }]),
    'a.docx',
    'import-encrypted',
  ],
  ['PDF', '%PDF-1.7', 'a.docx', 'import-pdf'],
  ['RTF', '{\\rtf1}', 'a.docx', 'import-rtf'],
  ['an OpenDocument', zip([{ name: 'mimetype', content: 'x' }]), 'a.odt', 'import-open-document'],
  ['a workbook', zip([{ name: 'xl/workbook.xml', content: '<x/>' }]), 'a.docx', 'import-no-word'],
  ['text that calls itself Word', '第一条 甲', 'a.docx', 'import-no-word'],
  ['half an archive', makeWord(p('甲')).subarray(0, 300), 'a.docx', 'import-no-word'],
  [
    'no document',
    zip([{ name: '_rels/.rels', content: '<Relationships/>' }]),
    'a.docx',
    'import-no-word',
  ],
  ['broken XML', withPart('word/document.xml', '<w:document>'), 'a.docx', 'import-no-word'],
  [
    'entities that multiply',
    withPart('word/document.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    'a.docx',
    'import-no-word',
  ],
  ['elements without end', withPart('word/document.xml', nested(5000)), 'a.docx', 'import-no-word'],
  [
    'a size that is a lie',
    withPart('word/document.xml', nested(2), { claims: 9 }),
    'a.docx',
    'import-no-word',
  ],
  [
    'a part that is too large',
    withPart('word/document.xml', `<a>${'\u0020'.repeat(packageLimits.part)}</a>`),
    'a.docx',
    'import-too-large',
  ],
  [
    'too many parts',
    zip(
      Array.from({ length: packageLimits.entries + 1 }, (_, at) => ({
        name: `${at}`,
        content: '',
      })),
    ),
    'a.docx',
    'import-too-large',
  ],
  ['a binary file', Buffer.from([1, 0, 2, 255]), 'a.txt', 'import-not-text'],
  ['a page nested without end', `<html>${'<b>'.repeat(200_000)}甲`, 'a.html', 'import-not-text'],
  [
    'more text than a document holds',
    `第一条 ${'甲'.repeat(400_000)}`,
    'a.txt',
    'import-too-large',
  ],
] as const)('%s', async (_, content, name, code) => {
  const outcome = await importDocument(Buffer.from(content), name);
  if (outcome.kind === 'imported') throw new Error('it came in');
  const [diagnostic] = outcome.diagnostics;
  expect(diagnostic?.code).toBe(code);
  expect(diagnostic?.hint?.zh).toMatch(/\p{Script=Han}/u);
  expect(diagnostic?.span.file).toBe(name);
});
