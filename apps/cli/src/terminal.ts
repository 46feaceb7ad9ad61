import type { LocalText, TextLanguage } from '@tiaoli/base';

/** Where a command reads and prints; tests put their own in its place. */
export interface Terminal {
  readonly language: TextLanguage;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Results: what a program may read. */
  readonly print: (text: string) => void;
  /** Notes for people: standard error. */
  readonly note: (text: string) => void;
  /** Shown on a terminal only, replaced by the next one; empty text takes it away. */
  readonly progress: (text: string) => void;
  readonly readStandardInput: () => Promise<Uint8Array>;
}

/** `text` in the language of the terminal. */
export function say({ language }: Pick<Terminal, 'language'>, text: LocalText): string {
  return text[language];
}

/** The terminal of this process. */
export function processTerminal(language: TextLanguage): Terminal {
  const { stdout, stderr, stdin } = process;
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  return {
    language,
    cwd: process.cwd(),
    print(text) {
      clear();
      stdout.write(text);
    },
    note(text) {
      clear();
      stderr.write(text);
    },
    progress(text) {
      if (!stderr.isTTY) return;
      clear();
      stderr.write(text);
      shown = text !== '';
    },
    async readStandardInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks);
    },
  };
}
