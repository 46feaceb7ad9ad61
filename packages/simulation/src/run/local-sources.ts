import type { InputMapping } from '../table/input-mapping.ts';

/**
 * Facts that single documents declare, from the columns of a population. ILLUSTRATIVE: that a city's classes of charges
 * follow the level of the hospital is our assumption.
 */
export const localMapping: readonly InputMapping[] = [
  {
    input: 'taiyuan.employee-outpatient/结算.收费类别',
    table: 'claims',
    column: 'hosp_lv',
    members: { primary: '三类', secondary: '二类', tertiary: '一类' },
  },
];

/** A document that is settled first where another one takes facts from what it comes to. */
export interface DocumentBefore {
  readonly document: string;
  readonly gives: readonly { readonly input: string; readonly adds: readonly string[] }[];
}

const reference = 'national.simulation-reference';

/** Critical illness stands on what basic insurance leaves: general outpatient care does not count (ILLUSTRATIVE). */
export const documentsBefore: readonly DocumentBefore[] = [
  {
    document: reference,
    gives: [
      {
        input: 'shandong.resident-critical-illness/结算.大病合规自付',
        adds: [
          `${reference}/住院统筹.起付`,
          `${reference}/住院统筹.比例自付`,
          `${reference}/住院统筹.超封顶`,
          `${reference}/慢特病统筹.比例自付`,
          `${reference}/慢特病统筹.超封顶`,
        ],
      },
    ],
  },
];
