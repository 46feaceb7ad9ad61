import type { ApiSchemas } from '@tiaoli/client';

export type SignInAnswer = ApiSchemas['SignInResult'];
export type LinkAnswer = ApiSchemas['OneTimeLink'];
export type DemoPerson = ApiSchemas['DemoPerson'];
export type SignInWays = ApiSchemas['SignInWays'];
