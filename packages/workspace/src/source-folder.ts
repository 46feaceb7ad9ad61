/**
 * Where policies are read from and written to; the command line implements it over files and over git revisions.
 *
 * Paths are as shown to people (relative to where the command runs) and are the `file` of every span.
 */
export interface SourceFolder {
  /** The files that were asked for, in ascending order. */
  list(): Promise<readonly string[]>;
  /**
   * Files that are only looked into when a document that was asked for rests on one that is not among them; a document
   * asked for hides those of the same name here.
   */
  library(): Promise<readonly string[]>;
  /** The bytes as stored: whether they are UTF-8 is a finding, not a failure. */
  read(path: string): Promise<Uint8Array>;
  /**
   * The bytes of a file that a document names, such as the rows of a 目录; undefined where there is none, or where the path
   * leads out of the folder.
   */
  findBeside(path: string): Promise<Uint8Array | undefined>;
  write(path: string, text: string): Promise<void>;
}
