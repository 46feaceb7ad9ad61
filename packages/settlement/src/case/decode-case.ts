import type { Diagnostic, Span } from '@tiaoli/base';
import type { InputDeclaration } from '@tiaoli/ir';
import { walkExpr } from '@tiaoli/ir';
import type { JsonMember, JsonNode, JsonObject } from '../json/json-node.ts';
import { report } from '../messages.ts';
import type { AccumulatedValue, Case, CaseClaim, CaseRecord } from './case-record.ts';
import { checkMembers } from './check-members.ts';
import type { Decoding } from './decode-record.ts';
import { dayOf, decodeRecord, objectsOf, reportUnknownField, voidKeys } from './decode-record.ts';
import { decodeState } from './decode-state.ts';
import { ofEachPerson } from './own-state.ts';
import type { Vocabulary } from './vocabulary.ts';
import { keysOf } from './vocabulary.ts';

/**
 * A case from its JSON form (`{person, household?, claims, state?, stateInstances?}`); of a household `person` is a
 * list, and each claim says whose it is (`member`).
 *
 * Every field that is not declared, every value of the wrong form and every repetition is a finding; a case with
 * findings must not be settled.
 */
export function decodeCase(
  node: JsonNode,
  vocabulary: Vocabulary,
): { readonly case: Case; readonly diagnostics: readonly Diagnostic[] } {
  const decoding: Decoding = { vocabulary, findings: [] };
  const subjects: CaseRecord[] = [];
  const claims: CaseClaim[] = [];
  let before: readonly AccumulatedValue[] = [];
  if (node.kind !== 'object') {
    const expected = { zh: '对象 {…}', en: 'an object {…}' };
    decoding.findings.push(report('wrong-shape', { path: 'case', expected }, node.span));
    return { case: { subjects, claims, before }, diagnostics: decoding.findings };
  }
  const instances = node.members.find(({ key }) => key === 'stateInstances')?.value;
  for (const member of node.members) {
    if (keysOf(vocabulary.event).includes(member.key)) {
      claims.push(...decodeClaims(decoding, member));
    } else if (member.key === 'state') {
      before = decodeState(decoding, member.value, instances);
    } else if (member.key !== 'stateInstances') {
      subjects.push(...decodeSubject(decoding, member));
    }
  }
  reportRepeatedClaims(decoding, claims);
  if (claims.length === 0 && decoding.findings.length === 0) {
    decoding.findings.push(report('no-claims', {}, node.span));
  }
  if (claims.length > 0 && claims.every(({ voided }) => voided)) {
    decoding.findings.push(report('all-voided', {}, node.span));
  }
  const decoded = ofEachPerson({ subjects, claims: inOrder(claims), before }, vocabulary);
  decoding.findings.push(...checkMembers(decoded, vocabulary));
  return { case: decoded, diagnostics: decoding.findings };
}

function decodeSubject(decoding: Decoding, member: JsonMember): readonly CaseRecord[] {
  const { above, event } = decoding.vocabulary;
  const entity = above.find((each) => keysOf(each).includes(member.key));
  if (!entity) {
    const known = [...above, event].flatMap((each) => keysOf(each).slice(0, 1));
    reportUnknownField(decoding, member, '', [...known, 'state']);
    return [];
  }
  const { key, value } = member;
  const listed = decoding.vocabulary.listed.filter(({ parent }) => parent === entity.id);
  if (value.kind === 'object') return [decodeRecord(decoding, value, entity, key, listed)];
  if (value.kind === 'array' && decoding.vocabulary.keyFields.has(entity.id)) {
    return objectsOf(decoding, value, key).map((object, index) =>
      decodeRecord(decoding, object, entity, `${key}[${index}]`, listed),
    );
  }
  const expected = { zh: '对象 {…}', en: 'an object {…}' };
  decoding.findings.push(report('wrong-shape', { path: key, expected }, value.span));
  return [];
}

function decodeClaims(decoding: Decoding, { key, value }: JsonMember): readonly CaseClaim[] {
  return objectsOf(decoding, value, key).map((object, index) =>
    decodeClaim(decoding, object, `${key}[${index}]`, index),
  );
}

function decodeClaim(
  decoding: Decoding,
  object: JsonObject,
  path: string,
  index: number,
): CaseClaim {
  const { event, below, fields } = decoding.vocabulary;
  const record = decodeRecord(decoding, object, event, path, below);
  const { text: id = String(index + 1), span: idSpan = object.span } =
    claimId(decoding, object, path) ?? {};
  for (const input of fields.get(event.id)?.get('id') ?? []) {
    if (!record.places.has(input.id) && input.type.kind === 'text') record.inputs.set(input.id, id);
  }
  startFromTotals(record, decoding.vocabulary);
  const [orderedBy] = event.order;
  const settledAt = orderedBy === undefined ? undefined : dayOf(record.inputs.get(orderedBy));
  const voided = isVoided(decoding, object, path);
  return { ...record, id, idSpan, ...(settledAt !== undefined && { settledAt }), voided };
}

/** `"void": true`, or 作废; an input of that name is an input. */
function isVoided({ vocabulary, findings }: Decoding, object: JsonObject, path: string): boolean {
  const fields = vocabulary.fields.get(vocabulary.event.id);
  const member = object.members.find(({ key }) => voidKeys.includes(key) && !fields?.has(key));
  if (!member) return false;
  if (member.value.kind === 'boolean') return member.value.value;
  const expected = { zh: 'true 或 false', en: 'true or false' };
  findings.push(
    report('wrong-value', { path: `${path}.${member.key}`, expected }, member.value.span),
  );
  return false;
}

/** Two claims of one id cannot be told apart in a result, and are one claim entered twice more often than not. */
function reportRepeatedClaims({ findings }: Decoding, claims: readonly CaseClaim[]): void {
  const known = new Map<string, CaseClaim>();
  for (const claim of claims) {
    const first = known.get(claim.id);
    if (!first) {
      known.set(claim.id, claim);
      continue;
    }
    const { id, path, idSpan } = claim;
    const message = { zh: `${first.path} 已经用了这个号`, en: `${first.path} has this id already` };
    findings.push(
      report('duplicate-claim', { path, id }, idSpan, [{ message, span: first.idSpan }]),
    );
  }
}

/**
 * A claim that gives a total which would else be added up from its items, and no items, has none: it starts from totals
 * (language reference, 缺省). A claim that gives neither lacks its items. A check of a 名单 costs nothing.
 */
function startFromTotals(record: CaseRecord, vocabulary: Vocabulary): void {
  const { event, below, fields } = vocabulary;
  const inputs = [...(fields.get(event.id)?.values() ?? [])].flat();
  const isCheck = [...vocabulary.checks].some((id) => record.inputs.get(id) === true);
  for (const { id } of below) {
    if (record.children.has(id)) continue;
    const given =
      isCheck || inputs.some((input) => record.inputs.has(input.id) && addsUp(input, id));
    if (given) record.children.set(id, []);
  }
}

function addsUp({ default: otherwise }: InputDeclaration, entity: string): boolean {
  let found = false;
  if (otherwise) {
    walkExpr(otherwise, (each) => {
      found ||= each.kind === 'child-aggregate' && each.entity === entity;
    });
  }
  return found;
}

function claimId(
  { vocabulary, findings }: Decoding,
  { members }: JsonObject,
  path: string,
): { readonly text: string; readonly span: Span } | undefined {
  const names = ['id', ...idFieldNames(vocabulary)];
  const member = members.find(({ key }) => names.includes(key));
  if (!member) return undefined;
  if (member.value.kind === 'string') {
    return { text: member.value.value, span: member.value.span };
  }
  // Where an input is declared for it, the wrong form is already reported there.
  if (!vocabulary.fields.get(vocabulary.event.id)?.has(member.key)) {
    const expected = { zh: '文本，写成字符串', en: 'a text' };
    findings.push(report('wrong-value', { path: `${path}.id`, expected }, member.value.span));
  }
  return undefined;
}

function idFieldNames({ event, fields }: Vocabulary): readonly string[] {
  const inputs = fields.get(event.id)?.get('id') ?? [];
  return inputs.flatMap(({ name, alias }) => (alias ? [name, alias] : [name]));
}

/** By day of settlement, then by id; claims without a day stay where they are written, behind the others. */
function inOrder(claims: readonly CaseClaim[]): readonly CaseClaim[] {
  return claims.toSorted((left, right) => {
    if (left.settledAt === undefined || right.settledAt === undefined) {
      return Number(left.settledAt === undefined) - Number(right.settledAt === undefined);
    }
    if (left.settledAt !== right.settledAt) return left.settledAt - right.settledAt;
    return left.id < right.id ? -1 : Number(left.id > right.id);
  });
}
