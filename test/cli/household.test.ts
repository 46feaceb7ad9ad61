import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnySchema, ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { fixtures, root, runHere, runHereJson } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

const cases = `${fixtures}/cases`;

interface Household {
  readonly person: readonly object[];
  readonly household: { readonly 共济授权: readonly Readonly<Record<string, unknown>>[] };
  readonly claims: readonly Readonly<Record<string, unknown>>[];
  readonly state: Readonly<Record<string, string>>;
}

function read(name: string): Household {
  return JSON.parse(readFileSync(join(root, cases, name), 'utf8'));
}

const given = read('household.json');
const [self = {}, spouse = {}] = given.person;
const [first = {}, second = {}] = given.claims;
const [entry = {}] = given.household.共济授权;

async function calc(document: string, input: object) {
  const args = ['calc', document, '--input', '-', '--format', 'json'];
  return await runHereJson(args, { input: JSON.stringify(input) });
}

/** What a target of `compile` writes, by the last part of the file's name. */
async function compiled(document: string, target: string): Promise<Map<string, AnySchema>> {
  const out = mkdtempSync(join(tmpdir(), 'tiaoli-household-'));
  expect((await runHere(['compile', document, '--target', target, '--out', out])).code).toBe(0);
  return new Map(
    readdirSync(out).map((name) => [
      name.replace(/^.*@[-0-9]+\./, ''),
      JSON.parse(readFileSync(join(out, name), 'utf8')),
    ]),
  );
}

function accepting(schema: AnySchema | undefined): ValidateFunction {
  return new Ajv2020({ strict: false, validateFormats: false }).compile(schema ?? false);
}

describe.each([
  ['pattern.shape-29', 'household.json', { 家庭共济: '300.00', 现金: '115.00' }],
  ['taiyuan.employee-account', 'taiyuan-account.json', { 家庭共济: '200.00', 现金: '150.00' }],
])('a household under %s', (document, file, paid) => {
  test('is what its schemas say, and settles', async () => {
    const input = read(file);
    expect(schemaErrors('calc-input.schema.json', input)).toEqual([]);
    const schemas = await compiled(document, 'json-schema');
    const accepts = accepting(schemas.get('input.schema.json'));
    expect(accepts(input), JSON.stringify(accepts.errors)).toBe(true);
    expect(accepts({ ...input, person: [{ 户: '1' }] })).toBe(false);
    expect(accepts({ ...input, household: { 共济授权: [{ 次序: 8 }] } })).toBe(false);
    const eight = Array.from({ length: 8 }, () => ({ 次序: 1 }));
    expect(accepts({ ...input, household: { 共济授权: eight } })).toBe(false);
    expect(accepts({ ...input, claims: [{ member: '本人', 成员: '本人' }] })).toBe(false);
    const { json } = await calc(document, input);
    expect(json.findings).toEqual([]);
    const acceptsResult = accepting(schemas.get('output.schema.json'));
    expect(acceptsResult(json), JSON.stringify(acceptsResult.errors)).toBe(true);
    for (const [name, value] of Object.entries(paid)) {
      expect(json.outputs[name].value, name).toBe(value);
    }
  });

  test('is part of the description of a service', async () => {
    const description = (await compiled(document, 'openapi')).get('openapi.json');
    const accepts = accepting(JSON.parse(JSON.stringify(description)).components.schemas.Case);
    expect(accepts(read(file)), JSON.stringify(accepts.errors)).toBe(true);
    expect(accepts({ ...read(file), household: { 授权: [] } })).toBe(false);
  });
});

test.each([
  ['two of one name', { ...given, person: [self, self] }, ['duplicate-member', 'unknown-member']],
  [
    'a claim of somebody else',
    { ...given, claims: [{ ...second, member: '配藕' }] },
    ['unknown-member'],
  ],
  [
    'a claim of nobody, where 本人 is not there',
    { ...given, person: [spouse, { member: '子女' }], claims: [first] },
    ['unknown-member'],
  ],
  [
    'an account of nobody',
    { ...given, household: { 共济授权: [{ ...entry, 出资人: '子女' }] } },
    ['unknown-owner'],
  ],
  [
    'one person, a claim of another',
    { ...given, person: spouse, claims: [{ ...first, member: '本人' }] },
    ['unknown-member'],
  ],
])('%s is refused', async (_, input, codes) => {
  const { code, json } = await calc('pattern.shape-29', input);
  expect(code).toBe(1);
  expect(json.findings.map((finding: { code: string }) => finding.code)).toEqual(codes);
});

test.each([
  ['an account that is known by its balance alone', { ...given, person: [self], claims: [first] }],
  [
    'people who are not listed',
    { household: { 共济授权: [] }, claims: [first, second], state: given.state },
  ],
  ['one person, whom no claim names', { ...given, person: spouse, household: {}, claims: [first] }],
])('%s is not', async (_, input) => {
  const { json } = await calc('pattern.shape-29', input);
  expect(json.findings.map((finding: { code: string }) => finding.code)).toEqual([]);
});
