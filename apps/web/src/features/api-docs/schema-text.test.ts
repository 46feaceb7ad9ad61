import { expect, test } from 'vitest';
import type { ApiDescription } from './description.ts';
import { groupsOf } from './description.ts';
import { schemaText } from './schema-text.ts';

const operation = { operationId: 'getDraft', summary: 'A draft', responses: {} };
const description: ApiDescription = {
  paths: {
    '/api/v1/drafts/{id}': {
      get: operation,
      put: { ...operation, operationId: 'saveDraft', summary: 'Save' },
    },
    '/api/v1/me': { get: { ...operation, operationId: 'getMe', summary: 'Who one is' } },
  },
  components: {
    schemas: {
      Draft: {
        type: 'object',
        properties: {
          title: { type: 'string', description: 'For people.' },
          next: { $ref: '#/components/schemas/Draft' },
          state: { enum: ['open', 'closed'] },
          days: { type: 'array', items: { type: 'string', format: 'date' } },
        },
        required: ['title', 'state'],
        additionalProperties: true,
      },
    },
  },
};

test('a schema is written as a type; what is inside itself by its name', () => {
  expect(schemaText({ $ref: '#/components/schemas/Draft' }, description)).toBe(`{
  title: string  // For people.
  next?: Draft
  state: "open" | "closed"
  days?: [date]
  …
}`);
});

test.each([
  [{}, 'any'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ type: 'object', additionalProperties: { type: 'integer' } }, '{\n  [key]: integer\n}'],
  [{ anyOf: [{ const: 1 }, { type: 'boolean' }] }, '1 | boolean'],
])('%j is %s', (schema, text) => {
  expect(schemaText(schema, description)).toBe(text);
});

test('operations stand under the noun of their address, those that have every word', () => {
  const names = (words: string) =>
    groupsOf(description, words).map(({ noun, operations }) => [
      noun,
      ...operations.map(({ method, operationId }) => `${method} ${operationId}`),
    ]);
  expect(names('')).toEqual([
    ['drafts', 'GET getDraft', 'PUT saveDraft'],
    ['me', 'GET getMe'],
  ]);
  expect(names('draft SAVE')).toEqual([['drafts', 'PUT saveDraft']]);
  expect(names('nowhere')).toEqual([]);
});
