import type { Module } from '@tiaoli/ir';
import type { JsonSchema } from './value-schema.ts';
import { dialect } from './value-schema.ts';

const text: JsonSchema = { type: 'string' };

const kinds = ['money', 'rate', 'integer', 'decimal', 'date', 'boolean', 'text', 'set'];

/** One result: its value (null where it has none) and why. */
const resultSchema: JsonSchema = {
  type: 'object',
  properties: {
    value: { type: ['string', 'number', 'boolean', 'array', 'null'], items: text },
    kind: { enum: kinds },
    status: { enum: ['value', 'not-applicable', 'missing'] },
    reason: text,
    clause: text,
    field: text,
  },
  required: ['value', 'kind', 'status'],
  if: { properties: { status: { const: 'value' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  then: { properties: { value: { not: { type: 'null' } } } },
  else: { properties: { value: { type: 'null' } } },
};

const traceSchema: JsonSchema = {
  type: 'object',
  properties: {
    claim: text,
    name: text,
    formula: text,
    operands: {
      type: 'array',
      items: {
        type: 'object',
        properties: { name: text, value: text },
        required: ['name', 'value'],
      },
    },
    value: text,
    remainder: text,
    clause: text,
  },
  required: ['claim', 'name', 'formula', 'operands', 'value'],
};

/** The result of settling a case; further keys may follow, so none is refused. */
export function outputSchema(module: Module): JsonSchema {
  const outputs = outputsSchema(module);
  return {
    $schema: dialect,
    title: `${module.document} 的计算结果`,
    type: 'object',
    properties: {
      document: text,
      version: { type: ['string', 'null'] },
      on: { type: ['string', 'null'], format: 'date' },
      jurisdiction: text,
      outputs: { $ref: '#/$defs/outputs' },
      claims: {
        type: 'array',
        items: {
          type: 'object',
          properties: { id: text, outputs: { $ref: '#/$defs/outputs' } },
          required: ['id', 'outputs'],
        },
      },
      state: {
        type: 'object',
        additionalProperties: { type: ['string', 'number', 'boolean', 'array'], items: text },
      },
      stateInstances: { type: 'object', additionalProperties: text },
      missing: {
        type: 'array',
        items: {
          type: 'object',
          properties: { claim: text, field: text, question: text },
          required: ['field', 'question'],
        },
      },
      trace: { type: 'array', items: traceSchema },
    },
    required: [
      'document',
      'version',
      'on',
      'jurisdiction',
      'outputs',
      'claims',
      'state',
      'missing',
    ],
    $defs: { result: resultSchema, outputs },
  };
}

/** Results by declared name; where documents share a name, the others stand under their id. */
function outputsSchema({ definitions, outputs }: Module): JsonSchema {
  const fields = new Set(outputs.map(({ definition }) => definition));
  const names = definitions
    .filter(({ id, visibility }) => visibility === 'result' || fields.has(id))
    .map(({ name }) => name);
  const result = { $ref: '#/$defs/result' };
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, result])),
    additionalProperties: result,
  };
}
