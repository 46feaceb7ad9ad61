import type {
  AccumulatorRow,
  Calculator,
  CalculatorTables,
  HeldState,
  ResultRow,
  ValueForm,
} from '@tiaoli/compiler';
import type { Behaviour, ResultDifference } from '@tiaoli/diff';

type Step = ReturnType<Calculator['step']>;
type Status = 'value' | 'missing' | 'not-applicable';

/** Where a compared result stands in what two calculators give. */
export interface Slot {
  readonly result: ResultDifference;
  readonly rows:
    | { readonly kind: 'result'; readonly old: ResultRow; readonly now: ResultRow }
    | { readonly kind: 'state'; readonly old: AccumulatorRow; readonly now: AccumulatorRow };
  /** No difference can break what was said. */
  readonly admitsNothing: boolean;
}

/** One value on both sides. */
export interface HeldCell {
  readonly isAlike: boolean;
  /** Where the sides do not both have a value. */
  readonly statuses?: readonly Status[];
  /** After − before of numbers, as a fraction. */
  readonly difference?: readonly [bigint, bigint];
  readonly shown: string;
}

/** The slots of every compared result that a calculator shows: all but what is written under other keys. */
export function slotsOf(
  { results, before, after }: Behaviour,
  old: CalculatorTables,
  now: CalculatorTables,
): readonly Slot[] {
  const shown = new Set(after.definitions.flatMap((each) => resultId(each)));
  const ids = before.definitions.flatMap((each) => resultId(each)).filter((id) => shown.has(id));
  const told = results.filter(({ kind }) => kind === 'result');
  const ofClaim = told.flatMap((result, at): Slot[] => {
    const [left, right] = [old, now].map((tables) =>
      tables.results.find(({ definition }) => definition === ids[at]),
    );
    if (left && left.name !== result.name)
      throw new Error(`results in another order: ${left.name}`);
    return left && right ? [slotOf(result, { kind: 'result', old: left, now: right })] : [];
  });
  const ofState = results.flatMap((result): Slot[] => {
    const [left, right] = [old, now].map(({ accumulators }) =>
      accumulators.find(({ name }) => result.kind === 'state' && name === result.name),
    );
    return left && right ? [slotOf(result, { kind: 'state', old: left, now: right })] : [];
  });
  return [...ofClaim, ...ofState];
}

function resultId({ id, visibility }: Behaviour['before']['definitions'][number]): string[] {
  return visibility === 'result' ? [id] : [];
}

/** Where every part has bounds about zero, or none, two equal values break nothing. */
function slotOf(result: ResultDifference, rows: Slot['rows']): Slot {
  const admitsNothing = result.regions.every(
    ({ low, high }) => !((low && low.numerator > 0n) || (high && high.numerator < 0n)),
  );
  return { result, rows, admitsNothing };
}

/** Whether a slot holds the very same on both sides, at first sight: most do, and there are hundreds of thousands. */
export function isPlainlyAlike({ rows }: Slot, old: Step, now: Step): boolean {
  if (rows.old.scale !== rows.now.scale || rows.old.held === 'index') return false;
  if (rows.kind === 'result') {
    const [left, right] = [rows.old, rows.now];
    const statuses = [
      left.status && old.results[left.status],
      right.status && now.results[right.status],
    ];
    return (
      isAtom(old.results[left.key]) &&
      old.results[left.key] === now.results[right.key] &&
      statuses[0] === statuses[1]
    );
  }
  const [left, right] = [rows.old, rows.now];
  return (
    isAtom(old.state[left.key]) &&
    old.state[left.key] === now.state[right.key] &&
    (left.group && old.state[left.group]) === (right.group && now.state[right.group])
  );
}

function isAtom(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/**
 * The values of a slot on both sides: of an accumulator by key one for each key that the claim writes, in the period of the
 * claim.
 */
export function cellsOf(
  { rows }: Slot,
  [prior, old, now]: readonly [prior: HeldState, old: Step, now: Step],
): readonly HeldCell[] {
  if (rows.kind === 'result') {
    return [cellOf(resultOf(rows.old, old), resultOf(rows.now, now), rows)];
  }
  const [left, right] = [storedIn(rows.old, old.state), storedIn(rows.now, now.state)];
  const earlier = storedIn(rows.old, prior);
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  const written = keys.filter((key) =>
    [left, right].some((each) => !isSameStored(each.get(key), earlier.get(key))),
  );
  return (written.length > 0 ? written : keys).map((key) => {
    const [was, is] = [left.get(key), right.get(key)];
    const period = was && was.period !== earlier.get(key)?.period ? was.period : is?.period;
    return cellOf(readIn(was, period, rows.old), readIn(is, period, rows.now), rows);
  });
}

interface Stored {
  readonly period: unknown;
  readonly value: unknown;
}

function isSameStored(left: Stored | undefined, right: Stored | undefined): boolean {
  return left?.period === right?.period && left?.value === right?.value;
}

function storedIn({ key, group }: AccumulatorRow, state: HeldState): ReadonlyMap<unknown, Stored> {
  const field = state[key];
  if (field instanceof Map) {
    return new Map([...field].map(([of, [period, value]]) => [of, { period, value }]));
  }
  return new Map([['', { period: group === undefined ? 'ever' : state[group], value: field }]]);
}

/** In the period of the claim: a side that wrote nothing may still hold what an earlier period had. */
function readIn(stored: Stored | undefined, period: unknown, row: AccumulatorRow): Held {
  const value = stored?.period === period ? stored?.value : undefined;
  if (value !== undefined && value !== null) return [value, 'value'];
  if (row.absent) return [undefined, 'not-applicable'];
  return [row.held === 'bigint' ? 0n : 0, 'value'];
}

type Held = readonly [value: unknown, status: Status];

function resultOf({ key, status }: ResultRow, { results }: Step): Held {
  const value = results[key];
  const told = status === undefined ? 0 : Number(results[status]);
  if (told > 0) return [undefined, 'not-applicable'];
  return told < 0 ? [undefined, 'missing'] : [value, statusOf(value)];
}

function statusOf(value: unknown): Status {
  return value === undefined || value === null ? 'missing' : 'value';
}

function cellOf([left, was]: Held, [right, is]: Held, { old, now }: Slot['rows']): HeldCell {
  const shown = `${was === 'value' ? left : was}/${old.scale} → ${is === 'value' ? right : is}/${now.scale}`;
  if (was !== is) return { isAlike: false, statuses: [was, is], shown };
  if (was !== 'value') return { isAlike: true, shown };
  if (!isCounted(old) || !isCounted(now)) {
    return { isAlike: nameOf(left, old) === nameOf(right, now), shown };
  }
  if (left === right && old.scale === now.scale) {
    return { isAlike: true, difference: [0n, 1n], shown };
  }
  const [from, to] = [BigInt(old.scale), BigInt(now.scale)];
  const difference = BigInt(right as number) * from - BigInt(left as number) * to;
  return { isAlike: difference === 0n, difference: [difference, from * to], shown };
}

function isCounted({ held }: ValueForm): boolean {
  return held === 'number' || held === 'bigint';
}

function nameOf(value: unknown, { held, members }: ValueForm): string {
  return held === 'index' ? String(members?.[Number(value)]) : String(value);
}
