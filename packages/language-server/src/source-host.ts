import type { SourceText } from './protocol.ts';

/** Where stored documents are read from, when the editor does not send them. */
export interface SourceHost {
  /** Every document of a folder of the workspace; none where there is no such folder. Never rejects. */
  readFolder(uri: string): Promise<readonly SourceText[]>;
  /** The text of a file; undefined when it is gone or no text. Never rejects. */
  readFile(uri: string): Promise<string | undefined>;
}
