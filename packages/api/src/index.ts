export { apiRoot, createApi } from './create-api.ts';
export type { ApiOptions } from './http/api-environment.ts';
