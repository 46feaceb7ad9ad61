// The rules of `../policy.tiaoli` as a programmer would write them in JavaScript: what the compiled calculator is
// measured against. Money in whole fen, rates in parts of 20 or 10, days since 1970-01-01.

/** Numbers stand for the members of the policy's enumerations, in the order of their declaration. */
export interface Claim {
  readonly settledAt: number;
  readonly classA: number;
  readonly classB: number;
  readonly classC: number;
  readonly overLimitPrice: number;
  readonly classBOverLimit: number;
  readonly care: number;
  readonly chargeClass: number;
  readonly place: number;
  readonly filing: number;
  /** One bit per category. */
  readonly categories: number;
}

export interface YearState {
  readonly year: number;
  readonly admissions: number;
  readonly basicPaid: number;
  /** Cost that came to the layer of critical illness, and what it took as deductible. */
  readonly illnessCost: number;
  readonly illnessDeductible: number;
  /** Twentieths of a fen, not yet rounded. */
  readonly illnessDue: number;
  readonly illnessPaid: number;
  readonly assistanceDeductible: number;
  readonly assistancePaid: number;
}

/** How a layer's base is used up: over the limit, deductible, own share, over the cap, paid. */
export interface LayerResult {
  readonly base: number;
  readonly deductible: number;
  readonly beyondLimit: number;
  readonly ownShare: number;
  readonly overCap: number;
  readonly paid: number;
}

export interface Settlement {
  readonly total: number;
  readonly ownExpense: number;
  readonly overLimitPrice: number;
  readonly firstSelfPay: number;
  readonly compliant: number;
  /** Null where the layer does not apply. */
  readonly basic: LayerResult | null;
  readonly illness: LayerResult;
  readonly assistance: LayerResult | null;
  readonly burden: number;
  readonly cash: number;
  readonly state: YearState;
}

export const noClaims: YearState = {
  year: -1,
  admissions: 0,
  basicPaid: 0,
  illnessCost: 0,
  illnessDeductible: 0,
  illnessDue: 0,
  illnessPaid: 0,
  assistanceDeductible: 0,
  assistancePaid: 0,
};

const inpatient = 0;
const crossProvince = 2;
const filed = 0;
const referred = 1;
const emergency = 2;
const unfiled = 3;
const keyCategories = 0b0001110;
const edgeCategories = 0b0110000;

const deductibles = [100_00, 400_00, 500_00, 1000_00];
const rates = [17, 15, 14, 12];

export function settle(before: YearState, claim: Claim): Settlement {
  const year = yearOf(claim.settledAt);
  const state = before.year === year ? before : noClaims;
  const total = claim.classA + claim.classB + claim.classC;
  const firstSelfPay = Math.floor((claim.classB - claim.classBOverLimit + 10) / 20);
  const compliant = total - claim.classC - claim.overLimitPrice - firstSelfPay;

  const basic = claim.care === inpatient ? settleBasic(state, claim, compliant) : null;
  const isKey = (claim.categories & keyCategories) !== 0;
  const illnessBase = basic === null ? 0 : basic.deductible + basic.ownShare + basic.overCap;
  const illnessDeductible = Math.min(
    illnessBase,
    Math.max(0, (isKey ? 7000_00 : 14000_00) - state.illnessDeductible),
  );
  const start = state.illnessCost + illnessDeductible;
  const end = state.illnessCost + illnessBase;
  const illnessDue = state.illnessDue + bracketSum(end, isKey) - bracketSum(start, isKey);
  const illnessRounded = twentieths(illnessDue) - twentieths(state.illnessDue);
  const illnessPaid = isKey
    ? illnessRounded
    : Math.min(illnessRounded, Math.max(0, 400_000_00 - state.illnessPaid));
  const illness = {
    base: illnessBase,
    deductible: illnessDeductible,
    beyondLimit: 0,
    ownShare: illnessBase - illnessDeductible - illnessRounded,
    overCap: illnessRounded - illnessPaid,
    paid: illnessPaid,
  };

  const fundsPaid = (basic === null ? 0 : basic.paid) + illnessPaid;
  const assistance = settleAssistance(state, claim, compliant - fundsPaid);
  const burden = total - fundsPaid - (assistance === null ? 0 : assistance.paid);
  return {
    total,
    ownExpense: claim.classC,
    overLimitPrice: claim.overLimitPrice,
    firstSelfPay,
    compliant,
    basic,
    illness,
    assistance,
    burden,
    cash: burden,
    state: {
      year,
      admissions: state.admissions + (basic === null ? 0 : 1),
      basicPaid: state.basicPaid + (basic === null ? 0 : basic.paid),
      illnessCost: end,
      illnessDeductible: state.illnessDeductible + illnessDeductible,
      illnessDue,
      illnessPaid: state.illnessPaid + illnessPaid,
      assistanceDeductible:
        state.assistanceDeductible + (assistance === null ? 0 : assistance.deductible),
      assistancePaid: state.assistancePaid + (assistance === null ? 0 : assistance.paid),
    },
  };
}

function settleBasic(state: YearState, claim: Claim, base: number): LayerResult {
  const { filing, place, chargeClass } = claim;
  let due = deductibles[chargeClass] ?? 0;
  let rate = rates[chargeClass] ?? 0;
  let falls = true;
  if (filing === emergency) {
    rate = 10;
  } else if (place === crossProvince && (filing === filed || filing === referred)) {
    due = 1500_00;
    rate = 11;
  } else if (place === crossProvince && filing === unfiled) {
    due = 1000_00;
    rate = 7;
    falls = false;
  }
  if (falls && state.admissions === 1) due = Math.floor((due + 1) / 2);
  if (falls && state.admissions > 1) due = 0;
  const deductible = Math.min(base, due);
  const rounded = twentieths((base - deductible) * rate);
  const paid = Math.min(rounded, Math.max(0, 70_000_00 - state.basicPaid));
  return {
    base,
    deductible,
    beyondLimit: 0,
    ownShare: base - deductible - rounded,
    overCap: rounded - paid,
    paid,
  };
}

function settleAssistance(state: YearState, claim: Claim, base: number): LayerResult | null {
  const isKey = (claim.categories & keyCategories) !== 0;
  const isEdge = !isKey && (claim.categories & edgeCategories) !== 0;
  if (!isKey && !isEdge) return null;
  const deductible = isKey ? 0 : Math.min(base, Math.max(0, 3000_00 - state.assistanceDeductible));
  const rounded = Math.floor(((base - deductible) * (isKey ? 7 : 5) + 5) / 10);
  const cap = isKey ? 30_000_00 : 20_000_00;
  const paid = Math.min(rounded, Math.max(0, cap - state.assistancePaid));
  return {
    base,
    deductible,
    beyondLimit: 0,
    ownShare: base - deductible - rounded,
    overCap: rounded - paid,
    paid,
  };
}

const ordinaryBrackets = [
  { from: 0, rate: 12 },
  { from: 100_000_00, rate: 13 },
  { from: 200_000_00, rate: 14 },
  { from: 300_000_00, rate: 15 },
];
const keyBrackets = ordinaryBrackets.map(({ from, rate }) => ({ from, rate: rate + 1 }));

/** Twentieths of a fen due on all cost up to `cost`. */
function bracketSum(cost: number, isKey: boolean): number {
  const brackets = isKey ? keyBrackets : ordinaryBrackets;
  let sum = 0;
  for (let index = 0; index < brackets.length; index += 1) {
    const bracket = brackets[index];
    if (bracket === undefined || cost <= bracket.from) break;
    const next = brackets[index + 1];
    const to = next === undefined || cost < next.from ? cost : next.from;
    sum += (to - bracket.from) * bracket.rate;
  }
  return sum;
}

/** Whole fen, halves up. */
function twentieths(amount: number): number {
  return Math.floor((amount + 10) / 20);
}

/** Calendar year of a day. */
function yearOf(day: number): number {
  const days = day + 719_468;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear = ofEra - (years * 365 + Math.floor(years / 4) - Math.floor(years / 100));
  return years + era * 400 + (ofYear >= 306 ? 1 : 0);
}
