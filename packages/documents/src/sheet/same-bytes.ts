/** What a Word file says of itself: its title, and neither who made it nor when. */
export function propertiesXml(title: string): string {
  const spaces = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  ].join(' ');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties ${spaces}><dc:title>${escaped(title)}</dc:title></cp:coreProperties>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** 1980-01-01 00:00, the first day that an archive can tell. */
const FIRST_TIME = 0;
const FIRST_DAY = 0x0021;

const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const END_BYTES = 22;

/** A ZIP archive without the times at which its parts were written, so that the same content is the same bytes. */
export function withoutTimes(archive: Uint8Array): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  const end = bytes.length - END_BYTES;
  if (view.getUint32(end, true) !== DIRECTORY_END) throw new Error('an archive with a comment');
  const parts = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let part = 0; part < parts; part += 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Error('no directory of an archive');
    setTime(view, at + 12);
    setTime(view, view.getUint32(at + 42, true) + 10);
    at += 46 + [28, 30, 32].reduce((sum, place) => sum + view.getUint16(at + place, true), 0);
  }
  return bytes;
}

function setTime(view: DataView, at: number): void {
  view.setUint16(at, FIRST_TIME, true);
  view.setUint16(at + 2, FIRST_DAY, true);
}
