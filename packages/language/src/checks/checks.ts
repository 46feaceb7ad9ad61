import { checkAssignedTypes } from './assigned-types.ts';
import { checkCallTypes } from './call-types.ts';
import { checkBands } from './bands.ts';
import type { Check } from './check.ts';
import { checkComparisonTypes } from './comparison-types.ts';
import { checkDocumentHeader } from './document-header-rules.ts';
import { checkDuplicateNames } from './duplicate-names.ts';
import { checkOperationTypes } from './operation-types.ts';
import { checkOptionalOperands } from './optional-operands.ts';
import { checkResolvedNames } from './resolved-names.ts';
import { checkTableRows } from './table-rows.ts';
import { checkValidityOrder } from './validity-order.ts';

/** Every rule, once. The order does not matter: findings are sorted by place. */
export const checks: readonly Check[] = [
  checkAssignedTypes,
  checkBands,
  checkCallTypes,
  checkComparisonTypes,
  checkDocumentHeader,
  checkDuplicateNames,
  checkOperationTypes,
  checkOptionalOperands,
  checkResolvedNames,
  checkTableRows,
  checkValidityOrder,
];
