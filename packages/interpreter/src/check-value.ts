import type { Rational, TextLanguage } from '@tiaoli/base';
import { compare, decimalPlaces, parseRational } from '@tiaoli/base';
import type { InputDeclaration, ModuleIndex, ValueType } from '@tiaoli/ir';
import { isNumeric } from '@tiaoli/ir';
import type { FactCode, FactFault, FactWords } from './fact-messages.ts';
import { typeNames } from './fact-messages.ts';
import { printValue } from './print-outcome.ts';
import type { Value } from './values.ts';
import { isNumber, isSet, membersInOrder } from './values.ts';

/** What is wrong with one value of an input: type, domain, decimal places, members, how many. */
export function checkValue(
  input: InputDeclaration,
  value: Value | null,
  index: ModuleIndex,
): readonly FactFault[] {
  const { name, type } = input;
  if (value === null) return input.optional ? [] : [fault('input-absent', name)];
  if (!isOfType(value, type)) {
    return [
      fault('input-type', name, { zh: '', en: '' }, { zh: typeNames[type.kind], en: type.kind }),
    ];
  }
  if (isNumber(value)) return checkNumber(input, value);
  if (isSet(value)) return checkSet(input, value, index);
  if (type.kind === 'enumeration' && typeof value === 'string') {
    return checkMembers(name, type.enumeration, [value], index);
  }
  return [];
}

function isOfType(value: Value, type: ValueType): boolean {
  if (isNumeric(type)) return isNumber(value);
  if (type.kind === 'set') return isSet(value);
  return typeof value === (type.kind === 'boolean' ? 'boolean' : 'string');
}

function checkNumber(input: InputDeclaration, value: Rational): readonly FactFault[] {
  const { name, type } = input;
  const inBoth = (number: Rational): Record<TextLanguage, string> => ({
    zh: printValue(number, type, 'zh'),
    en: printValue(number, type, 'en'),
  });
  const { low, high } = domainOf(input);
  const faults: FactFault[] = [];
  if (low && compare(value, low) < 0) {
    faults.push(fault('input-too-low', name, inBoth(value), inBoth(low)));
  }
  if (high && compare(value, high) > 0) {
    faults.push(fault('input-too-high', name, inBoth(value), inBoth(high)));
  }
  const allowed = placesOf(input);
  if (allowed && hasMorePlaces(value, allowed.inUnit)) {
    const wanted = String(allowed.shown);
    const found = type.kind === 'date' ? sameText(String(value.numerator)) : inBoth(value);
    faults.push(fault('input-places', name, found, sameText(wanted)));
  }
  return faults;
}

interface Domain {
  readonly low?: Rational | undefined;
  readonly high?: Rational | undefined;
}

const knownDomains = new WeakMap<InputDeclaration, Domain>();

function domainOf(input: InputDeclaration): Domain {
  const known = knownDomains.get(input);
  if (known) return known;
  const { low, high } = input;
  const domain = {
    low: low === undefined ? undefined : parseRational(low),
    high: high === undefined ? undefined : parseRational(high),
  };
  knownDomains.set(input, domain);
  return domain;
}

/**
 * Decimals that a value may have: in the unit of the run-time value (fen, one), and as people count them (yuan, one).
 *
 * Undefined when the declaration sets none.
 */
function placesOf({
  type,
  places,
}: InputDeclaration): { readonly inUnit: number; readonly shown: number } | undefined {
  switch (type.kind) {
    case 'money':
      return { inUnit: 0, shown: 2 };
    case 'unit-price':
      return { inUnit: 4, shown: 6 };
    case 'integer':
    case 'date':
      return { inUnit: 0, shown: 0 };
    default:
      return places === undefined ? undefined : { inUnit: places, shown: places };
  }
}

function hasMorePlaces({ denominator }: Rational, allowed: number): boolean {
  const places = decimalPlaces(denominator);
  return places === undefined || places > allowed;
}

function checkSet(
  { name, type, atMost }: InputDeclaration,
  value: ReadonlySet<string>,
  index: ModuleIndex,
): readonly FactFault[] {
  const enumeration = type.kind === 'set' ? type.enumeration : '';
  const faults = [...checkMembers(name, enumeration, membersInOrder(value), index)];
  if (atMost !== undefined && value.size > atMost) {
    faults.push(
      fault('input-too-many', name, sameText(String(value.size)), sameText(String(atMost))),
    );
  }
  return faults;
}

function checkMembers(
  name: string,
  enumeration: string,
  found: readonly string[],
  { enumerations }: ModuleIndex,
): readonly FactFault[] {
  const members = enumerations.get(enumeration)?.members.map((member) => member.name) ?? [];
  const wanted = { zh: members.join('、'), en: members.join(', ') };
  return found
    .filter((member) => !members.includes(member))
    .map((member) => fault('input-member', name, sameText(member), wanted));
}

function fault(
  code: FactCode,
  name: string,
  found = sameText(''),
  wanted = sameText(''),
): FactFault {
  const wordsIn = (language: TextLanguage): FactWords => ({
    name,
    found: found[language],
    wanted: wanted[language],
  });
  return { code, words: { zh: wordsIn('zh'), en: wordsIn('en') } };
}

function sameText(text: string): Record<TextLanguage, string> {
  return { zh: text, en: text };
}
