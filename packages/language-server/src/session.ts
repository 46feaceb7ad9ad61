import type { DayNumber, TextLanguage } from '@tiaoli/base';
import type { LanguageWorkspace } from '@tiaoli/language';

/** What every feature reads: the documents as they are linked now, and for whom and which day it answers. */
export interface Session {
  /** Linked with the newest texts: of open documents what the editor holds, of the others what is stored. */
  readonly workspace: LanguageWorkspace;
  /** In which language findings and explanations are given. */
  readonly language: TextLanguage;
  /** The day whose values are shown as effective; each document's newest version without it. */
  readonly on?: DayNumber | undefined;
  /** The newest text of a file; undefined when it is not known. */
  textOf(path: string): string | undefined;
  /** The path by which the workspace knows the document; paths are `policies/…` or as the editor's URI has them. */
  pathOf(uri: string): string;
  uriOf(path: string): string;
}
