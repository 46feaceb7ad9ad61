import type { ImportDesk } from '../jobs/import-desk.ts';

const key = Symbol.for('tiaoli.importing');

/** Hands what reads files to the routes of this process; a thread begun by a bundle would be a bundle too. */
export function shareImporting(desk: ImportDesk): void {
  Reflect.set(globalThis, key, desk);
}

/** What reads files. Throws where the server was not started by `startWorkbench`. */
export function importDesk(): ImportDesk {
  const known: ImportDesk | undefined = Reflect.get(globalThis, key);
  if (!known) throw new Error('the server was started without imports');
  return known;
}
