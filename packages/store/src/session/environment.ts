import { randomUUID } from 'node:crypto';

/** What differs from one moment to the next: tests bring their own. */
export interface Environment {
  now(): Date;
  /** A UUID that nobody can guess. */
  newId(): string;
}

export const realEnvironment: Environment = { now: () => new Date(), newId: () => randomUUID() };
