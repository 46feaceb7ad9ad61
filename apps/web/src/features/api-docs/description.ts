/** The part of an OpenAPI 3.1 description that the page shows. */
export interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, DescribedSchema>> };
}

export interface DescribedOperation {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters?: readonly DescribedParameter[];
  readonly requestBody?: { readonly content?: DescribedContent };
  readonly responses: Readonly<
    Record<string, { readonly description?: string; readonly content?: DescribedContent }>
  >;
  /** Empty where nobody needs to be signed in. */
  readonly security?: readonly unknown[];
}

export interface DescribedParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: DescribedSchema;
}

export type DescribedContent = Readonly<Record<string, { readonly schema?: DescribedSchema }>>;

export interface DescribedSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, DescribedSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | DescribedSchema;
  readonly items?: DescribedSchema;
  readonly anyOf?: readonly DescribedSchema[];
  readonly oneOf?: readonly DescribedSchema[];
  readonly allOf?: readonly DescribedSchema[];
}

/** An operation with its address. */
export interface ShownOperation extends DescribedOperation {
  /** `GET`, `POST` … */
  readonly method: string;
  readonly path: string;
}

/** Operations under one noun: `drafts`, `proposals` … */
export interface OperationGroup {
  readonly noun: string;
  readonly operations: readonly ShownOperation[];
}

/** Those in whose address, name or summary every word stands, by the first noun of their address, as described. */
export function groupsOf(description: ApiDescription, words: string): readonly OperationGroup[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const all = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): ShownOperation => {
      return { ...operation, method: method.toUpperCase(), path };
    }),
  );
  const found = all.filter(({ method, path, operationId, summary = '' }) => {
    const text = `${method} ${path} ${operationId} ${summary}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  return [...Map.groupBy(found, ({ path }) => nounOf(path))].map(([noun, operations]) => {
    return { noun, operations };
  });
}

/** `/api/v1/drafts/{id}` is about drafts. */
function nounOf(path: string): string {
  return path.split('/')[3] ?? '';
}
