import type { LocalText, MessageEntry } from '@tiaoli/base';
import { instead, message, reporterOf } from '@tiaoli/base';

/** What the findings about a delegated value name. */
export interface DelegatedValue {
  readonly parameter: string;
  /** The clause that grants the right, or that sets the parameter: `鲁政办发〔2022〕12号 条五`. */
  readonly clause: string;
}

export interface BoundBroken extends DelegatedValue {
  /** Which cell: empty for a single value. */
  readonly cell: string;
  readonly value: LocalText;
  readonly bound: LocalText;
  /** The nearest value that is allowed, where it is one and the cell can be rewritten. */
  readonly nearest?: string;
}

const boundExplanation: LocalText = {
  zh: '授权条款写明下级可以确定的范围；下级所定的每一格数值都须在范围之内，逐格检查。',
  en: 'The delegating clause says how far a lower level may go; each cell that it sets is checked against it.',
};

const keepBound = ({ bound, clause }: BoundBroken): LocalText => ({
  zh: `改为符合「${bound.zh}」的数值，或请上级修改${clause}。`,
  en: `Set a value that is ${bound.en}, or have ${clause} amended.`,
});

function brokenBound(entry: {
  readonly message: (params: BoundBroken) => LocalText;
}): MessageEntry<BoundBroken> {
  const remedies = ({ nearest }: BoundBroken) => (nearest === undefined ? [] : [instead(nearest)]);
  return { severity: 'error', hint: keepBound, remedies, explanation: boundExplanation, ...entry };
}

/** What each finding of this package says, by its code. */
export const messages = {
  'unknown-jurisdiction': message<{ readonly place: string; readonly known: string }>({
    severity: 'error',
    message: ({ place }) => ({
      zh: `这份文件和与它相连的文件都不属于地区「${place}」。`,
      en: `Neither this document nor one connected with it belongs to the place “${place}”.`,
    }),
    hint: ({ known }) => ({
      zh: `可以写的地区：${known}。`,
      en: `Places it can be bound for: ${known}.`,
    }),
    explanation: {
      zh: '规定按地区绑定：所要求的地区须是某个文件「层级」所写的地区，或其上级。',
      en: 'Rules are bound for a place: one that some document names as its own, or as the one above.',
    },
  }),
  'not-delegated': message<DelegatedValue>({
    severity: 'error',
    message: ({ parameter, clause }) => ({
      zh: `「${parameter}」由${clause}规定，没有授权下级确定。`,
      en: `“${parameter}” is set by ${clause}, which delegates it to nobody.`,
    }),
    hint: ({ clause }) => ({
      zh: `删去这一条，或请上级在${clause}中写「授权」。`,
      en: `Remove the statement, or have the delegation written into ${clause}.`,
    }),
    explanation: {
      zh: '下级文件只能确定上级以「授权」交给它的参数。没有授权的参数，各地一致。',
      en: 'A lower document may set only what a higher one delegates; everything else is the same everywhere.',
    },
  }),
  'wrong-level': message<
    DelegatedValue & { readonly level: LocalText; readonly levels: LocalText }
  >({
    severity: 'error',
    message: ({ parameter, clause, level, levels }) => ({
      zh: `${clause}授权${levels.zh}确定「${parameter}」，本文件是${level.zh}文件，无权确定。`,
      en: `${clause} delegates “${parameter}” to ${levels.en}; this is a document of the ${level.en}.`,
    }),
    hint: ({ levels }) => ({
      zh: `由${levels.zh}文件确定。`,
      en: `Let a document of ${levels.en} set it.`,
    }),
    explanation: {
      zh: '授权写明由哪一级确定；别的级别所定的数值无效。',
      en: 'A delegation names the level that may set the value; what another level sets has no effect.',
    },
  }),
  'not-below': message<DelegatedValue & { readonly place: string }>({
    severity: 'error',
    message: ({ parameter, clause, place }) => ({
      zh: `「${place}」不在${clause}的辖区之内，无权确定「${parameter}」。`,
      en: `“${place}” does not lie below ${clause}, so it may not set “${parameter}”.`,
    }),
    hint: () => ({
      zh: '核对「层级」中的「属」，或所「据」的文件。',
      en: 'Check the place above in the header, or the document it rests on.',
    }),
    explanation: {
      zh: '授权只给授权文件辖区之内的下级；地区的隶属由文件头的「层级 … 属 …」给出。',
      en: 'A delegation reaches the places below its own document; headers say which place lies below which.',
    },
  }),
  'delegation-lapsed': message<
    DelegatedValue & { readonly from: string; readonly first: string; readonly last: string }
  >({
    severity: 'error',
    message: ({ parameter, clause, from, first, last }) => ({
      zh: `${clause}的授权自${first}至${last}，「${parameter}」自${from}起确定，不在授权期内。`,
      en: `${clause} may be used from ${first} to ${last}; “${parameter}” is set from ${from}.`,
    }),
    hint: () => ({
      zh: '调整施行日期，或请上级延长授权。',
      en: 'Move the effective date, or have the delegation extended.',
    }),
    explanation: {
      zh: '确定的起始日期须在授权文件施行之后、授权截止日之前。',
      en: 'A value must start after the delegating document takes effect and before the delegation ends.',
    },
  }),
  'dimension-not-delegated': message<DelegatedValue & { readonly dimension: string }>({
    severity: 'error',
    message: ({ parameter, clause, dimension }) => ({
      zh: `${clause}没有允许「${parameter}」按「${dimension}」区分。`,
      en: `${clause} does not let “${parameter}” differ by “${dimension}”.`,
    }),
    hint: ({ dimension }) => ({
      zh: `去掉「${dimension}」，或请上级写「可按 ${dimension}」。`,
      en: `Drop “${dimension}”, or have “by ${dimension}” added to the delegation.`,
    }),
    explanation: {
      zh: '下级只能按参数自己的维度和授权中「可按」的维度区分数值。',
      en: 'A lower document may split a value by the parameter’s own dimensions and by those the delegation names.',
    },
  }),
  'below-lower-bound': brokenBound({
    message: ({ parameter, clause, cell, value, bound }) => ({
      zh: `「${parameter}」${cell}为${value.zh}，低于${clause}规定的下限（${bound.zh}）。`,
      en: `“${parameter}”${cell} is ${value.en}, below what ${clause} allows (${bound.en}).`,
    }),
  }),
  'above-upper-bound': brokenBound({
    message: ({ parameter, clause, cell, value, bound }) => ({
      zh: `「${parameter}」${cell}为${value.zh}，高于${clause}规定的上限（${bound.zh}）。`,
      en: `“${parameter}”${cell} is ${value.en}, above what ${clause} allows (${bound.en}).`,
    }),
  }),
  'off-step': brokenBound({
    message: ({ parameter, clause, cell, value, bound }) => ({
      zh: `「${parameter}」${cell}为${value.zh}，不合${clause}规定的步长（${bound.zh}）。`,
      en: `“${parameter}”${cell} is ${value.en}, off the step of ${clause} (${bound.en}).`,
    }),
  }),
  'worse-than-above': brokenBound({
    message: ({ parameter, clause, cell, value, bound }) => ({
      zh: `「${parameter}」${cell}为${value.zh}，劣于${clause}规定的数值（${bound.zh}）。`,
      en: `“${parameter}”${cell} is ${value.en}, worse for the person than in ${clause} (${bound.en}).`,
    }),
  }),
  'not-monotone': brokenBound({
    message: ({ parameter, clause, cell, value, bound }) => ({
      zh: `「${parameter}」${cell}为${value.zh}，不合${clause}规定的次序（${bound.zh}）。`,
      en: `“${parameter}”${cell} is ${value.en}, out of the order that ${clause} prescribes (${bound.en}).`,
    }),
  }),
  'default-out-of-bounds': message<{ readonly where: LocalText; readonly broken: LocalText }>({
    severity: 'warning',
    message: ({ where, broken }) => ({
      zh: `${where.zh}：${broken.zh}`,
      en: `${where.en}: ${broken.en}`,
    }),
    hint: () => ({
      zh: '改缺省值，或改授权的范围；确实如此规定的，写明原因：豁免 default-out-of-bounds "原因"。',
      en: 'Mend the default or the bounds; if it is meant so, say why: 豁免 default-out-of-bounds "why".',
    }),
    explanation: {
      zh: '下级没有确定的，用上级写的缺省值。缺省值自己不在授权的范围之内，等于让没有行动的地方违反规定；范围由别的参数算出的，在每个确定了那个参数的地方、每一次改版都比过。',
      en: 'Where a lower level sets nothing the default holds. One that is outside of the bounds makes whoever does nothing break the rule. Where the bounds are made of other parameters, each place that sets those is asked, on each day on which something changes.',
    },
  }),
  'bound-undecided': message<DelegatedValue & { readonly reason: LocalText }>({
    severity: 'warning',
    message: ({ parameter, clause, reason }) => ({
      zh: `「${parameter}」是否合乎${clause}的授权无法判断：${reason.zh}。`,
      en: `Whether “${parameter}” keeps within ${clause} cannot be decided: ${reason.en}.`,
    }),
    hint: () => ({
      zh: '补上所缺的数值或「向优」。',
      en: 'Add the value, or the direction that is better, that is missing.',
    }),
    explanation: {
      zh: '未见的数值、没有写明何者为优的参数，无法与授权范围比较。',
      en: 'A value that the sources do not give, or a parameter without a better direction, cannot be compared.',
    },
  }),
  'set-too-wide': message<{ readonly name: string; readonly count: number; readonly most: number }>(
    {
      severity: 'error',
      message: ({ name, count, most }) => ({
        zh: `「${name}」有${count}个取值，作为集合不能编译成 WebAssembly（至多${most}个）。`,
        en: `“${name}” has ${count} members; as a set it does not fit WebAssembly (at most ${most}).`,
      }),
      hint: () => ({
        zh: '改用 --target js，或把不同时出现的取值分成几个枚举。',
        en: 'Compile with --target js, or split the enumeration into several.',
      }),
      explanation: {
        zh: '集合在批量计算器里是一个64位整数，每个取值占一位。放不下的程序不编译，绝不算错。',
        en: 'In a bulk calculator a set is one integer of 64 bits, a bit for each member. What does not fit is refused, never worked out wrongly.',
      },
    },
  ),
  'key-not-held': message<{ readonly name: string }>({
    severity: 'error',
    message: ({ name }) => ({
      zh: `累计「${name}」按种类不同的键、或小数超过六位的键分别累计，不能编译成 WebAssembly。`,
      en: `“${name}” is kept by keys of several kinds, or with more than six decimals; WebAssembly cannot hold them.`,
    }),
    hint: () => ({
      zh: '改用 --target js，或让各处的键用同一种类型。',
      en: 'Compile with --target js, or give the keys one type wherever they are written.',
    }),
    explanation: {
      zh: '批量计算器把键存成整数：文字按字典编号，枚举按序号，数值放大一百万倍。同一累计的键须处处相同。',
      en: 'A bulk calculator holds keys as integers: texts and members by number, numbers times a million. The keys of one accumulator must be alike everywhere.',
    },
  }),
  'not-in-sql': message<{ readonly what: LocalText }>({
    severity: 'error',
    message: ({ what }) => ({
      zh: `不能编译成 SQL：${what.zh}。`,
      en: `Cannot be compiled to SQL: ${what.en}.`,
    }),
    hint: () => ({
      zh: '改用 --target wasm 或 --target js。',
      en: 'Compile with --target wasm or --target js.',
    }),
    explanation: {
      zh: 'SQL 只有表、整数和列表：工作日历、目录的行、明细之下的明细不在其中。写不出的程序不编译，绝不算错。',
      en: 'SQL has tables, integers and lists: working days, rows of catalogues and records below records are not among them. What cannot be written is refused, never worked out wrongly.',
    },
  }),
} as const;

export type MessageCode = keyof typeof messages;

/** A finding of this package at a place. */
export const finding = reporterOf(messages);
