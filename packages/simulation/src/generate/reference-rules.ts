/**
 * The rules under which fund ratios, critical illness and assistance are measured. Basic insurance and assistance in them
 * are ILLUSTRATIVE, so every result that rests on them names them.
 */
export const referenceRules = {
  document: 'shandong.simulation-reference',
  jurisdiction: '山东省',
  /** Ids of the layers whose payments are measured. */
  layers: {
    inpatient: 'national.simulation-reference/住院统筹',
    outpatient: 'national.simulation-reference/门诊统筹',
    chronic: 'national.simulation-reference/慢特病统筹',
    illness: 'shandong.simulation-reference/居民大病保险',
    assistance: 'shandong.simulation-reference/医疗救助',
  },
} as const;

export type ReferenceLayer = keyof typeof referenceRules.layers;
