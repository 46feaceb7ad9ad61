import { dayNumber } from '@tiaoli/base';
import type { Rows } from '../table/columns.ts';
import type { Block } from './block.ts';
import { POPULATION_YEAR, RESIDENT } from './block.ts';
import type { Claims } from './make-claims.ts';
import type { Frame } from './make-frame.ts';

/** Employment by class, as an index into `employments`: residents have none. */
const employmentOf = [0, 1, 2];

/** The people of a block as rows of the table; weights in ten-thousandths. */
export function personRows({ cities }: Block, frame: Frame, weights: Int32Array): Rows {
  const { count } = frame;
  return {
    count,
    columns: {
      pid: frame.pid,
      hid: frame.hid,
      member: Int32Array.from(frame.member),
      city: frame.city,
      urban_rural: frame.rural,
      sex: frame.sex,
      birth_date: frame.birth,
      age: frame.age,
      scheme: frame.insured.map((own) => (own === RESIDENT ? 1 : 0)),
      emp_status: frame.insured.map((own) => employmentOf[own] ?? 0),
      category: frame.category,
      disease: frame.disease,
      insured_years: frame.insuredYears,
      enrol_from: new Int32Array(count).fill(
        dayNumber({ year: POPULATION_YEAR, month: 1, day: 1 }),
      ),
      enrol_to: new Int32Array(count).fill(
        dayNumber({ year: POPULATION_YEAR, month: 12, day: 31 }),
      ),
      income_pc: frame.income,
      consumption_pc: frame.consumption,
      weight: weights,
    },
    words: { city: cities.map(({ name }) => name) },
  };
}

/** The claims of a block as rows of the table. */
export function claimRows(claims: Claims): Rows {
  return {
    count: claims.count,
    columns: {
      claim_id: claims.id,
      pid: claims.pid,
      person_row: claims.row,
      seq: claims.seq,
      settle_date: claims.settled,
      begin_date: claims.begin,
      end_date: claims.settled,
      days: claims.days,
      med_type: claims.process,
      hosp_lv: claims.level,
      place: claims.place,
      filing: claims.filing,
      medfee_sumamt: claims.total,
      class_a_amt: claims.classA,
      class_b_amt: claims.classB,
      fulamt_ownpay_amt: claims.own,
      overlmt_selfpay: claims.over,
      preselfpay_amt: claims.first,
      inscp_scp_amt: claims.scope,
    },
    words: {},
  };
}
