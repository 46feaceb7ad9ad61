/**
 * What the generator assumes beyond its hard targets. ILLUSTRATIVE unless a source stands beside it: shapes were chosen so
 * that, under the reference rules, the published critical-illness share and mean come out before any weighting.
 */

/** First and last age of each band. */
export const ageBands: readonly (readonly [number, number])[] = [
  [0, 4],
  [5, 14],
  [15, 24],
  [25, 34],
  [35, 44],
  [45, 54],
  [55, 64],
  [65, 74],
  [75, 84],
  [85, 99],
];

/** People by band, ILLUSTRATIVE. */
export const bandShares: readonly number[] = [
  0.055, 0.125, 0.105, 0.14, 0.145, 0.16, 0.13, 0.09, 0.04, 0.01,
];

/** Share of men. */
export const maleShare = 0.512;

/** Which bands a class of the insured has, and how much of each before fitting. */
export const classSeeds: Readonly<Record<'active' | 'retired' | 'resident', readonly number[]>> = {
  active: [0, 0, 0.12, 0.5, 0.5, 0.45, 0.18, 0, 0, 0],
  retired: [0, 0, 0, 0, 0, 0.07, 0.3, 0.4, 0.4, 0.4],
  resident: [1, 1, 0.88, 0.5, 0.5, 0.48, 0.52, 0.6, 0.6, 0.6],
};

/** People per household, from one on. */
export const householdSizes: readonly number[] = [0.2, 0.3, 0.22, 0.16, 0.12];

/** Share of each kind of illness by band: two diseases (blood pressure, diabetes), other chronic, severe. */
export const illnessByBand: readonly (readonly [number, number, number])[] = [
  [0, 0.004, 0.003],
  [0, 0.004, 0.003],
  [0.004, 0.008, 0.005],
  [0.015, 0.015, 0.009],
  [0.05, 0.03, 0.018],
  [0.13, 0.05, 0.031],
  [0.22, 0.08, 0.052],
  [0.32, 0.11, 0.071],
  [0.36, 0.13, 0.07],
  [0.34, 0.13, 0.068],
];

/** How much of the latent cause of illness is the person's frailty. */
export const frailtyInIllness = 0.45;

export interface EventShape {
  /** By band, relative. */
  readonly byBand: readonly number[];
  /** By illness: none, two diseases, chronic, severe. */
  readonly byIllness: readonly [number, number, number, number];
  /** Active, retired, resident. */
  readonly byClass: readonly [number, number, number];
  /** Of the frailty on the logarithm of the number of events. */
  readonly onCount: number;
  /** Of the frailty on the logarithm of the cost of one. */
  readonly onCost: number;
  /** Of the negative binomial, given the frailty; the severely ill are treated in regular courses. */
  readonly dispersion: number;
  readonly severeDispersion: number;
}

/** The processes, in the order of `medTypes`. */
export const eventShapes: readonly EventShape[] = [
  {
    byBand: [1.6, 0.45, 0.5, 0.75, 0.7, 0.95, 1.5, 2.4, 3.1, 3.3],
    byIllness: [1, 1.6, 2.2, 29],
    byClass: [1, 1.95, 1],
    onCount: 0.6,
    onCost: 0.12,
    dispersion: 2.5,
    severeDispersion: 12,
  },
  {
    byBand: [1.5, 0.9, 0.6, 0.75, 0.9, 1.05, 1.2, 1.4, 1.4, 1.3],
    byIllness: [1, 1.5, 1.7, 1.9],
    byClass: [1, 1.35, 1],
    onCount: 0.55,
    onCost: 0.1,
    dispersion: 1.6,
    severeDispersion: 1.6,
  },
  {
    byBand: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    byIllness: [0, 1, 1.5, 3.2],
    byClass: [1, 1.15, 1],
    onCount: 0.3,
    onCost: 0.15,
    dispersion: 3,
    severeDispersion: 8,
  },
  {
    byBand: [0.6, 0.5, 0.7, 0.9, 1, 1.1, 1.2, 1.3, 1.2, 1.1],
    byIllness: [1, 1.6, 1.6, 1.5],
    byClass: [1, 1.35, 1],
    onCount: 0.5,
    onCost: 0.1,
    dispersion: 1.4,
    severeDispersion: 1.4,
  },
];

/** How many admissions go to each level: primary, secondary, tertiary; by scheme, then severely ill. */
export const admissionLevels = {
  employee: [0.1, 0.25, 0.65],
  resident: [0.22, 0.34, 0.44],
  severe: { employee: [0.04, 0.18, 0.78], resident: [0.08, 0.26, 0.66] },
} as const;

/** The same for everything that is no admission. */
export const visitLevels = { employee: [0.45, 0.25, 0.3], resident: [0.7, 0.18, 0.12] } as const;

/** Where a tertiary admission takes place: in the city, the province, another province. Others stay in the city. */
export const tertiaryPlaces = [0.78, 0.13, 0.09] as const;
/** Filed, referred, emergency, unfiled: of those away from their city. */
export const awayFilings = [0.62, 0.18, 0.06, 0.14] as const;

/** Sigma of the lognormal body; 0.87 in a sample of county hospitals (mean 5,469, SD 5,820 yuan; Li 2020). */
export const costSigma = [0.65, 0.75, 0.9, 0.6] as const;
/** Shape of the generalised-Pareto tail above P99, by process. */
export const tailShape = [0.12, 0.2, 0.25, 0.1] as const;
/** Cost of an admission by level and of somebody severely ill, relative. */
/** The same for the severely ill, whose courses resemble each other. */
export const severeSigma = 0.58;
/** How much of the effect of frailty on counts is left for them. */
export const severeFrailty = 0.5;
export const levelCost = [0.55, 1.1, 1] as const;
export const severeCost = [3.25, 1.2, 4.6, 1] as const;

/** Yuan for one purchase in a pharmacy: no source. */
export const pharmacyMean = { employee: 96, resident: 60 } as const;

/** Wholly own share (Kumaraswamy a, b), share of class B of the rest, and first self-pay of class B. */
export const ownShare = [
  { a: 1.1, b: 26 },
  { a: 1.1, b: 16 },
  { a: 1.1, b: 11 },
] as const;
export const classBShare = { a: 2, b: 3.2 } as const;
export const firstSelfPay = 0.1;

/** Claims by month: winter and spring are busier; relative. */
export const monthShares: readonly number[] = [
  1.02, 0.86, 1.08, 1.04, 1.03, 1, 1.01, 1, 0.98, 0.97, 1.01, 1,
];
/** How many admissions follow within thirty days of the one before. */
export const readmissionShare = 0.3;

/** Yuan per head and year at the median, of urban and rural households, and sigma. */
export const incomes = { urban: 47_000, rural: 21_000, sigma: 0.55, consumption: 0.66 } as const;

/** Of those whose premium is subsidised, in the order of `categories` from the second on. */
export const subsidisedSplit: readonly number[] = [0.06, 0.46, 0.1, 0.22, 0.14, 0.02];
