/** What is looked for on an ascending grid of `points`: the first point at which a figure that only rises, or only falls, reaches the target. */
export interface SolveRequest {
  readonly points: number;
  readonly target: bigint;
  /** Points that are evaluated together: one scan takes several programs. */
  readonly atOnce: number;
  readonly mostRuns: number;
  /** Undefined: it could not be, and nothing more is asked. */
  readonly evaluate: (points: readonly number[]) => Promise<readonly bigint[] | undefined>;
}

export interface TriedPoint {
  readonly point: number;
  readonly value: bigint;
}

export type Solved =
  /** On one side of the target at `point`, on the other, or on it, at the point before or behind it. */
  | { readonly kind: 'found'; readonly point: number }
  | { readonly kind: 'out-of-reach' }
  | { readonly kind: 'not-monotone' }
  | { readonly kind: 'too-many-runs' };

export interface SolvedGrid {
  readonly answer: Solved;
  /** In ascending order. */
  readonly tried: readonly TriedPoint[];
  readonly runs: number;
}

/**
 * The point of a grid at which a figure comes nearest to a target without passing it the wrong way: sections of the
 * stretch in which the target lies, several points in one scan, until two neighbours enclose it. The nearer of them is
 * the answer; of two alike the lower. What was tried tells whether the figure rises or falls throughout.
 */
export async function solveOnGrid(request: SolveRequest): Promise<SolvedGrid> {
  const { points, target, mostRuns, evaluate } = request;
  const known = new Map<number, bigint>();
  let runs = 0;
  let next = spread(0, points - 1, request.atOnce);
  for (;;) {
    const open = next.filter((point) => !known.has(point));
    if (runs + open.length > mostRuns) return told({ kind: 'too-many-runs' }, known, runs);
    const values = open.length > 0 ? await evaluate(open) : [];
    if (!values) return told({ kind: 'too-many-runs' }, known, runs);
    for (const [at, point] of open.entries()) known.set(point, values[at] ?? 0n);
    runs += open.length;
    const tried = inOrder(known);
    if (!isMonotone(tried)) return told({ kind: 'not-monotone' }, known, runs);
    const around = enclosing(tried, target);
    if (!around) return told({ kind: 'out-of-reach' }, known, runs);
    const [low, high] = around;
    if (high.point - low.point <= 1) {
      return told({ kind: 'found', point: nearer(low, high, target).point }, known, runs);
    }
    next = spread(low.point, high.point, request.atOnce);
  }
}

function told(answer: Solved, known: ReadonlyMap<number, bigint>, runs: number): SolvedGrid {
  return { answer, tried: inOrder(known), runs };
}

function inOrder(known: ReadonlyMap<number, bigint>): readonly TriedPoint[] {
  return [...known]
    .toSorted(([left], [right]) => left - right)
    .map(([point, value]) => ({ point, value }));
}

/** Both ends and points between them, as evenly as the grid allows. */
function spread(low: number, high: number, count: number): readonly number[] {
  const steps = Math.max(2, count) - 1;
  const all = Array.from({ length: steps + 1 }, (_, at) =>
    Math.round(low + ((high - low) * at) / steps),
  );
  return [...new Set(all)];
}

function isMonotone(tried: readonly TriedPoint[]): boolean {
  const pairs = tried.slice(1).map((each, at) => [tried[at]?.value ?? 0n, each.value] as const);
  return (
    pairs.every(([left, right]) => left <= right) || pairs.every(([left, right]) => left >= right)
  );
}

/** Neighbours among what was tried with the target on one of them or between; undefined beyond the ends. */
function enclosing(
  tried: readonly TriedPoint[],
  target: bigint,
): readonly [TriedPoint, TriedPoint] | undefined {
  const [only] = tried;
  if (tried.length === 1 && only) return only.value === target ? [only, only] : undefined;
  for (const [at, high] of tried.entries()) {
    const low = tried[at - 1];
    if (!low) continue;
    const isBetween =
      (low.value <= target && target <= high.value) ||
      (low.value >= target && target >= high.value);
    if (isBetween) return [low, high];
  }
  return undefined;
}

function nearer(low: TriedPoint, high: TriedPoint, target: bigint): TriedPoint {
  const distance = ({ value }: TriedPoint): bigint =>
    value > target ? value - target : target - value;
  return distance(high) < distance(low) ? high : low;
}
