import type { ApiWorld } from './api-world.ts';

/** An operation as the description tells it. */
export interface Operation {
  readonly operationId: string;
  readonly method: string;
  /** Below `/api/v1`. */
  readonly path: string;
  readonly responses: Readonly<Record<string, ResponseForm>>;
  readonly requestBody?: { readonly content: ResponseForm['content'] };
}

export interface ResponseForm {
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

export interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

export async function describe(api: ApiWorld): Promise<Description> {
  const { status, json } = await api.ask(undefined, 'GET', '/openapi.json');
  if (status !== 200) throw new Error(`no description: ${status}`);
  return json;
}

export function operationsOf({ paths }: Description): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...{ ...operation, method: method.toUpperCase(), path: path.replace('/api/v1', '') },
    })),
  );
}

/** The JSON schema of the body; undefined for an operation without one. */
export function bodySchema({ requestBody }: Operation): JsonSchema | undefined {
  return requestBody?.content?.['application/json']?.schema;
}

/** What a reference leads to. */
export function resolved(schema: JsonSchema, { components }: Description): JsonSchema {
  const name = schema.$ref?.split('/').at(-1);
  if (name === undefined) return schema;
  const found = components.schemas[name];
  if (!found) throw new Error(`no schema ${name}`);
  return resolved(found, { components } as Description);
}
