import { createHash } from 'node:crypto';

/** The SHA-256 of lines with their ends, as they come by. */
export interface LineHash {
  add(line: string): void;
  /** 64 hexadecimal digits, of all that was added; asked for once. */
  digest(): string;
}

export function createLineHash(): LineHash {
  const hash = createHash('sha256');
  return {
    add: (line) => {
      hash.update(line).update('\n');
    },
    digest: () => hash.digest('hex'),
  };
}
