/** The address under which a person is kept beside their password: the library for sessions wants one, and it leads nowhere. */
export function accountAddress(personId: string): string {
  return `${personId}@account.invalid`;
}
