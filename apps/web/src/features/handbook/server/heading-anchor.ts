/** The anchor of a heading, as viewers of Markdown make it: small letters, no marks, hyphens for spaces. */
export function headingAnchor(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}
