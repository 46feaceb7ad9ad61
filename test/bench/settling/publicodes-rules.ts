// The rules of `../policy.tiaoli` for publicodes, in fen.

type Rule = string | number | { readonly [key: string]: unknown };

const inputs = [
  ...['classA', 'classB', 'classC', 'overLimitPrice', 'classBOverLimit'],
  ...['care', 'chargeClass', 'place', 'filing'],
  ...['destitute', 'subsistence', 'returned', 'edge', 'monitored'],
  ...['admissions', 'basicPaid', 'illnessCost', 'illnessDeductible', 'illnessDue'],
  ...['illnessPaid', 'assistanceDeductible', 'assistancePaid'],
];

export function publicodesRules(): Readonly<Record<string, Rule>> {
  const given = Object.fromEntries(inputs.map((name) => [name, { valeur: 0 }]));
  const rules: Record<string, Rule> = { ...given, ...shared, ...basic, ...illness, ...assistance };
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [
      name,
      typeof rule === 'string' ? { valeur: rule } : rule,
    ]),
  );
}

const rounded = (formula: string): Rule => ({ valeur: formula, arrondi: 'oui' });
const atLeastZero = (formula: string): Rule => ({ valeur: formula, plancher: '0' });
const least = (...formulas: string[]): Rule => ({ 'le minimum de': formulas });
const choose = (ways: readonly (readonly [string, string])[], otherwise: string): Rule => ({
  variations: [...ways.map(([si, alors]) => ({ si, alors })), { sinon: otherwise }],
});

const shared: Readonly<Record<string, Rule>> = {
  'r total': 'classA + classB + classC',
  'r first self pay': rounded('(classB - classBOverLimit) / 20'),
  'r compliant': 'r total - classC - overLimitPrice - r first self pay',
  'is key': 'destitute + subsistence + returned > 0',
  'is edge': 'edge + monitored > 0',
};

const basic: Readonly<Record<string, Rule>> = {
  'is inpatient': 'care = 0',
  'is away': 'place = 2',
  'class deductible': choose(
    [
      ['chargeClass = 0', '10000'],
      ['chargeClass = 1', '40000'],
      ['chargeClass = 2', '50000'],
    ],
    '100000',
  ),
  'class rate': choose(
    [
      ['chargeClass = 0', '17'],
      ['chargeClass = 1', '15'],
      ['chargeClass = 2', '14'],
    ],
    '12',
  ),
  'first deductible': {
    variations: [
      { si: 'filing = 2', alors: 'class deductible' },
      { si: { 'toutes ces conditions': ['is away', 'filing <= 1'] }, alors: '150000' },
      { si: 'is away', alors: '100000' },
      { sinon: 'class deductible' },
    ],
  },
  'basic rate': {
    variations: [
      { si: 'filing = 2', alors: '10' },
      { si: { 'toutes ces conditions': ['is away', 'filing <= 1'] }, alors: '11' },
      { si: 'is away', alors: '7' },
      { sinon: 'class rate' },
    ],
  },
  'nth deductible': {
    variations: [
      { si: { 'toutes ces conditions': ['is away', 'filing = 3'] }, alors: 'first deductible' },
      { si: 'admissions = 0', alors: 'first deductible' },
      { si: 'admissions = 1', alors: 'first deductible / 2' },
      { sinon: '0' },
    ],
  },
  'r basic base': choose([['is inpatient', 'r compliant']], '0'),
  'r basic deductible': least('r basic base', 'nth deductible'),
  'basic due': rounded('(r basic base - r basic deductible) * basic rate / 20'),
  'basic left': atLeastZero('7000000 - basicPaid'),
  'r basic paid': least('basic due', 'basic left'),
  'r basic own share': 'r basic base - r basic deductible - basic due',
  'r basic over cap': 'basic due - r basic paid',
  's admissions': choose([['is inpatient', 'admissions + 1']], 'admissions'),
  's basic paid': 'basicPaid + r basic paid',
};

const illness: Readonly<Record<string, Rule>> = {
  'r illness base': 'r basic deductible + r basic own share + r basic over cap',
  'illness deductible of year': choose([['is key', '700000']], '1400000'),
  'illness deductible left': atLeastZero('illness deductible of year - illnessDeductible'),
  'r illness deductible': least('r illness base', 'illness deductible left'),
  'illness start': 'illnessCost + r illness deductible',
  'illness end': 'illnessCost + r illness base',
  'more rate': choose([['is key', '1']], '0'),
  ...bracketRules('start'),
  ...bracketRules('end'),
  's illness due': 'illnessDue + end sum - start sum',
  'illness due after': rounded('s illness due / 20'),
  'illness due before': rounded('illnessDue / 20'),
  'illness due': 'illness due after - illness due before',
  'illness left': atLeastZero('40000000 - illnessPaid'),
  'illness capped': least('illness due', 'illness left'),
  'r illness paid': choose([['is key', 'illness due']], 'illness capped'),
  'r illness own share': 'r illness base - r illness deductible - illness due',
  'r illness over cap': 'illness due - r illness paid',
  's illness cost': 'illness end',
  's illness deductible': 'illnessDeductible + r illness deductible',
  's illness paid': 'illnessPaid + r illness paid',
};

function bracketRules(place: 'start' | 'end'): Readonly<Record<string, Rule>> {
  const cost = `illness ${place}`;
  return {
    [`${place} above 2`]: atLeastZero(`${cost} - 10000000`),
    [`${place} above 3`]: atLeastZero(`${cost} - 20000000`),
    [`${place} above 4`]: atLeastZero(`${cost} - 30000000`),
    [`${place} sum`]: `(12 + more rate) * ${cost} + ${place} above 2 + ${place} above 3 + ${place} above 4`,
  };
}

const assistance: Readonly<Record<string, Rule>> = {
  'is assisted': { 'une de ces conditions': ['is key', 'is edge'] },
  'compliant left': 'r compliant - r basic paid - r illness paid',
  'r assistance base': choose([['is assisted', 'compliant left']], '0'),
  'edge deductible left': atLeastZero('300000 - assistanceDeductible'),
  'edge deductible': least('r assistance base', 'edge deductible left'),
  'r assistance deductible': choose([['is key', '0']], 'edge deductible'),
  'assistance rate': choose([['is key', '7']], '5'),
  'assistance cap': choose([['is key', '3000000']], '2000000'),
  'assistance due': rounded('(r assistance base - r assistance deductible) * assistance rate / 10'),
  'assistance left': atLeastZero('assistance cap - assistancePaid'),
  'r assistance paid': least('assistance due', 'assistance left'),
  'r assistance own share': 'r assistance base - r assistance deductible - assistance due',
  'r assistance over cap': 'assistance due - r assistance paid',
  'r burden': 'r total - r basic paid - r illness paid - r assistance paid',
  's assistance deductible': 'assistanceDeductible + r assistance deductible',
  's assistance paid': 'assistancePaid + r assistance paid',
};

/** The rule that gives each result of the policy, and each part of the state after the claim. */
export const publicodesOutputs: Readonly<Record<string, string>> = {
  医疗费总额: 'r total',
  先行自付: 'r first self pay',
  合规费用: 'r compliant',
  '住院统筹.基数': 'r basic base',
  '住院统筹.起付': 'r basic deductible',
  住院统筹: 'r basic paid',
  '住院统筹.比例自付': 'r basic own share',
  '住院统筹.超封顶': 'r basic over cap',
  '大病保险.基数': 'r illness base',
  '大病保险.起付': 'r illness deductible',
  大病保险: 'r illness paid',
  '大病保险.比例自付': 'r illness own share',
  '大病保险.超封顶': 'r illness over cap',
  '医疗救助.基数': 'r assistance base',
  '医疗救助.起付': 'r assistance deductible',
  医疗救助: 'r assistance paid',
  '医疗救助.比例自付': 'r assistance own share',
  '医疗救助.超封顶': 'r assistance over cap',
  个人负担: 'r burden',
  admissions: 's admissions',
  basicPaid: 's basic paid',
  illnessCost: 's illness cost',
  illnessDeductible: 's illness deductible',
  illnessDue: 's illness due',
  illnessPaid: 's illness paid',
  assistanceDeductible: 's assistance deductible',
  assistancePaid: 's assistance paid',
};
