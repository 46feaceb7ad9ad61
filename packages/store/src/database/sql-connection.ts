/** One connection on which statements are run as they are written, for what Prisma has no words for. */
export interface SqlConnection {
  /** Runs statements that are separated by semicolons. Throws what the database says. */
  run(statements: string): Promise<void>;
  /** The rows of one statement; its values stand for `$1`, `$2` and so on. Throws what the database says. */
  query<Row>(statement: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}
