// The rules of `../policy.tiaoli` as a decision of the ZEN engine: one table, then one list of expressions. In fen.

export function zenDecision(): object {
  const nodes = [
    node('in', 'inputNode'),
    node('basic', 'decisionTableNode', basicTable()),
    node('rules', 'expressionNode', {
      ...settings,
      passThrough: false,
      expressions: expressions.map(([key, value]) => ({ id: key, key, value })),
    }),
    node('out', 'outputNode'),
  ];
  const steps = nodes.slice(1).map(({ id }, index) => ({
    id: `e${index}`,
    sourceId: nodes[index]?.id,
    targetId: id,
  }));
  return { contentType: 'application/vnd.gorules.decision', nodes, edges: steps };
}

const settings = { inputField: null, outputPath: null, executionMode: 'single' };

function node(id: string, type: string, content?: object) {
  return { id, type, name: id, position: { x: 0, y: 0 }, ...(content && { content }) };
}

const tableInputs = ['filing', 'place', 'chargeClass'] as const;
const tableOutputs = ['firstDeductible', 'basicRate', 'falls'] as const;

/** First match wins; an empty cell matches everything. */
function basicTable(): object {
  const byClass = [
    [10_000, 17],
    [40_000, 15],
    [50_000, 14],
    [100_000, 12],
  ] as const;
  const rows = [
    ...byClass.map(([due], level) => tableRow(['2', '', `${level}`], [due, 10, 1])),
    tableRow(['<= 1', '2', ''], [150_000, 11, 1]),
    tableRow(['3', '2', ''], [100_000, 7, 0]),
    ...byClass.map(([due, rate], level) => tableRow(['', '', `${level}`], [due, rate, 1])),
  ];
  return {
    ...settings,
    hitPolicy: 'first',
    passThrough: true,
    inputs: tableInputs.map((field) => ({ id: field, name: field, field })),
    outputs: tableOutputs.map((field) => ({ id: field, name: field, field })),
    rules: rows.map((cells, index) => ({ _id: `row${index}`, ...cells })),
  };
}

function tableRow(conditions: readonly string[], values: readonly number[]) {
  return Object.fromEntries([
    ...tableInputs.map((field, index) => [field, conditions[index] ?? '']),
    ...tableOutputs.map((field, index) => [field, String(values[index])]),
  ]);
}

const atLeastZero = (amount: string): string => `max([0, ${amount}])`;
const twentieths = (amount: string): string => `floor((${amount} + 10) / 20)`;
const bracketSum = (cost: string): string =>
  `(12 + $.moreRate) * ${cost} + ${[10_000_000, 20_000_000, 30_000_000]
    .map((from) => atLeastZero(`${cost} - ${from}`))
    .join(' + ')}`;

const expressions: readonly (readonly [string, string])[] = [
  ['total', 'classA + classB + classC'],
  ['firstSelfPay', twentieths('classB - classBOverLimit')],
  ['compliant', '$.total - classC - overLimitPrice - $.firstSelfPay'],
  ['isKey', 'destitute + subsistence + returned > 0'],
  ['isEdge', 'edge + monitored > 0'],
  ['basicBase', 'care == 0 ? $.compliant : 0'],
  [
    'nthDeductible',
    'falls == 0 or admissions == 0 ? firstDeductible : (admissions == 1 ? firstDeductible / 2 : 0)',
  ],
  ['basicDeductible', 'min([$.basicBase, $.nthDeductible])'],
  ['basicDue', twentieths('($.basicBase - $.basicDeductible) * basicRate')],
  ['paidBasic', `min([$.basicDue, ${atLeastZero('7000000 - basicPaid')}])`],
  ['basicOwnShare', '$.basicBase - $.basicDeductible - $.basicDue'],
  ['basicOverCap', '$.basicDue - $.paidBasic'],
  ['nextAdmissions', 'care == 0 ? admissions + 1 : admissions'],
  ['nextBasicPaid', 'basicPaid + $.paidBasic'],
  ['illnessBase', '$.basicDeductible + $.basicOwnShare + $.basicOverCap'],
  [
    'deductibleIllness',
    `min([$.illnessBase, ${atLeastZero('($.isKey ? 700000 : 1400000) - illnessDeductible')}])`,
  ],
  ['moreRate', '$.isKey ? 1 : 0'],
  ['start', 'illnessCost + $.deductibleIllness'],
  ['end', 'illnessCost + $.illnessBase'],
  ['nextIllnessDue', `illnessDue + ${bracketSum('$.end')} - (${bracketSum('$.start')})`],
  ['dueIllness', `${twentieths('$.nextIllnessDue')} - ${twentieths('illnessDue')}`],
  [
    'paidIllness',
    `$.isKey ? $.dueIllness : min([$.dueIllness, ${atLeastZero('40000000 - illnessPaid')}])`,
  ],
  ['illnessOwnShare', '$.illnessBase - $.deductibleIllness - $.dueIllness'],
  ['illnessOverCap', '$.dueIllness - $.paidIllness'],
  ['nextIllnessCost', '$.end'],
  ['nextIllnessDeductible', 'illnessDeductible + $.deductibleIllness'],
  ['nextIllnessPaid', 'illnessPaid + $.paidIllness'],
  ['assistanceBase', '$.isKey or $.isEdge ? $.compliant - $.paidBasic - $.paidIllness : 0'],
  [
    'deductibleAssistance',
    `$.isKey ? 0 : min([$.assistanceBase, ${atLeastZero('300000 - assistanceDeductible')}])`,
  ],
  [
    'assistanceDue',
    'floor((($.assistanceBase - $.deductibleAssistance) * ($.isKey ? 7 : 5) + 5) / 10)',
  ],
  [
    'paidAssistance',
    `min([$.assistanceDue, ${atLeastZero('($.isKey ? 3000000 : 2000000) - assistancePaid')}])`,
  ],
  ['assistanceOwnShare', '$.assistanceBase - $.deductibleAssistance - $.assistanceDue'],
  ['assistanceOverCap', '$.assistanceDue - $.paidAssistance'],
  ['burden', '$.total - $.paidBasic - $.paidIllness - $.paidAssistance'],
  ['nextAssistanceDeductible', 'assistanceDeductible + $.deductibleAssistance'],
  ['nextAssistancePaid', 'assistancePaid + $.paidAssistance'],
];

/** The key that gives each result of the policy, and each part of the state after the claim. */
export const zenOutputs: Readonly<Record<string, string>> = {
  医疗费总额: 'total',
  先行自付: 'firstSelfPay',
  合规费用: 'compliant',
  '住院统筹.基数': 'basicBase',
  '住院统筹.起付': 'basicDeductible',
  住院统筹: 'paidBasic',
  '住院统筹.比例自付': 'basicOwnShare',
  '住院统筹.超封顶': 'basicOverCap',
  '大病保险.基数': 'illnessBase',
  '大病保险.起付': 'deductibleIllness',
  大病保险: 'paidIllness',
  '大病保险.比例自付': 'illnessOwnShare',
  '大病保险.超封顶': 'illnessOverCap',
  '医疗救助.基数': 'assistanceBase',
  '医疗救助.起付': 'deductibleAssistance',
  医疗救助: 'paidAssistance',
  '医疗救助.比例自付': 'assistanceOwnShare',
  '医疗救助.超封顶': 'assistanceOverCap',
  个人负担: 'burden',
  admissions: 'nextAdmissions',
  basicPaid: 'nextBasicPaid',
  illnessCost: 'nextIllnessCost',
  illnessDeductible: 'nextIllnessDeductible',
  illnessDue: 'nextIllnessDue',
  illnessPaid: 'nextIllnessPaid',
  assistanceDeductible: 'nextAssistanceDeductible',
  assistancePaid: 'nextAssistancePaid',
};
