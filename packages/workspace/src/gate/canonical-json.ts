/** The same text for the same content wherever it stands in its file: without spans, and with tables in one order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (key: string, each: unknown) => {
    if (key === 'span') return undefined;
    if (typeof each === 'bigint') return `${each}`;
    if (each instanceof Map) return [...each].sort(byFirst);
    return each;
  });
}

function byFirst([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
