import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandSetup } from '../command-setup.ts';
import { newOption } from '../command-setup.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { unreadable } from './read-file.ts';

/** Formats that are no text: they need a file. */
const binaryFormats: ReadonlySet<string> = new Set(['docx']);

export function outOption(setup: CommandSetup) {
  return newOption(setup, '--out <file>', {
    zh: '写到哪个文件（默认打印出来）',
    en: 'file to write to (default: printed)',
  });
}

/** Word on a terminal is of no use to anybody. */
function refuseBinary(format: string, out: string | undefined): void {
  if (out !== undefined || !binaryFormats.has(format)) return;
  throw new UsageError({
    zh: `--format ${format} 是 Word 文件，不能打印在终端上；请加 --out，例如 --out 对照.docx。`,
    en: `--format ${format} makes a Word file, which cannot be printed; add --out, for example --out table.docx.`,
  });
}

export type WriteBytes = (bytes: Uint8Array) => void;

/**
 * Where the results of a command go: the terminal, or one file that is written when they are complete. A format that needs
 * a file and has none is refused before any work is done.
 */
export async function withOutput(
  terminal: Terminal,
  { format, out }: { readonly format: string; readonly out?: string },
  run: (terminal: Terminal, writeBytes: WriteBytes) => Promise<number>,
): Promise<number> {
  refuseBinary(format, out);
  const texts: string[] = [];
  let bytes: Uint8Array | undefined;
  const held: Terminal = { ...terminal, print: (text) => void texts.push(text) };
  const code = await run(out === undefined ? terminal : held, (found) => {
    bytes = found;
  });
  if (out === undefined || (!bytes && texts.length === 0)) return code;
  try {
    await writeFile(resolve(terminal.cwd, out), bytes ?? texts.join(''));
  } catch (error) {
    throw new UsageError(unreadable(out, error));
  }
  terminal.print(`${out}\n`);
  return code;
}
