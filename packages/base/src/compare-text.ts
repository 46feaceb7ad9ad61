/** By code units: the same order on every machine. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
