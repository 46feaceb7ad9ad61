import type {
  Change,
  CityChange,
  Estimate,
  GroupRow,
  ReformResult,
  ScenarioIdentity,
  SimulationResult,
  SweepPoint,
} from '@tiaoli/simulation';

/** A change with an error for each amount, as a run of a sample gives it. */
function change(baseline: string, reform: string, difference: string, error: number): Change {
  return {
    baseline: { value: baseline, error: 100 * error },
    reform: { value: reform, error: 100 * error },
    change: { value: difference, error },
  };
}

function people(value: string, error = 12.5): Estimate {
  return { value, error };
}

function scenario(key: string, on: string): ScenarioIdentity {
  return {
    ...{
      key,
      on,
      document: 'taiyuan.employee-outpatient',
      version: `taiyuan.employee-outpatient@${on}`,
    },
    title: '太原市职工医保普通门诊统筹',
    meaningHash: key.padEnd(64, '0'),
    illustrative: ['示例参数'],
  };
}

const groups: readonly GroupRow[] = [
  {
    kind: 'shown',
    name: 'active',
    persons: people('60000'),
    fund: change('12345678.9', '13345678.905', '1000000.005', 4321),
    person: change('9876543.21', '8876543.205', '-1000000.005', 4321),
    ...{ better: people('9000'), worse: people('30'), same: people('50970') },
    classes: ['0', '10', '20', '50970', '4000', '4500', '500'],
  },
  {
    kind: 'shown',
    name: 'retired',
    persons: people('30000'),
    fund: change('22345678.90', '24345678.90', '2000000', 5321),
    person: change('7000000', '5000000', '-2000000', 5321),
    ...{ better: people('12000'), worse: people('0'), same: people('18000') },
    classes: ['0', '0', '0', '18000', '3000', '7000', '2000'],
  },
  { kind: 'suppressed', name: 'destitute' },
];

function city(name: string, difference: string, isSuppressed = false): CityChange {
  const before = 10_000_000;
  return {
    ...{ city: name, isSuppressed, persons: people('30000') },
    fund: change(String(before), String(before + Number(difference)), difference, 5000),
    person: change(
      '5000000',
      String(5_000_000 - Number(difference)),
      String(-Number(difference)),
      5000,
    ),
  };
}

function point(value: string, fund: string, which?: 'proposed' | 'baseline'): SweepPoint {
  return {
    ...{ value, isProposed: which === 'proposed', isBaseline: which === 'baseline' },
    fund: { value: fund, error: 5000 },
    person: { value: String(-Number(fund)), error: 5000 },
    ratios: [{ kind: 'in-policy', value: 0.75 }],
  };
}

const sweepPoints = [
  point('200', '3400000'),
  point('300', '3000000.005', 'proposed'),
  point('1800', '0', 'baseline'),
];
const solved = point('0.6', '2400000');

const reform: ReformResult = {
  scenario: scenario('reform-1', '2024-07-01'),
  verdict: {
    fund: change('34691357.80', '37691357.805', '3000000.005', 6543),
    person: change('16876543.21', '13876543.205', '-3000000.005', 6543),
    ratios: [
      {
        kind: 'actual',
        baseline: 0.6727,
        reform: 0.7309,
        change: { value: 0.0582, error: 0.0004 },
      },
      { kind: 'in-policy', baseline: 0.71, reform: 0.77, change: { value: 0.06, error: 0.0004 } },
    ],
    better: { people: people('21000', 140), amount: { value: '3001000.005', error: 6500 } },
    worse: { people: people('30', 5), amount: { value: '-1000.00', error: 90 } },
    same: people('68970', 150),
    flags: [{ kind: 'person-loses-most', name: '退休人员，72 岁', amount: '612.35' }],
  },
  byLayer: [
    {
      layer: '门诊统筹',
      payer: '统筹基金',
      amount: change('30000000', '33500000.005', '3500000.005', 7000),
    },
    {
      layer: '大额补助',
      payer: '大额基金',
      amount: change('4691357.80', '4191357.80', '-500000', 1000),
    },
  ],
  byChange: {
    bars: [
      {
        name: { zh: '起付：1800元 → 300元', en: 'deductible: 1800 → 300 yuan' },
        clause: '第三条',
        fund: { value: '2100000', error: 5000 },
        person: { value: '-2100000', error: 5000 },
      },
      {
        name: { zh: '比例：50% → 55%', en: 'rate: 50% → 55%' },
        fund: { value: '700000.005', error: 3000 },
        person: { value: '-700000.005', error: 3000 },
      },
    ],
    interaction: { value: '200000', error: 900 },
    total: { value: '3000000.005', error: 6543 },
  },
  groups: [{ by: 'category', rows: groups }],
  burden: {
    quantiles: [
      { share: 0.5, baseline: '120.00', reform: '100.00' },
      { share: 0.9, baseline: '1800.00', reform: '1500.50' },
      { share: 0.999, baseline: '25000.00', reform: '24800.00' },
    ],
    catastrophic: [
      { of: 'income', share: 0.1, people: change('4000', '3900', '-100', 11) },
      { of: 'capacity-to-pay', share: 0.4, people: change('800', '790', '-10', 3) },
    ],
  },
  cities: [city('太原市', '2000000'), city('大同市', '-1000000'), city('阳泉市', '0', true)],
  watchlists: [
    {
      ...{ kind: 'counted', name: '高额费用预警', document: 'taiyuan.warning', title: '预警办法' },
      assumed: [{ name: '监测线', value: '50%' }],
      undecided: 2,
      rows: [
        {
          ...{ kind: 'shown', name: 'all', baseline: people('500'), reform: people('480') },
          ...{ newly: people('5'), cleared: people('25') },
        },
        { kind: 'suppressed', name: 'destitute' },
        {
          ...{ kind: 'shown', name: 'ordinary', baseline: people('450'), reform: people('430') },
          ...{ newly: people('4'), cleared: people('24') },
        },
        { kind: 'suppressed', name: 'monitored' },
      ],
    },
    {
      ...{
        kind: 'not-counted',
        name: '因病致贫预警',
        document: 'shanxi.warning',
        title: '监测办法',
      },
      reason: { zh: '有数值未见：收入没有公布', en: 'numbers were not published: income' },
    },
  ],
  sensitivity: {
    bars: [
      {
        kind: 'cost',
        name: { zh: '每笔费用 ±10%', en: 'cost of each claim ±10%' },
        less: { value: '2500000', error: 6000 },
        more: { value: '3600000.125', error: 7000 },
      },
      {
        kind: 'tail',
        name: { zh: '5万元以上的费用 ±20%', en: 'claims of 50,000 yuan and more ±20%' },
        less: { value: '2990000', error: 6000 },
        more: { value: '3010000', error: 7000 },
      },
    ],
  },
  sweeps: [{ parameter: '起付标准', cell: '三类', unit: 'money', points: sweepPoints }],
  solutions: [
    {
      ...{ parameter: '支付比例', unit: 'rate', outcome: 'found' },
      target: { kind: 'in-policy', value: '0.75' },
      ...{ nearest: solved, tried: [solved] },
    },
  ],
  cases: [
    {
      kind: 'typical',
      name: '退休人员，普通',
      baseline: '900.00',
      reform: '700.00',
      layers: [{ layer: '统筹', baseline: '300.00', reform: '500.00' }],
      case: { claims: [] },
    },
    {
      kind: 'gain',
      name: '=在职职工，61 岁',
      baseline: '5000.00',
      reform: '3200.10',
      layers: [],
      case: { claims: [] },
    },
    {
      kind: 'loss',
      name: '退休人员，72 岁',
      baseline: '100.00',
      reform: '712.35',
      layers: [],
      case: { claims: [] },
    },
  ],
};

/** A result made by hand: every kind of figure, amounts to a fraction of a fen, a hidden group, a hidden city. */
export const sampleResult: SimulationResult = {
  format: 'tiaoli-simulation',
  identity: {
    id: 'a'.repeat(64),
    resultVersion: 1,
    engine: 'e'.repeat(64),
    options: {
      ...{ leastPersons: 10, sameWithin: '1.00', replicates: 100 },
      ...{ scheme: 'all', city: 'all' },
    },
  },
  population: {
    ...{ root: 'b'.repeat(64), year: 2025, persons: 10_000, claims: 66_012, weighted: '90000' },
    ...{ isSynthetic: true, preset: 'S', province: '山西省', seed: 1 },
  },
  baseline: scenario('baseline', '2023-01-01'),
  assumptions: [
    { zh: '示例假定：收费类别随医院级别。', en: 'Illustrative assumption: class by level.' },
  ],
  notSettled: [
    { scenario: 'baseline', kind: 'not-covered', reason: '就医类别：住院', claims: 1234 },
    { scenario: 'reform-1', kind: 'refused', reason: '<费用> & "合规"', claims: 2 },
  ],
  totals: {
    baseline: { 统筹基金支付: '34691357.80' },
    'reform-1': { 统筹基金支付: '37691357.805' },
  },
  reforms: [reform],
};
