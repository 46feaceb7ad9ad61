/** A skeleton with the 标识 of its document as the first field of its header. */
export function withIdentifier(text: string, code: string): string {
  return text.replace(/^文件「.*」 \{\n/mu, (head) => `${head}  标识 ${code}；\n`);
}
