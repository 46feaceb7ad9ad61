import type { ApiSchemas } from '@tiaoli/client';

export type OpenSession = ApiSchemas['Session'];
export type ApiToken = ApiSchemas['ApiToken'];
export type IssuedToken = ApiSchemas['IssuedToken'];
export type PasswordLink = ApiSchemas['PasswordLink'];
export type Role = ApiSchemas['DemoPerson']['role'];
export type BegunFactor = ApiSchemas['SecondFactor'];
