import type { ComparedPair } from '../../compare/model/compare-address.ts';

/** What the address of the page says: a link shows the same. */
export interface SimulateAddress extends AskedBeside {
  /** The rules as they are and as they are proposed: `ID`, `ID@VERSION` or a path. */
  readonly old?: string;
  readonly new?: string;
  /** Name of the population among those of the server. */
  readonly population?: string;
  /** The run that is shown, by its name on the server. */
  readonly run?: string;
}

/** What is asked beyond the two versions, in the words of the command line. */
export interface AskedBeside {
  /** `1` */
  readonly sensitivity?: string;
  /** `大病起付=10000..20000/1000` */
  readonly sweep?: string;
  /** A number of the rules, and what it shall reach: `change=1000000`. */
  readonly solve?: string;
  readonly target?: string;
  /** Name of accounts that were handed in, and `5%,70%`. */
  readonly funds?: string;
  readonly adjustment?: string;
  /** `普通监测线=60%；边缘监测线=30%` */
  readonly threshold?: string;
}

const questions = [
  ...(['sensitivity', 'sweep', 'solve', 'target', 'funds', 'adjustment'] as const),
  'threshold',
] as const;
const names = ['old', 'new', 'population', 'run', ...questions] as const;

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
export interface AskedRun extends ComparedPair, AskedBeside {
  readonly population: string;
}

/** Undefined as long as something is not chosen; a question of which half is written is not asked yet. */
export function askedRunOf(address: SimulateAddress): AskedRun | undefined {
  const { old, new: now, population } = address;
  if (old === undefined || now === undefined || population === undefined) return undefined;
  return { old, new: now, population, ...askedBeside(address) };
}

function askedBeside({ solve, target, funds, adjustment, ...rest }: AskedBeside): AskedBeside {
  const { sensitivity, sweep, threshold } = rest;
  return {
    ...(sensitivity === '1' && { sensitivity }),
    ...(sweep !== undefined && { sweep }),
    ...(threshold !== undefined && { threshold }),
    ...(solve !== undefined && target !== undefined && { solve, target }),
    ...(funds !== undefined && { funds, ...(adjustment !== undefined && { adjustment }) }),
  };
}
