import type { LocalText } from '@tiaoli/base';
import type { Program } from '@tiaoli/ir';
import type { InputMapping } from '../table/input-mapping.ts';

/** Facts that single documents declare, from the columns of a population. */
export const localMapping: readonly InputMapping[] = [
  {
    input: 'taiyuan.employee-outpatient/结算.收费类别',
    table: 'claims',
    column: 'hosp_lv',
    members: { primary: '三类', secondary: '二类', tertiary: '一类' },
    assumption: {
      zh: '示例假定：收费类别随医院级别，一级为三类、二级为二类、三级为一类。',
      en: 'Illustrative assumption: the class of charges follows the level of the hospital (primary: class 3, secondary: class 2, tertiary: class 1).',
    },
  },
];

/** A document that is settled first where another one takes facts from what it comes to. */
export interface DocumentBefore {
  readonly document: string;
  readonly gives: readonly { readonly input: string; readonly adds: readonly string[] }[];
  /** What is taken for granted without a source: told with every result. */
  readonly assumption: LocalText;
}

const reference = 'national.simulation-reference';

const illness = 'shandong.simulation-reference';

/** Critical illness stands on what basic insurance leaves, and assistance on what critical illness leaves. */
export const documentsBefore: readonly DocumentBefore[] = [
  {
    document: reference,
    assumption: {
      zh: '示例假定：进大病的个人自付按「模拟用的参照规则」（示例取值）先算出，取住院和慢特病的起付、比例自付和超封顶，不含普通门诊。',
      en: 'Illustrative assumption: what enters critical illness is worked out first under the reference rules for simulation (invented values): deductible, share and excess of inpatient and chronic care, without general outpatient care.',
    },
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
  {
    document: illness,
    assumption: {
      zh: '示例假定：进医疗救助的个人自付按「模拟用的山东省参照规则」（基本医保为示例取值）先算出，取居民大病保险的起付、比例自付和超封顶；职工没有参照规则，不计入。',
      en: 'Illustrative assumption: what enters assistance is worked out first under the reference rules of Shandong for simulation (basic insurance has invented values): deductible, share and excess of residents’ critical illness; employees have no such rules and are left out.',
    },
    gives: [
      {
        input: 'shandong.assistance/结算.大病后合规自付',
        adds: [
          `${illness}/居民大病保险.起付`,
          `${illness}/居民大病保险.比例自付`,
          `${illness}/居民大病保险.超封顶`,
        ],
      },
    ],
  },
];

/** A document as it was bound for a run. */
interface BoundBefore {
  readonly program: Program;
  readonly identity: { readonly meaningHash: string };
}

/** Those documents, bound by whoever has them; what is not there is told when it is needed. */
export function rulesBefore(scenarioOf: (document: string) => BoundBefore | undefined) {
  return documentsBefore.flatMap(({ document, ...told }) => {
    const scenario = scenarioOf(document);
    if (!scenario) return [];
    return [{ program: scenario.program, meaningHash: scenario.identity.meaningHash, ...told }];
  });
}
