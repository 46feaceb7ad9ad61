/** Why the database did not do something, as far as a program can do something about it. */
export type DatabaseFailure =
  /** Another transaction was in the way; the same again may well work. */
  | { readonly kind: 'in-the-way' }
  /** There is such a row already. */
  | { readonly kind: 'duplicate' }
  /** The disk that it writes to is full. */
  | { readonly kind: 'full' }
  /** It was not reached, or broke off. */
  | { readonly kind: 'unavailable'; readonly reason: string };

/** PostgreSQL: serialization_failure, deadlock_detected, lock_not_available. */
const inTheWay = ['40001', '40P01', '55P03'];

/** Prisma: not reached, no connection free, transaction ended or begun too late, connection closed. PostgreSQL: took too long. */
const unavailable = [
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2037',
  '57014',
  '25P03',
];

/** PostgreSQL: disk_full; and what the system says of a disk of this computer. */
const full = ['53100', 'ENOSPC'];

/** What the driver says, without any code, of a connection that broke off or could not be had. */
const brokenOff =
  /^Connection terminated|^timeout exceeded when trying to connect|is not queryable$|^Client was closed|^Cannot use a pool/;

/** Undefined for what is a mistake of ours. */
export function failureOf(error: unknown): DatabaseFailure | undefined {
  const facts = factsOf(error);
  const told = (codes: readonly string[]) => codes.some((code) => facts.includes(code));
  if (told([...inTheWay, 'P2034', 'TransactionWriteConflict'])) return { kind: 'in-the-way' };
  if (told(['P2002', '23505'])) return { kind: 'duplicate' };
  if (told(full)) return { kind: 'full' };
  const broken = told(unavailable) || facts.some(isOutside) || brokenOff.test(reasonOf(error));
  return broken ? { kind: 'unavailable', reason: reasonOf(error) } : undefined;
}

/**
 * Every code and kind in an error and in what it was caused by: Prisma wraps what its adapters say, in more than one way.
 */
function factsOf(error: unknown, depth = 0): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 6) return [];
  const own = ['code', 'originalCode', 'kind'].map((key) => Reflect.get(error, key));
  const inner = ['cause', 'meta', 'driverAdapterError'].map((key) => Reflect.get(error, key));
  return [
    ...own.filter((fact) => typeof fact === 'string'),
    ...inner.flatMap((each) => factsOf(each, depth + 1)),
  ];
}

/** PostgreSQL's classes of lost connections, want of resources, a shutdown and input or output; and the network's own. */
function isOutside(fact: string): boolean {
  return (
    /^(08|53|57P|58)[0-9A-Z]{2,3}$/.test(fact) ||
    /^E[A-Z]{3,}$/.test(fact) ||
    fact === 'DatabaseNotReachable' ||
    fact === 'ConnectionClosed'
  );
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split('\n').at(-1) ?? text;
}
