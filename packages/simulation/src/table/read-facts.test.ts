import type { FieldRow } from '@tiaoli/compiler';
import { expect, test } from 'vitest';
import type { Rows } from './columns.ts';
import { factReader } from './read-facts.ts';
import { readInputMapping } from './read-input-mapping.ts';

const persons: Rows = {
  count: 1,
  columns: { category: Uint8Array.of(2), emp_status: Uint8Array.of(2), pid: Float64Array.of(7) },
  words: {},
};
const claims: Rows = {
  count: 3,
  columns: {
    med_type: Uint8Array.of(0, 3, 0),
    hosp_lv: Uint8Array.of(2, 0, 1),
    medfee_sumamt: Int32Array.of(120, 5, 7),
    class_a_amt: Int32Array.of(120, 5, 7),
  },
  words: {},
};

const field = (
  key: string,
  input: string,
  held: FieldRow['held'],
  members?: readonly string[],
) => ({
  ...{ key, input, held, entity: '', optional: false, defaulted: true, spells: false },
  ...{ type: 'money' as const, scale: '1' },
  ...(members && { members }),
});

const fields: readonly FieldRow[] = [
  field('i0', 'national.common/结算.就医类别', 'index', ['住院', '门诊']),
  field('i1', 'national.common/参保人.人员类别', 'set', ['普通', '特困人员', '低保对象']),
  field('i2', 'national.common/参保人.在职状态', 'index', ['在职', '退休']),
  field('i3', 'national.common/结算.甲类费用', 'number'),
  field('i4', 'city/结算.收费类别', 'index', ['三类', '一类']),
  field('i5', 'city/结算.别的', 'number'),
];

const own = {
  inputs: {
    'city/结算.收费类别': {
      table: 'claims',
      column: 'hosp_lv',
      members: { tertiary: '一类', primary: '三类' },
    },
  },
};

test('facts are read as emitted code holds them, and what no column gives is left out', () => {
  const { mapping, faults } = readInputMapping(JSON.stringify(own));
  expect(faults).toEqual([]);
  const read = factReader({ fields, children: [{ key: 'c0', entity: '明细' }] }, mapping, {
    ...{ persons, claims },
  });
  // A resident has no employment: the policy's default holds.
  expect(read(0, 0)).toEqual({ c0: [], i0: 0, i1: 4, i3: 120, i4: 1 });
  // No member for a secondary hospital was given.
  expect(read(0, 2)).toEqual({ c0: [], i0: 0, i1: 4, i3: 7 });
  // The policy knows no purchases in pharmacies.
  expect(read(0, 1)).toBeUndefined();
});

test('a mapping with a wrong source is told, input by input', () => {
  const wrong = {
    inputs: {
      a: { table: 'claims', column: 'salary' },
      b: { table: 'people', column: 'pid' },
      c: { table: 'claims', column: 'hosp_lv', members: { quaternary: '一类' } },
      d: 'hosp_lv',
    },
  };
  const faulty = readInputMapping(JSON.stringify(wrong)).faults;
  expect(faulty).toEqual(['a', 'b', 'c', 'd'].map((input) => ({ kind: 'no-source', input })));
  expect(readInputMapping('[]').faults).toEqual([{ kind: 'no-mapping' }]);
});
