export type { ApiClient, ApiClientOptions, ApiSchemas } from './create-api-client.ts';
export { createApiClient } from './create-api-client.ts';
export type { paths as ApiPaths } from './generated/api.ts';
