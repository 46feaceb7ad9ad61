import type { Diagnostic } from '@tiaoli/base';
import { floor, parseDate } from '@tiaoli/base';
import type { Value } from '@tiaoli/interpreter';
import type { EntityDeclaration, InputDeclaration } from '@tiaoli/ir';
import type { JsonMember, JsonNode, JsonObject } from '../json/json-node.ts';
import { report } from '../messages.ts';
import { nearName } from '../near-name.ts';
import type { CaseRecord, Spell } from './case-record.ts';
import { newRecord } from './case-record.ts';
import { decodeValue } from './decode-value.ts';
import type { Vocabulary } from './vocabulary.ts';
import { keysOf } from './vocabulary.ts';

/** What decoding needs at every step: the words that may be used, and where findings go. */
export interface Decoding {
  readonly vocabulary: Vocabulary;
  readonly findings: Diagnostic[];
}

/** The facts of one JSON object as a record of `entity`; records of `children` may stand in it. */
export function decodeRecord(
  decoding: Decoding,
  node: JsonObject,
  entity: EntityDeclaration,
  path: string,
  children: readonly EntityDeclaration[] = [],
): CaseRecord {
  const record = newRecord(entity.id, path, node.span);
  for (const member of node.members) {
    const child = children.find((each) => keysOf(each).includes(member.key));
    const inputs = decoding.vocabulary.fields.get(entity.id)?.get(member.key);
    if (inputs) decodeField(decoding, record, member, inputs);
    else if (child) decodeChildren(decoding, record, member, child);
    else if (!isRecordKey(member, entity, decoding.vocabulary)) {
      reportUnknownField(decoding, member, path, fieldNames(decoding, entity, children));
    }
  }
  return record;
}

/** Tells about a key that nothing is declared for, and which names there are. */
export function reportUnknownField(
  { findings }: Decoding,
  { key, keySpan }: JsonMember,
  path: string,
  names: readonly string[],
): void {
  const near = nearName(key, names);
  findings.push(
    report(
      'unknown-field',
      { path: joinPath(path, key), known: names.join('、'), ...(near && { near }) },
      keySpan,
    ),
  );
}

export function joinPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** A claim always has an `id`, and may be voided, even where no input is declared for it. */
function isRecordKey(
  { key }: JsonMember,
  entity: EntityDeclaration,
  vocabulary: Vocabulary,
): boolean {
  return (key === 'id' || voidKeys.includes(key)) && entity.id === vocabulary.event.id;
}

/** Keys under which a claim says that it is voided, where no input has the name. */
export const voidKeys: readonly string[] = ['void', '作废'];

function decodeField(
  decoding: Decoding,
  record: CaseRecord,
  { key, keySpan, value: node }: JsonMember,
  inputs: readonly InputDeclaration[],
): void {
  const path = joinPath(record.path, key);
  const [first] = inputs;
  if (!first) return;
  if (record.places.has(first.id)) {
    decoding.findings.push(report('duplicate-field', { name: key }, keySpan));
    return;
  }
  for (const input of inputs) record.places.set(input.id, { path, span: node.span });
  if (node.kind === 'null' && first.optional) {
    for (const input of inputs) record.inputs.set(input.id, null);
    return;
  }
  if (first.spells && node.kind === 'array' && node.items.every(isSpell)) {
    const spells = node.items.flatMap((item) => decodeSpell(decoding, item, first, path));
    for (const input of inputs) record.spells.set(input.id, spells);
    return;
  }
  const value = decodeFieldValue(decoding, node, first, path);
  if (value === undefined) return;
  for (const input of inputs) {
    if (input.spells) record.spells.set(input.id, [{ validity: {}, value }]);
    else record.inputs.set(input.id, value);
  }
}

function decodeFieldValue(
  { vocabulary, findings }: Decoding,
  node: JsonNode,
  input: InputDeclaration,
  path: string,
): Value | undefined {
  const decoded = decodeValue(node, input.type, vocabulary.enumerations);
  if ('value' in decoded) return decoded.value;
  findings.push(report('wrong-value', { path, expected: decoded.expected }, decoded.at.span));
  return undefined;
}

/** 按日 inputs are written as one value for all days, or as `[{"from": …, "to": …, "value": …}]`. */
function isSpell(node: JsonNode): node is JsonObject {
  return node.kind === 'object' && node.members.some(({ key }) => key === 'value');
}

function decodeSpell(
  decoding: Decoding,
  node: JsonNode,
  input: InputDeclaration,
  path: string,
): readonly Spell[] {
  if (node.kind !== 'object') return [];
  let value: Value | undefined;
  const validity: { from?: number; to?: number } = {};
  for (const member of node.members) {
    const place = joinPath(path, member.key);
    if (member.key === 'value') value = decodeFieldValue(decoding, member.value, input, place);
    else if (member.key === 'from' || member.key === 'to') {
      const day = decodeDay(decoding, member.value, place);
      if (day !== undefined) validity[member.key] = day;
    } else reportUnknownField(decoding, member, path, ['from', 'to', 'value']);
  }
  return value === undefined ? [] : [{ validity, value }];
}

function decodeDay({ findings }: Decoding, node: JsonNode, path: string): number | undefined {
  const day = node.kind === 'string' ? parseDate(node.value) : undefined;
  if (day === undefined) {
    const expected = { zh: '日期，如 "2023-03-01"', en: 'a date, such as "2023-03-01"' };
    findings.push(report('wrong-value', { path, expected }, node.span));
  }
  return day;
}

function decodeChildren(
  decoding: Decoding,
  record: CaseRecord,
  { key, value }: JsonMember,
  entity: EntityDeclaration,
): void {
  const path = joinPath(record.path, key);
  const objects = objectsOf(decoding, value, path);
  const { atMost } = entity;
  if (atMost !== undefined && objects.length > atMost) {
    decoding.findings.push(report('too-many-records', { path, most: atMost }, value.span));
  }
  record.children.set(
    entity.id,
    objects.map((object, index) => decodeRecord(decoding, object, entity, `${path}[${index}]`)),
  );
}

/** The objects of a list; anything else in it is a finding. */
export function objectsOf(
  { findings }: Decoding,
  node: JsonNode,
  path: string,
): readonly JsonObject[] {
  const expectedList = { zh: '列表 […]', en: 'a list […]' };
  const expectedObject = { zh: '对象 {…}', en: 'an object {…}' };
  if (node.kind !== 'array') {
    findings.push(report('wrong-shape', { path, expected: expectedList }, node.span));
    return [];
  }
  return node.items.filter((item, index): item is JsonObject => {
    if (item.kind === 'object') return true;
    const place = `${path}[${index}]`;
    findings.push(report('wrong-shape', { path: place, expected: expectedObject }, item.span));
    return false;
  });
}

function fieldNames(
  { vocabulary }: Decoding,
  entity: EntityDeclaration,
  children: readonly EntityDeclaration[],
): readonly string[] {
  return [
    ...(vocabulary.fields.get(entity.id)?.keys() ?? []),
    ...children.flatMap((child) => keysOf(child).slice(0, 1)),
  ];
}

/** The day of a date value. */
export function dayOf(value: Value | null | undefined): number | undefined {
  if (typeof value !== 'object' || value === null || !('numerator' in value)) return undefined;
  return Number(floor(value));
}
