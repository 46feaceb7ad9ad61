import type { Diagnostic, LocalText } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { Action, Actor, Subject } from '@tiaoli/workspace';
import { deedOf, permits, report } from '@tiaoli/workspace';
import type { Prisma } from '../generated/client.ts';
import type { Environment } from './environment.ts';

/** A transaction of one person. */
export interface Session extends Environment {
  /** INVARIANT: the only way to the database while the transaction is open; embedded, any other waits for its end. */
  readonly database: Prisma.TransactionClient;
  readonly actor: Actor;
}

/** Ends a transaction so that nothing of it is kept; it is caught where the transaction was begun. */
export class Refusal extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super('refused');
    this.diagnostics = diagnostics;
  }
}

/** Ends the transaction unless the person may do that. */
export function demand({ actor }: Session, action: Action, subject: Subject): void {
  if (permits(actor, action, subject)) return;
  throw new Refusal([report('not-permitted', { deed: deedOf(action) }, fileSpan(action))]);
}

/** Ends the transaction where there is none that the person may see; else answers with it. */
export function found<Row>(row: Row | undefined, what: LocalText): Row {
  if (row !== undefined) return row;
  throw new Refusal([report('record-not-found', { what }, fileSpan(what.en))]);
}

/** False for what no row can have as its id, of which the database would not want to hear. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
