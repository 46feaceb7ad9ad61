import type { Rational } from '@tiaoli/base';
import { parseRational, ZERO } from '@tiaoli/base';
import type { Facts, Spell, State, Stored, Value } from '@tiaoli/interpreter';
import type { Expr } from '@tiaoli/ir';
import type { Assumption, CertifiedResult, Claim, Witness } from './claims.ts';
import { besides, claimStates } from './claims.ts';
import { internDays, internGap } from './day-terms.ts';
import { termOfAccumulator, termOfInput } from './evaluate-reference.ts';
import type { Joint } from './joint.ts';
import type { Question } from './known.ts';
import type { Linear } from './linear.ts';
import type { Terms } from './terms.ts';
import { internFloor, internUnread, isWholeForm, noTerms } from './terms.ts';
import type { Share, ShareKind, Tree } from './tree.ts';

/** What is read of a certificate; `isBroken` once something is not of the form that it must have. */
interface Reader {
  readonly joint: Joint;
  readonly terms: Terms;
  isBroken: boolean;
}

export interface Decoded {
  readonly terms: Terms;
  readonly assumptions: readonly Assumption[];
  readonly results: readonly CertifiedResult[];
}

/** The body of a certificate; undefined where it is not of the published form. */
export function decodeBody(body: unknown, joint: Joint): Decoded | undefined {
  const reader: Reader = { joint, terms: noTerms(), isBroken: false };
  const { terms, assumptions, results } = asRecord(body, reader);
  // In order, so that the numbers of the terms are those of the certificate.
  for (const [at, term] of asList(terms, reader).entries()) {
    if (decodeTerm(asRecord(term, reader), reader) !== at) reader.isBroken = true;
  }
  const decoded = {
    terms: reader.terms,
    assumptions: asList(assumptions, reader).map((each) => decodeAssumption(each, reader)),
    results: asList(results, reader).map((each) => decodeResult(each, reader)),
  };
  return reader.isBroken ? undefined : decoded;
}

type Fields = Readonly<Record<string, unknown>>;

function broken<T>(reader: Reader, instead: T): T {
  reader.isBroken = true;
  return instead;
}

function asRecord(value: unknown, reader: Reader): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  return broken(reader, {});
}

function asList(value: unknown, reader: Reader): readonly unknown[] {
  return Array.isArray(value) ? value : broken(reader, []);
}

function asText(value: unknown, reader: Reader): string {
  return typeof value === 'string' ? value : broken(reader, '');
}

function asTexts(value: unknown, reader: Reader): readonly string[] {
  return asList(value, reader).map((each) => asText(each, reader));
}

function asCount(value: unknown, reader: Reader): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : broken(reader, 0);
}

function asNumber(value: unknown, reader: Reader): Rational {
  return parseRational(asText(value, reader)) ?? broken(reader, ZERO);
}

function asOneOf<T extends string>(value: unknown, all: readonly T[], reader: Reader): T {
  const [first] = all;
  const found = all.find((each) => each === value);
  if (first === undefined) throw new Error('nothing to choose from');
  return found ?? broken(reader, first);
}

function decodeTerm(term: Fields, reader: Reader): number {
  const { joint, terms } = reader;
  switch (term.kind) {
    case 'fact': {
      const side = joint[asOneOf(term.side, ['before', 'after'], reader)];
      const { input, at } = term;
      const moment = at === undefined ? {} : { at: asText(at, reader) };
      return termOfInput(terms, joint, side, { input: asText(input, reader), ...moment });
    }
    case 'state': {
      const side = joint[asOneOf(term.side, ['before', 'after'], reader)];
      const id = asText(term.accumulator, reader);
      return side.index.accumulators.has(id)
        ? termOfAccumulator(terms, joint, side, id)
        : broken(reader, -1);
    }
    case 'floor': {
      const form = { ...decodeForm(term.form, reader), constant: asNumber(term.plus, reader) };
      const divisor = asNumber(term.divisor, reader);
      const isWhole = [...form.coefficients.values(), divisor].every(
        ({ denominator }) => denominator === 1n,
      );
      if (!isWhole || divisor.numerator <= 0n) return broken(reader, -1);
      return internFloor(terms, form, divisor.numerator);
    }
    case 'days':
    case 'gap':
      return decodeDays(term, reader);
    case 'other': {
      const key = asText(term.key, reader);
      // A name of something known would take the place of what is known of it.
      return /^(fact|state|days|gap) |^⌊/u.test(key)
        ? broken(reader, -1)
        : internUnread(terms, key);
    }
    default:
      return broken(reader, -1);
  }
}

/** What a term of days is worth is counted anew. */
function decodeDays({ kind, form, plus, count, from, on }: Fields, reader: Reader): number {
  const { joint, terms } = reader;
  const own = decodeForm(form, reader);
  if (!joint.calendar || reader.isBroken) return broken(reader, -1);
  if (kind === 'gap') {
    const { low, high } = asRecord(on, reader);
    const stretch = { low: asDay(low, reader), high: asDay(high, reader) };
    const origin = asCount(from, reader);
    if (origin >= terms.all.length) return broken(reader, -1);
    const gap = internGap(joint.calendar, terms, { form: own, from: origin, on: stretch });
    return gap ?? broken(reader, -1);
  }
  const whole = { ...own, constant: asNumber(plus, reader) };
  return isWholeForm(terms, whole)
    ? internDays(terms, whole, asDay(count, reader))
    : broken(reader, -1);
}

/** A day, or a number of days, either way. */
function asDay(value: unknown, reader: Reader): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : broken(reader, 0);
}

/** Terms that stand in the certificate before, each once, none of them zero times. */
function decodeForm(value: unknown, reader: Reader): Linear {
  const coefficients = new Map<number, Rational>();
  for (const part of asList(value, reader)) {
    const [at, times] = asList(part, reader);
    const term = asCount(at, reader);
    const coefficient = asNumber(times, reader);
    const isFine = term < reader.terms.all.length && !coefficients.has(term);
    if (!isFine || coefficient.numerator === 0n) reader.isBroken = true;
    coefficients.set(term, coefficient);
  }
  return { constant: ZERO, coefficients };
}

function decodeAssumption(value: unknown, reader: Reader): Assumption {
  const { kind, condition, before, after } = asRecord(value, reader);
  const asked = asRecord(condition, reader) as unknown as Expr;
  if (asOneOf(kind, ['fact', 'state'], reader) === 'fact')
    return { kind: 'fact', condition: asked };
  const [left, right] = [before, after].map((tree) => decodeTree(tree, reader));
  const open: Tree = { kind: 'open' };
  return { kind: 'state', condition: asked, before: left ?? open, after: right ?? open };
}

function decodeResult(value: unknown, reader: Reader): CertifiedResult {
  const { key, claims, tree } = asRecord(value, reader);
  return {
    key: asText(key, reader),
    claims: asList(claims, reader).map((each) => decodeClaim(each, reader)),
    tree: decodeTree(tree, reader),
  };
}

function decodeClaim(value: unknown, reader: Reader): Claim {
  const claim = asRecord(value, reader);
  const { facts, state, low, high, witnesses, uncertified } = claim;
  const cell = Object.entries(asRecord(facts, reader)).map(
    ([id, values]) => [id, asTexts(values, reader)] as const,
  );
  return {
    facts: new Map(cell),
    state: asOneOf(state, claimStates, reader),
    ...(low !== undefined && { low: asNumber(low, reader) }),
    ...(high !== undefined && { high: asNumber(high, reader) }),
    besides: asList(claim.besides, reader).map((each) => asOneOf(each, besides, reader)),
    witnesses: asList(witnesses, reader).map((each) => decodeWitness(each, reader)),
    ...(uncertified !== undefined && { uncertified: asText(uncertified, reader) }),
  };
}

function decodeWitness(value: unknown, reader: Reader): Witness {
  const { facts, state } = asRecord(value, reader);
  return { facts: decodeFacts(facts, reader), state: decodeState(state, reader) };
}

function decodeFacts(value: unknown, reader: Reader): Facts {
  const { inputs, spells, children } = asRecord(value, reader);
  const entries = (fields: unknown) => Object.entries(asRecord(fields, reader));
  return {
    inputs: new Map(entries(inputs).map(([id, each]) => [id, decodeValue(each, reader)])),
    spells: new Map(
      entries(spells).map(([id, list]) => [
        id,
        asList(list, reader).map((each) => decodeSpell(each, reader)),
      ]),
    ),
    children: new Map(
      entries(children).map(([id, list]) => [
        id,
        asList(list, reader).map((each) => decodeFacts(each, reader)),
      ]),
    ),
  };
}

function decodeSpell(value: unknown, reader: Reader): Spell {
  const { from, to, value: held } = asRecord(value, reader);
  const day = (each: unknown): number => Number(asNumber(String(each), reader).numerator);
  const validity = {
    ...(from !== undefined && { from: day(from) }),
    ...(to !== undefined && { to: day(to) }),
  };
  return { validity, value: decodeValue(held, reader) ?? broken(reader, '') };
}

function decodeState(value: unknown, reader: Reader): State {
  return new Map(
    Object.entries(asRecord(value, reader)).map(([name, byKey]) => [
      name,
      new Map(
        Object.entries(asRecord(byKey, reader)).map(([key, each]) => [
          key,
          decodeStored(each, reader),
        ]),
      ),
    ]),
  );
}

function decodeStored(value: unknown, reader: Reader): Stored {
  const { instance, value: held } = asRecord(value, reader);
  const isPlace = typeof instance === 'string' || typeof instance === 'number';
  return {
    instance: isPlace ? instance : broken(reader, ''),
    value: decodeValue(held, reader) ?? broken(reader, ''),
  };
}

function decodeValue(value: unknown, reader: Reader): Value | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  const { number, set } = asRecord(value, reader);
  return number === undefined ? new Set(asTexts(set, reader)) : asNumber(number, reader);
}

function decodeTree(value: unknown, reader: Reader): Tree {
  const tree = asRecord(value, reader);
  const { ask, yes, no, leaf } = tree;
  if (reader.isBroken) return { kind: 'open' };
  if (ask !== undefined) {
    const question = decodeQuestion(asRecord(ask, reader), reader);
    return { kind: 'ask', question, yes: decodeTree(yes, reader), no: decodeTree(no, reader) };
  }
  const shares = (key: string): readonly Share[] =>
    asList(tree[key], reader).map((each) => decodeShare(each, reader));
  switch (leaf) {
    case 'impossible':
      return { kind: 'impossible', by: shares('by') };
    case 'refused':
      return { kind: 'refused', assumption: asCount(tree.assumption, reader) };
    case 'shown':
      return { kind: 'shown', low: shares('low'), high: shares('high') };
    default:
      return leaf === 'open' ? { kind: 'open' } : broken(reader, { kind: 'open' });
  }
}

function decodeQuestion({ form, atLeast, among, holds, of }: Fields, reader: Reader): Question {
  if (form !== undefined) {
    const direction = decodeForm(form, reader);
    const isWhole = [...direction.coefficients.values()].every(
      ({ denominator }) => denominator === 1n,
    );
    if (!isWhole || direction.coefficients.size === 0) reader.isBroken = true;
    return { kind: 'number', direction, bound: asNumber(atLeast, reader) };
  }
  const source = asText(of, reader);
  return among === undefined
    ? { kind: 'holds', source, values: asTexts(holds, reader) }
    : { kind: 'among', source, values: asTexts(among, reader) };
}

const shareKinds: readonly ShareKind[] = ['path', 'low', 'high', 'rest', 'full'];

function decodeShare(value: unknown, reader: Reader): Share {
  const [of, at, times] = asList(value, reader);
  return {
    of: asOneOf(of, shareKinds, reader),
    at: asCount(at, reader),
    times: asNumber(times ?? '', reader),
  };
}
