/** Text as the content of an element or of an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What invented values are marked with, wherever they stand. */
export const illustrativeMark = '<mark>示例·不是政策</mark>';

/** What is worked out from invented values is marked with. */
export const derivedMark = '<mark>用到示例值</mark>';

/** The id of a section: by its number, whatever its title holds. */
export function sectionId(number: number): string {
  return `s${number}`;
}
