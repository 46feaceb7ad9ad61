import { behind } from '@tiaoli/base';
import { error, warning } from './entry.ts';

interface Layer {
  readonly layer: string;
}

/** Layers and their slots. */
export const layerMessages = {
  'missing-slot': error<Layer & { slot: string; example: string }>({
    message: ({ layer, slot }) => ({
      zh: `层“${layer}”没有写“${slot}”`,
      en: `layer “${layer}” has no ${slot}`,
    }),
    hint: ({ example }) => ({ zh: `例如 ${example}`, en: `for example ${example}` }),
    explanation: {
      zh: '每一层都要写明谁支付（支付方）、支付的基础（基数）和比例；比例可以写在每一个情形里。',
      en: 'A layer says who pays (支付方), of what (基数) and how much (比例); the rate may stand in every case instead.',
    },
  }),
  'missing-rounding': error<Layer>({
    message: ({ layer }) => ({
      zh: `层“${layer}”没有写怎样取整`,
      en: `layer “${layer}” does not say how it rounds`,
    }),
    hint: () => ({
      zh: '在文件头写“取整 四舍五入到分”，或在层里写',
      en: 'write 取整 四舍五入到分 in the header or in the layer',
    }),
    explanation: {
      zh: '每层只取整一次，而且写明；未取整的金额不得离开一层。',
      en: 'A layer rounds once and says how; an unrounded amount may not leave it.',
    },
  }),
  'duplicate-slot': error<{ slot: string }>({
    message: ({ slot }) => ({ zh: `“${slot}”写了两次`, en: `${slot} is written twice` }),
    hint: () => ({
      zh: '若是不同时期的版本，各写“自 日期”',
      en: 'give each its 自 date if they are versions',
    }),
    explanation: {
      zh: '一个要素同一时期只能写一次；限额可以写多个，但要各有标签或不同的期。',
      en: 'A slot is written once at a time; a layer may have several caps with labels or of different periods.',
    },
  }),
  'missing-limit-moment': error({
    message: () => ({
      zh: '费用限额没有写“起付前”或“起付后”',
      en: 'the 费用限额 does not say 起付前 or 起付后',
    }),
    hint: () => ({ zh: '写“起付前”或“起付后”', en: 'write 起付前 or 起付后' }),
    explanation: {
      zh: '层有起付时，先限额再扣起付与先扣起付再限额结果不同。',
      en: 'With a deductible, limiting before it and after it give different amounts.',
    },
  }),
  'unlabelled-caps': error({
    message: () => ({
      zh: '有几个限额时，调整要能说明改的是哪一个',
      en: 'with several caps an adjustment must say which one it changes',
    }),
    hint: () => ({
      zh: '给限额加标签：限额「月」 每月 …，调整「…」 限额「月」 提高 …',
      en: 'label the caps: 限额「月」 每月 …, 调整「…」 限额「月」 提高 …',
    }),
    explanation: {
      zh: '没有标签的限额必须是唯一的一个。',
      en: 'A cap without a label must be the only one.',
    },
  }),
  'cap-not-whole-fen': error({
    message: () => ({ zh: '限额不是整分', en: 'the cap is not in whole fen' }),
    hint: () => ({ zh: '在限额后写“取整 四舍五入到分”', en: 'write 取整 四舍五入到分 behind it' }),
    remedies: () => [behind(' 取整 四舍五入到分')],
    explanation: {
      zh: '限额为整分时，先取整再封顶与先封顶再取整才相同。',
      en: 'Only with caps in whole fen does it not matter whether one rounds or caps first.',
    },
  }),
  'adjustments-conflict': error<{ first: string; second: string; person: string }>({
    message: ({ first, second }) => ({
      zh: `调整“${first}”和“${second}”的先后会改变结果`,
      en: `the order of the adjustments “${first}” and “${second}” changes the result`,
    }),
    hint: ({ first, second, person }) => ({
      zh: `${person === '' ? '' : `例如 ${person} 两项都适用；`}在“${first}”后写 先于「${second}」，或相反`,
      en: `${person === '' ? '' : `for example both apply to ${person}; `}write 先于「${second}」 behind “${first}”, or the reverse`,
    }),
    explanation: {
      zh: '加减与加减、乘与乘的先后无关；一加一乘同时适用时要写明先后。文字的先后从不决定。',
      en: 'Additions commute, factors commute; an addition and a factor that both apply must say which comes first.',
    },
  }),
  'too-many-tracked': error<{ most: number }>({
    message: ({ most }) => ({
      zh: `一层至多 ${most} 个“单列”`,
      en: `a layer tracks at most ${most} adjustments (单列)`,
    }),
    hint: () => ({ zh: '少写几个“单列”', en: 'write fewer 单列' }),
    explanation: {
      zh: '每个单列都要把这一层再算一遍，分析的工作量随之加倍。',
      en: 'Each of them evaluates the layer once more and doubles the work of the analyses.',
    },
  }),
  'too-many-cases': error<{ most: number }>({
    message: ({ most }) => ({
      zh: `一层至多 ${most} 个可重叠的情形`,
      en: `a layer has at most ${most} cases that may overlap`,
    }),
    hint: () => ({ zh: '用“互斥”，或合并情形', en: 'declare them 互斥, or merge some' }),
    explanation: {
      zh: '就高、就低和累加要对每个情形各算一遍整层。',
      en: '就高, 就低 and 累加 evaluate the whole layer for each case.',
    },
  }),
  'missing-otherwise': error<Layer>({
    message: ({ layer }) => ({
      zh: `“${layer}”没有说明不属于任何情形时怎样`,
      en: `“${layer}” does not say what holds when no case does`,
    }),
    hint: () => ({
      zh: '写“其余 不适用”或“其余 { … }”，或在情形之外写全比例',
      en: 'write 其余 不适用 or 其余 { … }, or give the rate outside the cases',
    }),
    explanation: {
      zh: '没有情形适用时，要么用层自己的要素，要么由“其余”说明。',
      en: 'When no case applies, the layer’s own slots hold, or 其余 says what.',
    },
  }),
  'true-up-per-claim': error({
    message: () => ({
      zh: '“年内 补差”不能与按次、按日的要素、费用限额或保底一起用',
      en: '年内 补差 does not go with parts per claim or day, cost limits or guarantees',
    }),
    hint: () => ({
      zh: '起付改为“每年”，或不写“年内 补差”',
      en: 'make the deductible 每年, or leave 年内 补差 out',
    }),
    explanation: {
      zh: '补差按今天的规则重算全年，所以起付、分段和限额只能按年，也不能有费用限额和保底。',
      en: 'It recomputes the year under today’s rule, so deductible and brackets must be yearly.',
    },
  }),
  'per-band-cumulative': error({
    message: () => ({
      zh: '“逐段”取整不能与“年内累计”一起用',
      en: 'rounding 逐段 does not go with 年内累计',
    }),
    hint: () => ({ zh: '删去“逐段”或“年内累计”', en: 'leave out 逐段 or 年内累计' }),
    explanation: {
      zh: '年内累计保留精确的累计应付，逐段取整会使全年结果取决于费用怎样分成几笔。',
      en: 'A year’s total would depend on how it was cut into claims.',
    },
  }),
  'wrong-period': error<{ period: string; slot: string }>({
    message: ({ period, slot }) => ({
      zh: `“${slot}”不能按“${period}”`,
      en: `${slot} cannot be ${period}`,
    }),
    explanation: {
      zh: '起付和限额可以按次、就诊、日、月、年、住院；累计和限额池按日以上的期；费用限额不按次以下。',
      en: 'Deductibles and caps take any period; accumulators and pools last longer than one claim.',
    },
  }),
  'double-count': error<{ name: string; other: string }>({
    message: ({ name, other }) => ({
      zh: `基数里“${name}”已经包含在“${other}”中`,
      en: `the base counts “${name}” twice: it is part of “${other}”`,
    }),
    hint: ({ name }) => ({ zh: `删去“${name}”`, en: `leave “${name}” out` }),
    explanation: {
      zh: '一笔钱只能沿一条路径进入后面的基数；余额和政策内余额已包含前面各层没有支付的部分。',
      en: 'An amount enters a later base along one path; 余额 and 政策内余额 hold all that earlier layers did not pay.',
    },
  }),
  'cases-overlap': error<{ first: string; second: string }>({
    message: ({ first, second }) => ({
      zh: `“${first}”和“${second}”的条件相同`,
      en: `“${first}” and “${second}” have the same condition`,
    }),
    hint: () => ({
      zh: '写“例外「…」 于「…」”说明哪个优先，或用“重叠 就高”',
      en: 'say which prevails by 例外「…」 于「…」, or combine them by 重叠 就高',
    }),
    explanation: {
      zh: '同一层次的两个情形同时适用是错误，除非用“重叠”说明怎样合并。',
      en: 'Two cases of one level that both apply are an error, unless 重叠 combines them.',
    },
  }),
  'ranked-without-order': error({
    message: () => ({
      zh: '“重叠 按序”要写次序',
      en: '重叠 按序 wants an order',
    }),
    hint: () => ({ zh: '写“重叠 按序 (甲 > 乙 > 丙)”', en: 'write 重叠 按序 (a > b > c)' }),
    explanation: {
      zh: '按序时取次序中第一个适用的情形，次序要写出来。',
      en: 'The first case of the written order that applies is taken.',
    },
  }),
  'unknown-label': error<{ name: string; suggestion?: string | undefined }>({
    message: ({ name }) => ({
      zh: `这里没有标签“${name}”`,
      en: `there is no label “${name}” here`,
    }),
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? {
            zh: '标签是同一层或同一定义中的「…」',
            en: 'labels are the 「…」 of the same layer or definition',
          }
        : { zh: `是不是「${suggestion}」？`, en: `did you mean 「${suggestion}」?` },
    explanation: {
      zh: '例外 于、先于、限额「…」和按序都指同一层（或同一定义）里的标签。',
      en: '例外 于, 先于, 限额「…」 and 按序 name labels of the same layer or definition.',
    },
  }),
  'share-without-rest': error({
    message: () => ({ zh: '分担没有“其余”', en: 'the 分担 has no 其余' }),
    hint: () => ({ zh: '最后一部分写“名称：其余”', en: 'let the last part be name：其余' }),
    explanation: {
      zh: '各部分之和必须等于总额，所以要有一部分承担剩下的。',
      en: 'The parts add up to the whole, so one of them takes the rest.',
    },
  }),
  'share-two-rests': error({
    message: () => ({ zh: '分担有两个“其余”', en: 'the 分担 has two 其余' }),
    hint: () => ({ zh: '只留一个“其余”', en: 'keep one 其余' }),
    explanation: { zh: '只有一部分可以承担剩下的。', en: 'Only one part can take the rest.' },
  }),
  'share-rest-not-last': error({
    message: () => ({
      zh: '“其余”之后的部分得不到任何金额',
      en: 'parts behind 其余 get nothing',
    }),
    hint: () => ({ zh: '把“其余”放在最后', en: 'put 其余 last' }),
    explanation: {
      zh: '分担按所写的次序分，先写的先分，“其余”最后。',
      en: 'Parts are taken in the written order, 其余 at the end.',
    },
  }),
  'waterfall-layer-twice': error<Layer>({
    message: ({ layer }) => ({
      zh: `层“${layer}”在层序中出现两次`,
      en: `layer “${layer}” stands in the 层序 twice`,
    }),
    hint: () => ({ zh: '删去其中一个', en: 'delete one of them' }),
    explanation: { zh: '一层只能支付一次。', en: 'A layer pays once.' },
  }),
  'layer-in-no-waterfall': warning<Layer>({
    message: ({ layer }) => ({
      zh: `层“${layer}”不在任何层序中，不会支付`,
      en: `layer “${layer}” stands in no 层序 and never pays`,
    }),
    hint: ({ layer }) => ({
      zh: `写“层序 总额 … { ${layer}；  现金 其余 }”`,
      en: `write 层序 总额 … { ${layer}；  现金 其余 }`,
    }),
    explanation: {
      zh: '层序说明各层支付的先后，只有其中的层才支付。',
      en: 'The 层序 says in which order layers pay; only those in it do.',
    },
  }),
  'waterfall-cash-not-last': error({
    message: () => ({ zh: '“现金 其余”之后不能再有层', en: 'nothing stands behind 现金 其余' }),
    hint: () => ({ zh: '把“现金 其余”放在最后', en: 'put 现金 其余 last' }),
    explanation: {
      zh: '现金是各层支付之后剩下的全部。',
      en: 'Cash is all that the layers leave.',
    },
  }),
  'no-attachment': error({
    message: () => ({
      zh: '所依据的文件没有可以接入的层序',
      en: 'no document below has a 层序 that lets layers be attached',
    }),
    hint: () => ({
      zh: '上级的层序里要写“可接”',
      en: 'the 层序 above must say 可接',
    }),
    explanation: {
      zh: '下级可以在上级层序写“可接”的地方加入自己的层，但不能改动上级的层。',
      en: 'A lower document adds layers of its own where the 层序 above says 可接, and never edits one.',
    },
  }),
  'layer-base-before-payment': error<{ layer: string; later: string }>({
    message: ({ layer, later }) => ({
      zh: `层“${layer}”的基数用到“${later}”，而它在层序中更晚`,
      en: `the base of “${layer}” reads “${later}”, which pays later`,
    }),
    hint: () => ({
      zh: '在层序中把后一层放到前面，或换一个基数',
      en: 'put the other layer first in the 层序, or take another base',
    }),
    explanation: {
      zh: '一层只能用前面各层的结果。',
      en: 'A layer reads the results of earlier ones only.',
    },
  }),
};
