import { checkAdjustments } from './adjustments.ts';
import { checkAssignedTypes } from './assigned-types.ts';
import { checkBands } from './bands.ts';
import { checkBases } from './bases.ts';
import { checkCallTypes } from './call-types.ts';
import { checkCaseOverlap } from './case-overlap.ts';
import { checkCatalogues } from './catalogues.ts';
import type { Check } from './check.ts';
import { checkCitedClauses } from './cited-clauses.ts';
import { checkClauses } from './clauses.ts';
import { checkComparisonTypes } from './comparison-types.ts';
import { checkConstraints } from './constraints.ts';
import { checkCycles } from './cycles.ts';
import { checkDelegations } from './delegations.ts';
import { checkDocumentHeader } from './document-header-rules.ts';
import { checkDocumentIdentity } from './document-identity.ts';
import { checkDuplicateNames } from './duplicate-names.ts';
import { checkDuplicateStatements } from './duplicate-statements.ts';
import { checkExamples } from './examples.ts';
import { checkForeignBasis } from './foreign-basis.ts';
import { checkGrowingDecimals } from './growing-decimals.ts';
import { checkInputs } from './inputs.ts';
import { checkLayerRules } from './layer-rules.ts';
import { checkLayerSlots } from './layer-slots.ts';
import { checkMetrics } from './metrics.ts';
import { checkMonotonies } from './monotonies.ts';
import { checkOperationTypes } from './operation-types.ts';
import { checkOptionalOperands } from './optional-operands.ts';
import { checkReadableNames } from './readable-names.ts';
import { checkResolvedNames } from './resolved-names.ts';
import { checkServiceAmounts } from './service-amounts.ts';
import { checkServiceDelegations } from './service-delegations.ts';
import { checkServices } from './services.ts';
import { checkSettingValues } from './setting-values.ts';
import { checkShares } from './shares.ts';
import { checkStocks } from './stocks.ts';
import { checkTableLookups } from './table-lookups.ts';
import { checkTableRows } from './table-rows.ts';
import { checkUnroundedAmounts } from './unrounded-amounts.ts';
import { checkUnusedNames } from './unused-names.ts';
import { checkValidityOrder } from './validity-order.ts';
import { checkWatchlists } from './watchlists.ts';
import { checkUnusedLayers, checkWaterfalls } from './waterfalls.ts';
import { checkWindows } from './windows.ts';

/** Rules about a file and what it rests on. The order does not matter: findings are sorted by place. */
export const checks: readonly Check[] = [
  checkAdjustments,
  checkAssignedTypes,
  checkBands,
  checkBases,
  checkCallTypes,
  checkCaseOverlap,
  checkCatalogues,
  checkCitedClauses,
  checkClauses,
  checkComparisonTypes,
  checkConstraints,
  checkCycles,
  checkDelegations,
  checkDocumentHeader,
  checkDuplicateNames,
  checkDuplicateStatements,
  checkExamples,
  checkForeignBasis,
  checkGrowingDecimals,
  checkInputs,
  checkLayerRules,
  checkLayerSlots,
  checkMetrics,
  checkMonotonies,
  checkOperationTypes,
  checkOptionalOperands,
  checkReadableNames,
  checkResolvedNames,
  checkServiceAmounts,
  checkServiceDelegations,
  checkServices,
  checkSettingValues,
  checkShares,
  checkStocks,
  checkTableLookups,
  checkTableRows,
  checkUnroundedAmounts,
  checkValidityOrder,
  checkWatchlists,
  checkWaterfalls,
  checkWindows,
];

/** Rules about what other files make of a file; asked whenever any of them changes. */
export const checksAmong: readonly Check[] = [
  checkDocumentIdentity,
  checkUnusedLayers,
  checkUnusedNames,
];
