import { printDate } from '@tiaoli/base';
import type { DocumentDeclaration, Module } from '@tiaoli/ir';
import { inventedParameters } from '../../passes/grade-of.ts';
import { emitJsonSchema } from '../schema/emit-json-schema.ts';
import type { JsonSchema } from '../schema/value-schema.ts';
import { dialect } from '../schema/value-schema.ts';
import { componentSchemas } from './component-schemas.ts';

/** An OpenAPI description: plain data. */
export type OpenApi = Readonly<Record<string, unknown>>;

/**
 * A service that settles cases of one document, as OpenAPI 3.1.
 *
 * The schemas are those of the case and of the result. No server is named: where it runs is for whoever runs it. A
 * document that reads invented values says so; one without claims has no operation.
 */
export function emitOpenApi(module: Module): OpenApi {
  const { input, output } = emitJsonSchema(module);
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: dialect,
    info: infoOf(module),
    paths: input === false ? {} : { '/calculate': { post: calculation(module) } },
    components: {
      schemas: {
        ...componentSchemas('Case', input),
        ...componentSchemas('Settlement', output),
        Problem: problem,
      },
    },
  };
}

function infoOf(module: Module): OpenApi {
  const document = documentOf(module);
  const invented = inventedParameters(module).names;
  const from = document?.effective.from;
  const description = [
    `一个人的事实进，按「${document?.title ?? module.document}」结算的结果出。金额单位为元、比例按 1 计，都是十进制字符串。`,
    ...(invented.length > 0 ? [`含示例值，不是政策：${invented.join('、')}。`] : []),
  ];
  return {
    title: document?.title ?? module.document,
    version: from === undefined ? 'undated' : printDate(from),
    description: description.join('\n\n'),
    'x-tiaoli-document': module.document,
    ...(document?.number !== undefined && { 'x-tiaoli-number': document.number }),
    ...(invented.length > 0 && { 'x-tiaoli-illustrative': invented }),
  };
}

function documentOf({ declarations, document }: Module): DocumentDeclaration | undefined {
  return declarations.find(
    (each): each is DocumentDeclaration => each.kind === 'document' && each.id === document,
  );
}

function calculation({ document }: Module): OpenApi {
  const refused = problemResponse('案例有误：字段没有声明、类型不符、超出范围，每处都有位置和改法');
  return {
    operationId: 'calculate',
    summary: '结算一个案例',
    description: '缺的事实不算错误：结果的 missing 说明还要问什么，依赖它的结果为待补充。',
    requestBody: { required: true, content: json('Case') },
    responses: {
      '200': { description: `按「${document}」结算的结果`, content: json('Settlement') },
      '400': refused,
      '409': problemResponse('所问的日期或地区没有有效的规定'),
    },
  };
}

function json(name: string): OpenApi {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
}

function problemResponse(description: string): OpenApi {
  const schema = { $ref: '#/components/schemas/Problem' };
  return { description, content: { 'application/problem+json': { schema } } };
}

/** RFC 9457, with the code of the finding and its place in the case. */
const problem: JsonSchema = {
  title: 'Problem',
  type: 'object',
  required: ['title', 'status'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string' },
    code: { type: 'string' },
    pointer: { type: 'string' },
  },
};
