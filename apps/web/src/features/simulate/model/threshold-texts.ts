/** `普通监测线=60%；边缘监测线=30%`: numbers of lists that are assumed, as an address keeps them. */
export function readThresholds(text: string | undefined): ReadonlyMap<string, string> {
  const parts = (text ?? '').split(/[;；]/u).flatMap((part) => {
    const at = part.indexOf('=');
    const [name, value] = [part.slice(0, Math.max(0, at)).trim(), part.slice(at + 1).trim()];
    return name === '' || value === '' ? [] : [[name, value] as const];
  });
  return new Map(parts);
}

/** Empty where nothing is assumed. */
export function writeThresholds(values: ReadonlyMap<string, string>): string {
  return [...values]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .join('；');
}

/** A share is written in percent: `60` in a field that says percent is 60%. */
export function withUnit(written: string, unit: 'money' | 'rate' | 'integer'): string {
  return unit === 'rate' && /^\d+(\.\d+)?$/u.test(written) ? `${written}%` : written;
}
