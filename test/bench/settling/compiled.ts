import { rational } from '@tiaoli/base';
import type { Calculator, ExactFacts, HeldFacts, HeldState } from '@tiaoli/compiler';
import type { FlatResult } from './flat-result.ts';
import type { Claim, YearState } from './hand-written.ts';

/** The input of the policy that each field of a claim is. */
export const inputs: Readonly<Record<keyof Claim, string>> = {
  settledAt: 'national.common/结算.结算日期',
  classA: 'national.common/结算.甲类费用',
  classB: 'national.common/结算.乙类费用',
  classC: 'national.common/结算.丙类费用',
  overLimitPrice: 'national.common/结算.超限价费用',
  classBOverLimit: 'national.common/结算.乙类超限价',
  care: 'national.common/结算.就医类别',
  chargeClass: 'bench.three-layers/结算.收费类别',
  place: 'national.common/结算.就医地',
  filing: 'national.common/结算.备案状态',
  categories: 'national.common/参保人.人员类别',
};

/** The accumulator that each part of the state is. */
const accumulators: Readonly<Record<Exclude<keyof YearState, 'year'>, string>> = {
  admissions: '住院次数',
  basicPaid: '住院统筹.支付.本年',
  illnessCost: '大病保险.基数.本年',
  illnessDeductible: '大病保险.起付.本年',
  illnessDue: '大病保险.应付.本年',
  illnessPaid: '大病保险.支付.本年',
  assistanceDeductible: '医疗救助.起付.本年',
  assistancePaid: '医疗救助.支付.本年',
};

/** Turns a claim into an object as the calculator takes it. */
export function claimHolder({ tables }: Calculator): (claim: Claim) => HeldFacts {
  const keys = (Object.keys(inputs) as (keyof Claim)[]).map((field) => {
    const row = tables.fields.find(({ input }) => input === inputs[field]);
    if (!row) throw new Error(`the calculator does not take ${inputs[field]}`);
    return [row.key, field] as const;
  });
  const lists = tables.children.map(({ key }) => [key, []] as const);
  return (claim) =>
    Object.fromEntries([...keys.map(([key, field]) => [key, claim[field]] as const), ...lists]);
}

/** Reads results by their names. */
export function resultReader({
  tables,
}: Calculator): (results: ReturnType<Calculator['step']>['results']) => FlatResult {
  return (results) =>
    Object.fromEntries(
      tables.results.map(({ name, key, status }) => {
        const applies = status === undefined || results[status] === 0;
        return [name, applies ? Number(results[key]) : null];
      }),
    );
}

/** Reads the accumulators that the hand-written rules keep too; one last written in an earlier year is zero in `year`. */
export function stateReader({
  tables,
}: Calculator): (state: HeldState, year: number) => Omit<YearState, 'year'> {
  const rows = Object.entries(accumulators).map(([field, name]) => {
    const row = tables.accumulators.find((each) => each.name === name);
    if (!row?.group) throw new Error(`the calculator does not keep ${name} by the year`);
    return [field, row.key, row.group] as const;
  });
  return (state, year) =>
    Object.fromEntries(
      rows.map(([field, key, group]) => [field, state[group] === year ? Number(state[key]) : 0]),
    ) as Omit<YearState, 'year'>;
}

/** Members of the policy's enumerations in the order of their declaration. */
const members = {
  care: ['住院', '门诊', '慢特病', '两病', '生育', '追溯'],
  chargeClass: ['三类', '二类县', '二类市省', '一类'],
  place: ['市内', '省内', '跨省'],
  filing: ['备案', '转诊', '急诊', '未备案'],
  categories: [
    '普通',
    '特困人员',
    '低保对象',
    '返贫致贫人口',
    '低保边缘家庭成员',
    '监测对象',
    '因病致贫重病患者',
  ],
} as const;

/** The claim as the interpreter takes it. */
export function exactFacts(claim: Claim): ExactFacts {
  const values = (Object.keys(inputs) as (keyof Claim)[]).map(
    (field) => [inputs[field], exactValue(field, claim[field])] as const,
  );
  return { inputs: new Map(values), children: new Map([['national.common/明细', []]]) };
}

function exactValue(field: keyof Claim, value: number) {
  if (field === 'categories') {
    return new Set(members.categories.filter((_, index) => ((value >> index) & 1) === 1));
  }
  if (field === 'care' || field === 'chargeClass' || field === 'place' || field === 'filing') {
    return members[field][value] ?? '';
  }
  return rational(BigInt(value));
}
