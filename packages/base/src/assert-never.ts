/** Marks a branch that the types say cannot happen; throws when a caller bypassed them (a bug of ours). */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
