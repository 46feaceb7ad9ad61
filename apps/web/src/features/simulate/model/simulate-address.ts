import type { ComparedPair } from '../../compare/model/compare-address.ts';

/** What the address of the page says: a link shows the same. */
export interface SimulateAddress {
  /** The rules as they are and as they are proposed: `ID`, `ID@VERSION` or a path. */
  readonly old?: string;
  readonly new?: string;
  /** Name of the population among those of the server. */
  readonly population?: string;
  /** The run that is shown, by its name on the server. */
  readonly run?: string;
}

const names = ['old', 'new', 'population', 'run'] as const;

export function readSimulateAddress(search: URLSearchParams): SimulateAddress {
  const found = names.flatMap((name) => {
    const text = search.get(name)?.trim() ?? '';
    return text === '' ? [] : [[name, text] as const];
  });
  return Object.fromEntries(found);
}

export function simulateHref(address: SimulateAddress): string {
  const parts = names.flatMap((name) => (address[name] ? [[name, address[name]]] : []));
  return parts.length === 0 ? '/simulate' : `/simulate?${new URLSearchParams(parts)}`;
}

/** Who is run under which rules. */
export interface AskedRun extends ComparedPair {
  readonly population: string;
}

/** Undefined as long as something is not chosen. */
export function askedRunOf({ old, new: now, population }: SimulateAddress): AskedRun | undefined {
  if (old === undefined || now === undefined || population === undefined) return undefined;
  return { old, new: now, population };
}
