import { beforeAll, expect, test } from 'vitest';
import type { Policies } from '../open-policies.ts';
import { resolveReference } from '../resolve-reference.ts';
import { realPolicies } from '../testing.ts';
import { calculableDocuments } from './calculable-documents.ts';
import { exampleCases } from './example-cases.ts';
import { settleForm } from './settle-form.ts';

let policies: Policies;

beforeAll(async () => {
  policies = await realPolicies();
});

function casesOf(document: string) {
  const { reference } = resolveReference(policies, document);
  return reference ? exampleCases(policies, reference) : [];
}

test('published cases come first, with their facts as they are written', () => {
  const cases = casesOf('taiyuan.resident-inpatient');
  expect(cases.map(({ published }) => published)).toEqual([
    ['CX01-TY-3adm'],
    ['CX02-TY-cap'],
    [],
    [],
    [],
  ]);
  expect(cases[1]?.input).toEqual({
    claims: [
      { id: '1', 结算日期: '2023-11-01', 收费类别: '一类', 甲类费用: '200000.00', items: [] },
    ],
  });
});

test('every example is a case that can be settled', () => {
  const unsettled = calculableDocuments(policies).flatMap((document) => {
    const { reference } = resolveReference(policies, document);
    if (!reference) return [document];
    return exampleCases(policies, reference).flatMap(({ name, input, place }) => {
      const request = { input, language: 'zh', ...(place && { jurisdiction: place }) } as const;
      const answer = settleForm(policies, reference, request);
      return answer.kind === 'settled'
        ? []
        : [`${document} ${name}: ${answer.findings[0]?.message}`];
    });
  });
  expect(unsettled).toEqual([]);
}, 120_000);

test.each([
  ['national.common', false],
  ['taiyuan.resident-inpatient', true],
  ['shandong.assistance', true],
])('%s can be calculated: %s', (document, can) => {
  expect(calculableDocuments(policies).includes(document)).toBe(can);
});
