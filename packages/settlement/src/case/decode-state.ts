import { parseDate, printDate } from '@tiaoli/base';
import type { Accumulator } from '@tiaoli/ir';
import type { JsonMember, JsonNode } from '../json/json-node.ts';
import { report } from '../messages.ts';
import type { AccumulatedValue } from './case-record.ts';
import type { Decoding } from './decode-record.ts';
import { joinPath } from './decode-record.ts';
import { decodeValue } from './decode-value.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * What was accumulated before the first claim: `state` by accumulator name (`NAME[KEY]` where it has keys).
 *
 * `stateInstances` says to which year, month, day or visit each value belongs, as a result prints it; a value without
 * one belongs to the period of the first claim.
 */
export function decodeState(
  decoding: Decoding,
  state: JsonNode,
  instances: JsonNode | undefined,
): readonly AccumulatedValue[] {
  const given = membersOf(decoding, instances, 'stateInstances');
  return membersOf(decoding, state, 'state').flatMap((member) =>
    decodeAccumulated(
      decoding,
      member,
      given.find(({ key }) => key === member.key),
    ),
  );
}

function decodeAccumulated(
  { vocabulary, findings }: Decoding,
  { key, keySpan, value: node }: JsonMember,
  instance: JsonMember | undefined,
): readonly AccumulatedValue[] {
  const found = accumulatorNamed(vocabulary, key);
  if (!found) {
    const known = [...vocabulary.accumulators.keys()].join('、');
    findings.push(report('unknown-accumulator', { name: key, known }, keySpan));
    return [];
  }
  const decoded = decodeValue(node, found.accumulator.type, vocabulary.enumerations);
  if (!('value' in decoded)) {
    const path = joinPath('state', key);
    findings.push(report('wrong-value', { path, expected: decoded.expected }, decoded.at.span));
    return [];
  }
  if (!instance) return [{ ...found, value: decoded.value }];
  const read = readInstance(found.accumulator, instance.value);
  if (read === undefined) {
    const path = joinPath('stateInstances', key);
    const expected = instanceText(found.accumulator);
    findings.push(report('wrong-value', { path, expected }, instance.value.span));
    return [];
  }
  return [{ ...found, value: decoded.value, instance: read }];
}

/** Of a household, values without keys of their own have the person's name for one. */
function accumulatorNamed(
  { accumulators, keyFields }: Vocabulary,
  text: string,
): { readonly accumulator: Accumulator; readonly key: string } | undefined {
  const whole = accumulators.get(text);
  if (whole) return { accumulator: whole, key: '' };
  const [, name = '', key = ''] = /^(.*?)\[(.*)\]$/.exec(text) ?? [];
  const keyed = accumulators.get(name);
  return keyed && (keyed.by.length > 0 || keyFields.size > 0)
    ? { accumulator: keyed, key }
    : undefined;
}

function membersOf(
  { findings }: Decoding,
  node: JsonNode | undefined,
  path: string,
): readonly JsonMember[] {
  if (!node) return [];
  if (node.kind === 'object') return node.members;
  const expected = { zh: '对象 {…}', en: 'an object {…}' };
  findings.push(report('wrong-shape', { path, expected }, node.span));
  return [];
}

function readInstance({ period }: Accumulator, node: JsonNode): string | number | undefined {
  if (node.kind !== 'string') return undefined;
  if (period === 'year') return /^\d{4}$/.test(node.value) ? Number(node.value) : undefined;
  if (period === 'day') return parseDate(node.value);
  if (period === 'month') {
    const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(node.value) ?? [];
    return year && month ? Number(year) * 12 + Number(month) - 1 : undefined;
  }
  return node.value;
}

function instanceText({ period }: Accumulator): { readonly zh: string; readonly en: string } {
  if (period === 'month') return { zh: '年月，如 "2023-05"', en: 'a month, such as "2023-05"' };
  if (period === 'day') return { zh: '日期，如 "2023-05-01"', en: 'a day, such as "2023-05-01"' };
  return { zh: '年度，如 "2023"', en: 'a year, such as "2023"' };
}

/** The text of a period instance, as `decodeState` reads it. */
export function printInstance({ period }: Accumulator, instance: string | number): string {
  if (typeof instance === 'string') return instance;
  if (period === 'day') return printDate(instance);
  if (period !== 'month') return String(instance);
  const month = (instance % 12) + 1;
  return `${Math.floor(instance / 12)}-${String(month).padStart(2, '0')}`;
}
