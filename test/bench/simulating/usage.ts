import { readdirSync, readFileSync } from 'node:fs';

/** What the processes that were started for a piece of work took together. */
export interface Usage {
  /** Milliseconds of processor time. */
  readonly cpu: number;
  /** Most bytes that they held at once; pages that several of them share count for each. */
  readonly bytes: number;
  readonly waited: number;
}

const EVERY_MILLIS = 50;
const MILLIS_PER_TICK = 10;
const PAGE_BYTES = 4096;

/** Looks at the processes below this one again and again; what one of them does after the last look is not seen. */
export async function usageOf(work: () => Promise<void>): Promise<Usage> {
  const before = new Map(processesBelow().map(({ key, ticks }) => [key, ticks]));
  const last = new Map<string, number>();
  let bytes = 0;
  const look = (): void => {
    const found = processesBelow();
    for (const { key, ticks } of found) last.set(key, ticks - (before.get(key) ?? 0));
    bytes = Math.max(
      bytes,
      found.reduce((sum, each) => sum + each.pages * PAGE_BYTES, 0),
    );
  };
  const timer = setInterval(look, EVERY_MILLIS);
  const from = performance.now();
  try {
    await work();
    look();
  } finally {
    clearInterval(timer);
  }
  const ticks = [...last.values()].reduce((sum, each) => sum + each, 0);
  return { cpu: ticks * MILLIS_PER_TICK, bytes, waited: performance.now() - from };
}

interface OneProcess {
  readonly id: number;
  readonly parent: number;
  /** A number of a process is given again; with its start it is not. */
  readonly key: string;
  readonly ticks: number;
  readonly pages: number;
}

function processesBelow(): readonly OneProcess[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readProcess(name) : []));
  const childrenOf = Map.groupBy(all, ({ parent }) => parent);
  const below = (id: number): readonly OneProcess[] =>
    (childrenOf.get(id) ?? []).flatMap((each) => [each, ...below(each.id)]);
  return below(process.pid);
}

/** None for a process that has ended meanwhile. */
function readProcess(name: string): readonly OneProcess[] {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'utf8');
    // The name of the program, which may hold anything, stands in brackets.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const field = (at: number): number => Number(fields[at - 3]);
    const [parent, ticks, pages] = [field(4), field(14) + field(15), field(24)];
    return [{ id: Number(name), parent, key: `${name} ${field(22)}`, ticks, pages }];
  } catch {
    return [];
  }
}
