import type { LocalText, TextLanguage, Validity } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import type {
  InputDeclaration,
  InvariantDeclaration,
  ModuleIndex,
  Program,
  ReferenceData,
} from '@tiaoli/ir';
import {
  indexModule,
  invariantsAbout,
  isBelowEvent,
  noReference,
  printExpr,
  referencesOf,
} from '@tiaoli/ir';
import { checkValue } from './check-value.ts';
import { evaluateExpr } from './evaluate-expr.ts';
import type { FactCode, FactFault, FactWords } from './fact-messages.ts';
import { factMessages } from './fact-messages.ts';
import type { Scope } from './scope.ts';
import { childScope, eventScope } from './scope.ts';
import { emptyState } from './state.ts';
import type { Facts, Spell } from './values.ts';

/** Something wrong with the facts of a case: outside what the inputs declare, or against an invariant. */
export interface FactFinding {
  readonly code: FactCode;
  /** Input ids: the one that is wrong, or those that an invariant reads. */
  readonly inputs: readonly string[];
  /** The child records in which it stands, from the outer to the inner; empty for the event itself. */
  readonly records: readonly { readonly entity: string; readonly position: number }[];
  readonly message: LocalText;
  readonly hint: LocalText;
}

/** Every fault of the facts against domains, types and invariants; empty when they may be settled. */
export function checkFacts(
  program: Program,
  facts: Facts,
  reference: ReferenceData = noReference,
): readonly FactFinding[] {
  const index = indexModule(program);
  const invariants = invariantsAbout('facts', program.declarations, index);
  const step = { index, yearStart: program.yearStart, state: emptyState, reference };
  return checkRecord(eventScope(step, facts), invariants, []);
}

function checkRecord(
  scope: Scope,
  invariants: readonly InvariantDeclaration[],
  records: FactFinding['records'],
): readonly FactFinding[] {
  const { facts, step } = scope;
  const findings = [
    ...checkInputs(facts, step.index, records),
    ...checkSpells(facts, step.index, records),
  ];
  if (findings.length === 0) findings.push(...checkInvariants(scope, invariants, records));
  for (const [entity, children] of facts.children) {
    children.forEach((child, position) => {
      const inner = childScope(scope, entity, { facts: child, position });
      findings.push(...checkRecord(inner, invariants, [...records, { entity, position }]));
    });
  }
  return findings;
}

function checkInputs(
  { inputs }: Facts,
  index: ModuleIndex,
  records: FactFinding['records'],
): readonly FactFinding[] {
  return [...inputs].flatMap(([id, value]) => {
    if (id === 'on') return [];
    const input = index.inputs.get(id);
    if (!input) return [findingOf(unknownInput(id), [id], records)];
    return checkValue(input, value, index).map((fault) => findingOf(fault, [id], records));
  });
}

function unknownInput(id: string): FactFault {
  const words = { name: id, found: '', wanted: '' };
  return { code: 'unknown-input', words: { zh: words, en: words } };
}

function checkSpells(
  { spells }: Facts,
  index: ModuleIndex,
  records: FactFinding['records'],
): readonly FactFinding[] {
  return [...(spells ?? [])].flatMap(([id, list]) => {
    const input = index.inputs.get(id);
    if (!input?.spells) return [findingOf(unknownInput(id), [id], records)];
    const faults = [
      ...list.flatMap(({ value }) => checkValue(input, value, index)),
      ...checkOverlap(input, list),
    ];
    return faults.map((fault) => findingOf(fault, [id], records));
  });
}

function checkOverlap({ name }: InputDeclaration, spells: readonly Spell[]): readonly FactFault[] {
  const ordered = spells
    .map(({ validity }) => validity)
    .toSorted((a, b) => startOf(a) - startOf(b));
  return ordered.flatMap((validity, at) => {
    const next = ordered[at + 1];
    const backwards = endOf(validity) < startOf(validity);
    const overlaps = next !== undefined && startOf(next) <= endOf(validity);
    if (!backwards && !overlaps) return [];
    const found = printDate(startOf(overlaps ? next : validity));
    const words = { name, found, wanted: '' };
    return [{ code: 'spells-overlap' as const, words: { zh: words, en: words } }];
  });
}

function startOf({ from }: Validity): number {
  return from ?? EARLIEST;
}

function endOf({ to }: Validity): number {
  return to ?? Number.MAX_SAFE_INTEGER;
}

/** 0001-01-01 as a day number: before any day that a case can name. */
const EARLIEST = -719_162;

/** Invariants of the record's own entity; what is missing or 不适用 breaks none. */
function checkInvariants(
  scope: Scope,
  invariants: readonly InvariantDeclaration[],
  records: FactFinding['records'],
): readonly FactFinding[] {
  const { index } = scope.step;
  return invariants.flatMap((invariant) => {
    if (!belongsTo(invariant, scope)) return [];
    const outcome = evaluateExpr(invariant.condition, scope);
    if (outcome.status !== 'value' || outcome.value !== false) return [];
    const ids = [...referencesOf(invariant.condition).inputs];
    const names = ids.map((id) => index.inputs.get(id)?.name ?? id);
    const wordsIn = (language: TextLanguage): FactWords => ({
      name: invariant.name,
      found: names.join(language === 'zh' ? '、' : ', '),
      wanted: printExpr(invariant.condition, index, language),
    });
    const words = { zh: wordsIn('zh'), en: wordsIn('en') };
    return [findingOf({ code: 'invariant-broken', words }, ids, records)];
  });
}

/** On a child record only what is declared of its entity; on the event everything that is not declared of a child. */
function belongsTo({ entity }: InvariantDeclaration, scope: Scope): boolean {
  if (scope.entity !== undefined) return scope.entity === entity;
  return !isBelowEvent(entity, scope.step.index);
}

function findingOf(
  { code, words }: FactFault,
  inputs: readonly string[],
  records: FactFinding['records'],
): FactFinding {
  const { message, hint } = factMessages[code];
  return {
    code,
    inputs,
    records,
    message: { zh: message(words.zh).zh, en: message(words.en).en },
    hint: { zh: hint(words.zh).zh, en: hint(words.en).en },
  };
}
