import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import { report } from './messages.ts';

/** What the bytes of a file are, whatever its name says. */
export type SourceFormat = 'word' | 'html' | 'text';

/** The format of a file, or why it does not come in. */
export function recognise(bytes: Uint8Array, name: string): SourceFormat | Diagnostic {
  const span = fileSpan(name);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (bytes.length === 0) return report('import-empty', {}, span);
  if (head.startsWith('%PDF')) return report('import-pdf', {}, span);
  if (head.startsWith('{\\rtf')) return report('import-rtf', {}, span);
  // The container of Office before 2007, in which encrypted files stand to this day.
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    if (holds(bytes, 'EncryptedPackage')) return report('import-encrypted', {}, span);
    return report(/\.wps$/iu.test(name) ? 'import-wps' : 'import-old-word', {}, span);
  }
  if (head.startsWith('PK')) return 'word';
  if (/\.docx$/iu.test(name)) return report('import-no-word', { part: '压缩包' }, span);
  const start = head.replace(/^[\u00ef\u00bb\u00bf\s]+/u, '');
  const isPage = /^(?:<!doctype html|<html|<\?xml[^>]*>\s*(?:<!doctype html|<html)|<!--)/iu.test(
    start,
  );
  return isPage || /\.x?html?$/iu.test(name) ? 'html' : 'text';
}

/** The name of a stream in such a container is UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'));
}
