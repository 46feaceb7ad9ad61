import { error, warning } from './entry.ts';

/** Handling services, their delegation and claims about them. */
export const serviceMessages = {
  'service-unknown-channel': error<{
    name: string;
    suggestion?: string | undefined;
    known: string;
  }>({
    message: ({ name }) => ({ zh: `没有“${name}”这种渠道`, en: `there is no channel “${name}”` }),
    hint: ({ suggestion, known }) =>
      suggestion === undefined
        ? { zh: `可写：${known}`, en: `one of: ${known}` }
        : { zh: `是不是“${suggestion}”？`, en: `did you mean “${suggestion}”?` },
    explanation: {
      zh: '渠道是一个固定的名单，这样“网上或掌上占比”在各地是同一个意思。',
      en: 'Channels are a closed list, so that a share of channels means the same everywhere.',
    },
  }),
  'service-without-limit': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `事项“${name}”没有写时限`,
      en: `the service “${name}” has no time limit`,
    }),
    hint: () => ({
      zh: '写“时限 15个工作日”“时限 即时”，或“时限 未见 "原因"”',
      en: 'write 时限 15个工作日, 时限 即时, or 时限 未见 "reason"',
    }),
    explanation: {
      zh: '办结期限由受理日和时限算出；资料没有写明的，写“未见”和原因，结果是待补充，不猜。',
      en: 'The due date is worked out from it; what the sources do not say is 未见 with a reason, and the result is pending.',
    },
  }),
  'service-amount': error<{ written: string; wanted: string; wantedEn: string }>({
    message: ({ written, wanted, wantedEn }) => ({
      zh: `“${written}”应写作${wanted}`,
      en: `“${written}” should be ${wantedEn}`,
    }),
    hint: ({ wanted, wantedEn }) => ({ zh: `改写为${wanted}`, en: `write ${wantedEn}` }),
    explanation: {
      zh: '时限按工作日，材料按件，病种按种，备案的有效期按月或年，占比按百分数。',
      en: 'Limits are working days, materials items, diseases kinds, the term of a filing months or years, shares percentages.',
    },
  }),
  'service-duplicate-code': error<{ code: string; name: string }>({
    message: ({ code, name }) => ({
      zh: `代码“${code}”已经是事项“${name}”的`,
      en: `the code “${code}” is that of the service “${name}”`,
    }),
    hint: () => ({
      zh: '核对清单上的代码；同一事项的不同版本写在一个事项里，各写“自 日期”',
      en: 'compare the code with the list; versions of one service stand in one 事项, each with its date',
    }),
    explanation: {
      zh: '代码用来认定事项：一个代码只属于一个事项。',
      en: 'A code identifies a service: it belongs to one.',
    },
  }),
  'service-material-number': error<{ number: string; wanted: number }>({
    message: ({ number, wanted }) => ({
      zh: `材料的序号是 ${number}，应是 ${wanted}`,
      en: `the material is numbered ${number}, and should be ${wanted}`,
    }),
    hint: ({ wanted }) => ({
      zh: `改为 ${wanted}，或补上缺的材料`,
      en: `write ${wanted}, or add the missing one`,
    }),
    explanation: {
      zh: '材料从 1 起依次编号：缺号说明漏了一件，材料数会算错。',
      en: 'Materials are numbered from 1 on: a gap means that one is left out, and the number of materials would be wrong.',
    },
  }),
  'service-not-delegated': error<{
    name: string;
    field: string;
    fieldEn: string;
    document: string;
  }>({
    message: ({ name, field, fieldEn, document }) => ({
      zh: `“${document}”没有授权本级确定事项“${name}”的${field}`,
      en: `${document} does not let this level set the ${fieldEn} of the service “${name}”`,
    }),
    hint: () => ({
      zh: '删去这一处，或由上级写“事项授权 市 { 不慢于上级；不多于上级 }”',
      en: 'delete it, or have the higher document write 事项授权 市 { 不慢于上级；不多于上级 }',
    }),
    explanation: {
      zh: '统一了的事项，下级只能在上级授权的范围内另定时限和材料。',
      en: 'Of a unified service a lower level sets limits and materials only as far as the higher document lets it.',
    },
  }),
  'service-slower': error<{ name: string; own: number; above: number; date: string }>({
    message: ({ name, own, above, date }) => ({
      zh: `事项“${name}”自 ${date} 起本级 ${own} 个工作日，上级 ${above} 个工作日：不能更慢`,
      en: `the service “${name}” takes ${own} working days here and ${above} above from ${date} on: it cannot be slower`,
    }),
    hint: ({ above }) => ({
      zh: `改为不超过 ${above} 个工作日`,
      en: `write at most ${above} working days`,
    }),
    explanation: {
      zh: '上级授权“不慢于上级”：下级可以更快，不能更慢；逐个版本比较。',
      en: 'The higher document says 不慢于上级: a lower level may be faster, never slower, in every version.',
    },
  }),
  'service-more-materials': error<{ name: string; more: string; own: number; above: number }>({
    message: ({ name, more, own, above }) => ({
      zh: `事项“${name}”本级要 ${own} 件材料，上级要 ${above} 件${more === '' ? '' : `；上级没有的是：${more}`}`,
      en: `the service “${name}” asks for ${own} materials here and ${above} above${more === '' ? '' : `; not asked for above: ${more}`}`,
    }),
    hint: () => ({
      zh: '删去上级清单以外的材料',
      en: 'delete the materials that the higher list does not have',
    }),
    explanation: {
      zh: '上级授权“不多于上级”：下级可以少要材料，不能多要。',
      en: 'The higher document says 不多于上级: a lower level may ask for less, never for more.',
    },
  }),
  'metric-without-services': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `指标“${name}”没有可算的事项`,
      en: `the metric “${name}” has no services to be worked out from`,
    }),
    hint: () => ({ zh: '在本文件写出事项', en: 'write the 事项 in this document' }),
    explanation: {
      zh: '指标由本文件的事项算出，不是写上去的数。',
      en: 'A metric is worked out from the services of the document; it is no figure that is stated.',
    },
  }),
  'metric-repeated': error<{ measure: string }>({
    message: ({ measure }) => ({
      zh: `这个指标已经写了“${measure}”`,
      en: `the metric already has a claim about ${measure}`,
    }),
    hint: () => ({ zh: '另写一个指标', en: 'write a metric of its own' }),
    explanation: {
      zh: '一个指标里每种量只写一次，算出的结果才有唯一的名称。',
      en: 'A metric has one claim of a kind, so that each result has one name.',
    },
  }),
  'metric-not-met': error<{
    measure: string;
    measureEn: string;
    first: number;
    second: number;
    reached: string;
    least: string;
    isFall: boolean;
  }>({
    message: ({ measure, measureEn, first, second, reached, least, isFall }) => ({
      zh: isFall
        ? `${measure}由 ${first} 变为 ${second}，下降 ${reached}，不到 ${least}`
        : `${measure}：${second} 项中有 ${first} 项，占 ${reached}，不到 ${least}`,
      en: isFall
        ? `${measureEn} goes from ${first} to ${second}, a fall of ${reached}, less than ${least}`
        : `${measureEn}: ${first} of ${second}, ${reached}, less than ${least}`,
    }),
    hint: () => ({
      zh: '核对各事项前后的数，或改指标',
      en: 'compare the figures of the services before and after, or change the claim',
    }),
    explanation: {
      zh: '指标按本文件的事项逐项算出；达不到所写的比例时，说出前后两个数。',
      en: 'The claim is worked out from the services of the document; where it does not hold, both figures are named.',
    },
  }),
  'metric-undetermined': warning<{ measure: string; measureEn: string; services: string }>({
    message: ({ measure, measureEn, services }) => ({
      zh: `${measure}算不出：这些事项没有写明：${services}`,
      en: `${measureEn} cannot be worked out: these services do not say: ${services}`,
    }),
    hint: () => ({
      zh: '补上缺的数；来源没有的，把这一句写成未编码',
      en: 'add what is missing; where no source has it, leave the sentence 未编码',
    }),
    explanation: {
      zh: '没有写明的不当作零：缺一项，合计就算不出。',
      en: 'What is not written is not zero: where one figure lacks, there is no sum.',
    },
  }),
};
