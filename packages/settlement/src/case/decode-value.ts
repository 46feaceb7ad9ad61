import type { LocalText } from '@tiaoli/base';
import { assertNever, fenOfYuan, parseDate, parseRational, rational } from '@tiaoli/base';
import type { Value } from '@tiaoli/interpreter';
import type { EnumerationDeclaration, ValueType } from '@tiaoli/ir';
import type { JsonNode } from '../json/json-node.ts';

export type DecodedValue =
  | { readonly value: Value }
  | { readonly expected: LocalText; readonly at: JsonNode };

/** Longer than any amount; keeps a million digits from being multiplied. */
const MAX_DIGITS = 40;

/**
 * The value of a JSON node as `type`, or what should stand there instead.
 *
 * Money is a decimal string in yuan, rates are decimal strings per one; domains and decimals are checked later, on
 * the declared input.
 */
export function decodeValue(
  node: JsonNode,
  type: ValueType,
  enumerations: ReadonlyMap<string, EnumerationDeclaration>,
): DecodedValue {
  switch (type.kind) {
    case 'money':
    case 'unit-price':
      return decodeNumber(node, fenOfYuan, amountText);
    case 'rate':
    case 'decimal':
      return decodeNumber(node, decimalOf, type.kind === 'rate' ? rateText : decimalText);
    case 'integer':
      return decodeInteger(node);
    case 'date':
      return decodeDate(node);
    case 'boolean':
      return node.kind === 'boolean' ? { value: node.value } : refuse(node, booleanText);
    case 'text':
      return node.kind === 'string' ? { value: node.value } : refuse(node, textText);
    case 'enumeration':
      return decodeMember(node, enumerations.get(type.enumeration));
    case 'set':
      return decodeSet(node, enumerations.get(type.enumeration));
    default:
      return assertNever(type);
  }
}

const amountText = {
  zh: '以元计的金额，写成字符串，如 "20000.00"',
  en: 'an amount in yuan as a string, such as "20000.00"',
};
const rateText = {
  zh: '以小数表示的比例，写成字符串，如 "0.65"',
  en: 'a rate per one as a string, such as "0.65"',
};
const decimalText = { zh: '数，写成字符串，如 "1.5"', en: 'a number as a string, such as "1.5"' };
const integerText = { zh: '整数，如 40', en: 'a whole number, such as 40' };
const dateText = {
  zh: '日历上有的日期，如 "2023-03-01"',
  en: 'a day of the calendar, such as "2023-03-01"',
};
const booleanText = { zh: 'true 或 false', en: 'true or false' };
const textText = { zh: '文本，写成字符串', en: 'a text' };

function decodeNumber(
  node: JsonNode,
  parse: (text: string) => ReturnType<typeof parseRational>,
  expected: LocalText,
): DecodedValue {
  if (node.kind !== 'string' || node.value.length > MAX_DIGITS) return refuse(node, expected);
  const value = parse(node.value);
  return value ? { value } : refuse(node, expected);
}

/** A decimal only: the fractions that `parseRational` reads as well are for the IR. */
function decimalOf(text: string): ReturnType<typeof parseRational> {
  return text.includes('/') ? undefined : parseRational(text);
}

function decodeInteger(node: JsonNode): DecodedValue {
  const text = node.kind === 'number' ? node.text : node.kind === 'string' ? node.value : '';
  return /^-?\d{1,18}$/.test(text) ? { value: rational(BigInt(text)) } : refuse(node, integerText);
}

function decodeDate(node: JsonNode): DecodedValue {
  const day = node.kind === 'string' ? parseDate(node.value) : undefined;
  return day === undefined ? refuse(node, dateText) : { value: rational(day) };
}

function decodeMember(
  node: JsonNode,
  enumeration: EnumerationDeclaration | undefined,
): DecodedValue {
  const member =
    node.kind === 'string'
      ? enumeration?.members.find(({ name, alias }) => name === node.value || alias === node.value)
      : undefined;
  if (member) return { value: member.name };
  const names = memberNames(enumeration);
  return refuse(node, { zh: `其中之一：${names.zh}`, en: `one of ${names.en}` });
}

function decodeSet(node: JsonNode, enumeration: EnumerationDeclaration | undefined): DecodedValue {
  const names = memberNames(enumeration);
  if (node.kind !== 'array') {
    return refuse(node, { zh: `列表，成员为：${names.zh}`, en: `a list of ${names.en}` });
  }
  const members = new Set<string>();
  for (const item of node.items) {
    const member = decodeMember(item, enumeration);
    if (!('value' in member)) return member;
    if (typeof member.value === 'string') members.add(member.value);
  }
  return { value: members };
}

function memberNames(enumeration: EnumerationDeclaration | undefined): LocalText {
  const members = enumeration?.members ?? [];
  return {
    zh: members.map(({ name }) => name).join('、'),
    en: members.map(({ name, alias }) => alias ?? name).join(', '),
  };
}

function refuse(at: JsonNode, expected: LocalText): DecodedValue {
  return { expected, at };
}
