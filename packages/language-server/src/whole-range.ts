import type { Range } from 'vscode-languageserver';

/** All of a text, as the protocol counts lines. */
export function wholeRange(text: string): Range {
  const lines = text.split(/\r\n|[\r\n]/);
  const last = lines.at(-1) ?? '';
  return {
    start: { line: 0, character: 0 },
    end: { line: lines.length - 1, character: last.length },
  };
}
