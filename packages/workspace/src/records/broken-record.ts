/** Something stored that is not what it was when it was stored. */
export interface BrokenRecord {
  /** The table. */
  readonly table: 'blob' | 'version' | 'audit_event';
  /** What names the row: its hash, its id, or the jurisdiction and the number. */
  readonly row: string;
  readonly problem: 'altered' | 'missing' | 'unlinked' | 'cut-off';
}
