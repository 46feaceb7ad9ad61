import type { Rational } from '@tiaoli/base';
import type { Facts, State, Value } from '@tiaoli/interpreter';
import { isNumber, isSet } from '@tiaoli/interpreter';
import { sha256 } from '@tiaoli/ir';
import type { Assumption, Certificate, CertifiedResult, Claim, Witness } from './claims.ts';
import type { Question } from './known.ts';
import type { Linear } from './linear.ts';
import type { Term, Terms } from './terms.ts';
import type { Share, Tree } from './tree.ts';

export const certificateFormat = 'tiaoli-certificate';
export const certificateVersion = 1;

/** A certificate as JSON: numbers as texts, so that no reader takes one for a float; sealed against damage. */
export function encodeCertificate(
  { before, after, calendar, assumptions, results }: Certificate,
  terms: Terms,
  engine: string,
): string {
  const body = {
    format: certificateFormat,
    version: certificateVersion,
    engine,
    before,
    after,
    ...(calendar !== undefined && { calendar }),
    terms: terms.all.map(termJson),
    assumptions: assumptions.map(assumptionJson),
    results: results.map(resultJson),
  };
  return `${JSON.stringify(sealed(body))}\n`;
}

/** The same with the hash of everything else: it tells damage, and shows nothing. */
export function sealed(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { seal: _, ...rest } = body;
  return { ...rest, seal: sealOf(rest) };
}

export function sealOf(body: Readonly<Record<string, unknown>>): string {
  return sha256(JSON.stringify(inOrder(body)));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, inOrder(each)]));
}

/** `n` or `n/d`. */
export function numberJson({ numerator, denominator }: Rational): string {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
}

function termJson({ key, floor, days, gap, origin }: Term) {
  if (origin) return origin;
  if (days) {
    const { form, count } = days;
    return { kind: 'days', form: formJson(form), plus: numberJson(form.constant), count };
  }
  if (gap) return { kind: 'gap', form: formJson(gap.form), from: gap.from, on: gap.on };
  if (!floor) return { kind: 'other', key };
  const { form, divisor } = floor;
  return {
    kind: 'floor',
    form: formJson(form),
    plus: numberJson(form.constant),
    divisor: `${divisor}`,
  };
}

function formJson({ coefficients }: Linear) {
  return [...coefficients].map(([term, each]) => [term, numberJson(each)] as const);
}

function assumptionJson(assumption: Assumption) {
  const { kind, condition } = assumption;
  if (kind === 'fact') return { kind, condition };
  return {
    kind,
    condition,
    before: treeJson(assumption.before),
    after: treeJson(assumption.after),
  };
}

function resultJson({ key, claims, tree }: CertifiedResult) {
  return { key, claims: claims.map(claimJson), tree: treeJson(tree) };
}

function claimJson({ facts, state, low, high, besides, witnesses, uncertified }: Claim) {
  return {
    facts: Object.fromEntries(facts),
    state,
    ...(low && { low: numberJson(low) }),
    ...(high && { high: numberJson(high) }),
    besides,
    witnesses: witnesses.map(witnessJson),
    ...(uncertified !== undefined && { uncertified }),
  };
}

function witnessJson({ facts, state }: Witness) {
  return { facts: factsJson(facts), state: stateJson(state) };
}

interface FactsJson {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly spells: Readonly<Record<string, unknown>>;
  readonly children: Readonly<Record<string, readonly FactsJson[]>>;
}

function factsJson({ inputs, spells, children }: Facts): FactsJson {
  const spellsJson = [...(spells ?? [])].map(
    ([id, list]) =>
      [id, list.map(({ validity, value }) => ({ ...validity, value: valueJson(value) }))] as const,
  );
  const childrenJson = [...children].map(([id, list]) => [id, list.map(factsJson)] as const);
  return {
    inputs: Object.fromEntries([...inputs].map(([id, value]) => [id, valueJson(value)])),
    spells: Object.fromEntries(spellsJson),
    children: Object.fromEntries(childrenJson),
  };
}

function stateJson(state: State) {
  const byName = [...state].map(([name, byKey]) => {
    const stored = [...byKey].map(
      ([key, { instance, value }]) => [key, { instance, value: valueJson(value) }] as const,
    );
    return [name, Object.fromEntries(stored)] as const;
  });
  return Object.fromEntries(byName);
}

function valueJson(value: Value | null) {
  if (value === null || typeof value !== 'object') return value;
  if (isNumber(value)) return { number: numberJson(value) };
  return isSet(value) ? { set: [...value].toSorted() } : value;
}

function treeJson(tree: Tree): unknown {
  switch (tree.kind) {
    case 'ask':
      return { ask: questionJson(tree.question), yes: treeJson(tree.yes), no: treeJson(tree.no) };
    case 'impossible':
      return { leaf: tree.kind, by: tree.by.map(shareJson) };
    case 'refused':
      return { leaf: tree.kind, assumption: tree.assumption };
    case 'shown':
      return { leaf: tree.kind, low: tree.low.map(shareJson), high: tree.high.map(shareJson) };
    case 'open':
      return { leaf: tree.kind };
  }
}

function questionJson(question: Question) {
  if (question.kind === 'number') {
    const { direction, bound } = question;
    return { form: formJson(direction), atLeast: numberJson(bound) };
  }
  const { kind, source, values } = question;
  return { [kind]: values, of: source };
}

function shareJson({ of, at, times }: Share) {
  return [of, at, numberJson(times)] as const;
}
