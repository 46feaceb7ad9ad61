import type { Rational } from '@tiaoli/base';
import { isInteger, multiply, rational } from '@tiaoli/base';
import type { ValueForm } from './emit-tables.ts';
import type { HeldValue } from './load-calculator.ts';

/** A value as the interpreter has it: exact numbers, members by name. */
export type ExactValue = Rational | boolean | string | ReadonlySet<string>;

/** The value as emitted code holds it. Throws a RangeError where the number does not lie on the scale. */
export function holdValue(value: ExactValue, form: ValueForm): HeldValue {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    return form.held === 'index' ? memberOf(value, form) : value;
  }
  if (!('numerator' in value)) return holdSet(value, form);
  const scaled = multiply(value, rational(BigInt(form.scale)));
  if (!isInteger(scaled)) throw new RangeError(`more decimals than ${form.type} holds`);
  return form.held === 'bigint' ? scaled.numerator : Number(scaled.numerator);
}

function memberOf(name: string, { members = [], type }: ValueForm): number {
  const index = members.indexOf(name);
  if (index < 0) throw new RangeError(`no member of the ${type}: ${name}`);
  return index;
}

/** Up to thirty members are bits of a double, more those of an integer of any size. */
const mostNarrow = 30;

function holdSet(set: ReadonlySet<string>, form: ValueForm): number | bigint {
  const bits = [...set].reduce((all, name) => all | (1n << BigInt(memberOf(name, form))), 0n);
  return (form.members?.length ?? 0) > mostNarrow ? bits : Number(bits);
}

/** The value that emitted code holds, exactly. */
export function exactValue(held: HeldValue, form: ValueForm): ExactValue | undefined {
  if (held === undefined || held === null) return undefined;
  if (form.held === 'index') return form.members?.[Number(held)];
  if (form.held === 'set') return setOf(held, form);
  if (typeof held === 'string') return held;
  if (form.held === 'boolean') return Boolean(held);
  if (typeof held === 'boolean') return held;
  return rational(BigInt(held), BigInt(form.scale));
}

function setOf(held: HeldValue, { members = [] }: ValueForm): ReadonlySet<string> {
  const bits = BigInt(held ?? 0);
  return new Set(members.filter((_, index) => ((bits >> BigInt(index)) & 1n) === 1n));
}
