import type { Rational } from '@tiaoli/base';
import { assertNever, parseRational, printRational } from '@tiaoli/base';
import type { KeyMatch, Lookup, NumberRange } from '@tiaoli/ir';
import { rowsInOrder } from '@tiaoli/ir';
import type { LoweredBranch } from './choose-lowered.ts';
import { chooseLowered } from './choose-lowered.ts';
import type { Operand } from './combine-lowered.ts';
import { combineLowered } from './combine-lowered.ts';
import { always, and, isAboveZero, isAtLeastZero, negate, never, or } from './conditions.ts';
import type { Form } from './linear-form.ts';
import { constantForm, constantOf, isConstant, subtractForms } from './linear-form.ts';
import type { Lowered } from './lowered.ts';
import { joinMissing, missingWhen, strictStatus } from './lowered.ts';
import type { Lower, Lowering } from './lowering.ts';
import type { Condition, Pool } from './pool.ts';

/** One key of a combination: a value, a member of a set, or that the set is empty. */
type Key = Lowered | { readonly kind: 'empty' };

/** The value of the row that matches, or the best one over the members of keys that are sets. */
export function lowerLookup(expr: Lookup, lowering: Lowering, lower: Lower): Lowered {
  const { pool } = lowering;
  const keys = expr.keys.map((key) => lower(key, lowering));
  const status = strictStatus(pool, keys);
  const rows = rowsInOrder(expr.rows).map(({ match, value }) => ({
    match,
    value: lower(value, lowering),
  }));
  const operands = combinationsOf(pool, keys).map(({ when, keys: combination }) => ({
    when,
    value: lookUp(pool, rows, combination),
  }));
  const [only] = operands;
  const isSingle = operands.length === 1 && only?.when.kind === 'true';
  const best = isSingle ? only.value : bestOf(pool, operands, expr.best);
  const missing = joinMissing(pool, [
    status.missing,
    missingWhen(pool, negate(pool, status.absent), best.missing),
  ]);
  return { ...best, missing };
}

function bestOf(pool: Pool, operands: readonly Operand[], best: Lookup['best']): Lowered {
  return combineLowered(pool, best ?? 'highest', operands);
}

interface Combination {
  readonly when: Condition;
  readonly keys: readonly Key[];
}

/** Every way to take one member of each key that is a set, and where it is one. */
function combinationsOf(pool: Pool, keys: readonly Lowered[]): readonly Combination[] {
  return keys.reduce<readonly Combination[]>(
    (combinations, key) =>
      combinations.flatMap((before) =>
        choicesOf(pool, key).map((choice) => ({
          when: and(pool, [before.when, choice.when]),
          keys: [...before.keys, choice.key],
        })),
      ),
    [{ when: always(pool), keys: [] }],
  );
}

function choicesOf(
  pool: Pool,
  key: Lowered,
): readonly { readonly when: Condition; readonly key: Key }[] {
  if (key.kind !== 'set') return [{ when: always(pool), key }];
  const held = [...key.members].map(([member, when]) => {
    const options = [{ when: always(pool), member }];
    const value: Key = { kind: 'member', options, missing: {}, absent: never(pool) };
    return { when, key: value };
  });
  const isEmpty = negate(
    pool,
    or(
      pool,
      held.map(({ when }) => when),
    ),
  );
  return [...held, { when: isEmpty, key: { kind: 'empty' } as const }];
}

interface Row {
  readonly match: readonly KeyMatch[];
  readonly value: Lowered;
}

/** The first row in order that matches; none is a gap. */
function lookUp(pool: Pool, rows: readonly Row[], keys: readonly Key[]): Lowered {
  const branches: LoweredBranch[] = [];
  let left = always(pool);
  for (const { match, value } of rows) {
    const matches = and(
      pool,
      match.map((each, column) => isMatch(pool, each, keys[column])),
    );
    branches.push({ when: and(pool, [left, matches]), value });
    left = and(pool, [left, negate(pool, matches)]);
  }
  const gap: Lowered = { kind: 'none', missing: { gap: always(pool) }, absent: never(pool) };
  return chooseLowered(pool, [...branches, { when: left, value: gap }]);
}

function isMatch(pool: Pool, match: KeyMatch, key: Key | undefined): Condition {
  switch (match.kind) {
    case 'any':
    case 'otherwise':
      return always(pool);
    case 'members':
      return hasMember(pool, match.members, key);
    case 'range':
      return key?.kind === 'number' ? isInRange(pool, match, key.value) : never(pool);
    default:
      return assertNever(match);
  }
}

/** Members are compared by the text of a value: `printRational` of numbers, `true` and `false` of truth values. */
function hasMember(pool: Pool, members: readonly string[], key: Key | undefined): Condition {
  switch (key?.kind) {
    case 'member':
      return or(
        pool,
        key.options.flatMap(({ when, member }) => (members.includes(member) ? [when] : [])),
      );
    case 'truth':
      return or(pool, [
        members.includes('true') ? key.value : never(pool),
        members.includes('false') ? negate(pool, key.value) : never(pool),
      ]);
    case 'number':
      return or(
        pool,
        members.map((member) => isNumberOf(pool, key.value, member)),
      );
    default:
      return never(pool);
  }
}

function isNumberOf(pool: Pool, form: Form, member: string): Condition {
  const value = parseRational(member);
  if (!value) return never(pool);
  if (isConstant(form)) {
    return printRational(constantOf(form)) === member ? always(pool) : never(pool);
  }
  const difference = subtractForms(form, constantForm(value));
  const other = subtractForms(constantForm(value), form);
  return and(pool, [isAtLeastZero(pool, difference), isAtLeastZero(pool, other)]);
}

function isInRange(pool: Pool, { low, high }: NumberRange, form: Form): Condition {
  const above = low && subtractForms(form, constantForm(bound(low.value)));
  const below = high && subtractForms(constantForm(bound(high.value)), form);
  return and(pool, [
    ...(above ? [low.included ? isAtLeastZero(pool, above) : isAboveZero(pool, above)] : []),
    ...(below ? [high.included ? isAtLeastZero(pool, below) : isAboveZero(pool, below)] : []),
  ]);
}

function bound(text: string): Rational {
  const value = parseRational(text);
  if (!value) throw new Error(`ill-formed bound: ${text}`);
  return value;
}
