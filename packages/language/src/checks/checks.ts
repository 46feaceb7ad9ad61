import type { Check } from './check.ts';
import { checkDocumentHeader } from './document-header-rules.ts';
import { checkResolvedNames } from './resolved-names.ts';

/** Every rule, once. The order does not matter: findings are sorted by place. */
export const checks: readonly Check[] = [checkDocumentHeader, checkResolvedNames];
